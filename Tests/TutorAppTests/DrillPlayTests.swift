import Lessons
import TerminalCanvas
import Testing

@testable import TutorApp

/// A drill, played by keys.
@Suite struct DrillPlayTests {
  private func drilling() throws -> Tutor {
    var tutor = try Tutor(try #require(try Samples.lessons().first { $0.id == "line-fit" }))
    tutor.press("A")
    return tutor
  }

  private func scene(_ tutor: Tutor) throws -> DrillScene {
    try #require(tutor.model.scene as? DrillScene)
  }

  private func answer(_ tutor: Tutor) throws -> String {
    let drill = try scene(tutor).drill
    return try #require(drill.question.outcome(on: drill.workspace).answer)
  }

  @Test func threeInARowLeadBackToTheLesson() throws {
    var tutor = try drilling()
    for count in 1...3 {
      tutor.enter(try answer(tutor))
      #expect(try scene(tutor).streak == count)
      #expect(tutor.screen.contains("✓ Right. "))
      tutor.press(.enter)
    }
    #expect(tutor.model.scene is LessonScene)
  }

  @Test func aMissBeginsTheRowAnew() throws {
    var tutor = try drilling()
    tutor.enter(try answer(tutor))
    tutor.press(.enter)
    tutor.enter("12345")
    #expect(tutor.screen.contains("✗ Not quite. "))
    tutor.enter(try answer(tutor))
    #expect(try scene(tutor).streak == 0)
    #expect(tutor.screen.contains("Right, at the second try."))
  }

  @Test func whatIsNoNumberIsSaid() throws {
    var tutor = try drilling()
    tutor.enter("abc")
    #expect(tutor.screen.contains("'abc' is not a number"))
    #expect(try scene(tutor).prediction.tries.isEmpty)
    tutor.press(.escape)
    #expect(tutor.model.scene is LessonScene)
  }

  @Test func anEmptyLineLeadsBack() throws {
    var tutor = try drilling()
    tutor.press(.enter)
    #expect(tutor.model.scene is LessonScene)
  }

  @Test func itIsPlayedInPlainLinesToo() throws {
    let tutor = try drilling()
    let words = tutor.model.scene.words(tutor.model)
    #expect(words.contains { $0.contains("Right at once, in a row: 0 of 3") })
    #expect(words.contains { $0.hasPrefix("? ") })
  }
}
