import Foundation
import Lessons
import NeuralNetwork
import SeededRandom
import TerminalCanvas
import Testing

@testable import TutorApp

/// Whatever is pressed, the program goes on and draws, and there is a way out.
///
/// DOWNHILL_WALK in the environment says how many steps a walk has.
@Suite struct RandomKeysTests {
  @Test func aWalkOverAllScenesLosesNothing() throws {
    var walk = try RandomWalk(seed: 20_261_128, lessons: Samples.lessons())
    for step in 1...WalkLength.steps {
      walk.step()
      let place = "step \(step), after \(walk.story)"
      let isDrawn = walk.drawsAFrame()
      try #require(isDrawn, "no frame: \(place)")
      guard step.isMultiple(of: 16) else { continue }
      try #require(walk.isLedHome, "no way home: \(place)")
      try #require(walk.canBeQuit, "cannot be quit: \(place)")
      try #require(walk.comesBack, "other numbers after going back: \(place)")
      guard step.isMultiple(of: 64) else { continue }
      try expectWhatIsKeptIsWhole(walk.tutor, place)
    }
    let left = Set(KeyContext.all).subtracting(walk.contexts).map(\.name)
    #expect(!WalkLength.isAsked || left.isEmpty, "never seen: \(left)")
  }

  /// Sessions and progress come back from their files as they were.
  private func expectWhatIsKeptIsWhole(_ tutor: Tutor, _ place: String) throws {
    if tutor.model.playground != nil {
      #expect(try tutor.model.workspace.survivesItsSession(), "\(place)")
    }
    let path = NSTemporaryDirectory() + "downhill-walk-\(UUID().uuidString).json"
    defer { try? FileManager.default.removeItem(atPath: path) }
    #expect(ProgressFile(path: path).save(tutor.model.progress) == nil)
    var file = ProgressFile(path: path)
    let (progress, note) = file.load()
    #expect(progress == tutor.model.progress && note == nil, "\(place)")
  }
}
