import Lessons
import NeuralNetwork
import TerminalCanvas
import Testing

@testable import TutorApp

/// Whatever is pressed, the program goes on and draws.
@Suite struct RandomKeysTests {
  private static let keys: [Key] =
    [
      .up, .down, .left, .right, .tab, .backTab, .enter, .escape, .home, .pageUp, .pageDown,
      .backspace,
    ]
    + "npuUeE.,+-<>0rsamcvdzyG?gH!b123456789i[]jkhl %~é".map(Key.character)

  @Test(arguments: Samples.all)
  func aSandboxTakesAnyKeys(experiment: Experiment) throws {
    var tutor = try Tutor(experiment)
    press(250, on: &tutor, seed: 7)
  }

  @Test func aLessonTakesAnyKeys() throws {
    for lesson in try Samples.lessons().prefix(2) {
      var tutor = try Tutor(lesson)
      press(250, on: &tutor, seed: 11)
    }
  }

  /// Presses keys drawn from a seed, drawing at changing sizes in between.
  private func press(_ count: Int, on tutor: inout Tutor, seed: UInt64) {
    var random = SplitMix(state: seed)
    for index in 0..<count {
      tutor.press(Self.keys[Int(random.next() % UInt64(Self.keys.count))])
      guard index % 5 == 0 else { continue }
      tutor.model.size = Size(width: Int(random.next() % 120), height: Int(random.next() % 45))
      #expect(view(tutor.model).size == tutor.model.size)
    }
  }
}

/// A generator that every machine draws the same numbers from.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
