import Lessons
import NeuralNetwork
import SeededRandom
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
    + "npuUeE.,+-<>0rsamcvdzyG?gH!b123456789i[]jkhl %~é/oZY{}".map(Key.character)

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
    var random = SeededRandom(seed: seed)
    for index in 0..<count {
      tutor.press(Self.keys[Int(random.next() % UInt64(Self.keys.count))])
      guard index % 5 == 0 else { continue }
      tutor.model.size = Size(width: Int(random.next() % 120), height: Int(random.next() % 45))
      #expect(view(tutor.model).size == tutor.model.size)
    }
  }
}
