import Experiments
import Lessons
import TerminalCanvas
import Testing

@testable import TutorApp

/// A lesson that is played while it is written.
@Suite struct ReloadTests {
  private func lesson(_ titles: String...) throws -> Lesson {
    let pages = titles.map { "## \($0)\n\nWords.\n" }.joined(separator: "\n")
    return try LessonParser.parse(
      SourceText(
        name: "01-two.md",
        text: """
          ---
          format: 1
          title: Two
          summary: Two pages.
          experiment: {data: xor, hidden: [2]}
          ---

          \(pages)
          """))
  }

  /// A page is found by its title, the second of a name as the second; one that is gone by its place.
  @Test func thePageIsFoundByItsTitle() throws {
    var tutor = try Tutor(lesson("One", "Same", "Same", "End"), page: 2)
    tutor.perform(tutor.model.reload(.version(try lesson("New", "One", "Same", "Same", "End"))))
    #expect(tutor.model.place?.page == 3 && tutor.model.notice == "Read again")
    tutor.perform(tutor.model.reload(.version(try lesson("New", "One", "Same", "End"))))
    #expect(tutor.model.place?.page == 2)
    tutor.perform(tutor.model.reload(.version(try lesson("A", "B", "C", "D"))))
    #expect(tutor.model.place?.page == 2)
  }

  /// What the check finds stands in the line above the keys until the next version, that of the page at hand first.
  @Test func whatTheCheckFindsIsShown() throws {
    let lesson = try lesson("One", "Two")
    var tutor = try Tutor(lesson, page: 1)
    let source = SourceText(name: "01-two.md", text: String(repeating: "\n", count: 30))
    let problems = [lesson.pages[0].line, lesson.pages[1].line + 1].map { line in
      source.diagnostic("Wrong \(line).", at: SourcePosition(line: line))
    }
    tutor.perform(tutor.model.reload(.checked(problems)))
    let line = lesson.pages[1].line + 1
    #expect(tutor.model.notice == "Line \(line): Wrong \(line).")
    tutor.press("u")
    #expect(tutor.model.notice == "Line \(line): Wrong \(line).")
    tutor.perform(tutor.model.reload(.version(lesson)))
    tutor.perform(tutor.model.reload(.checked([])))
    #expect(tutor.model.notice == "Read again")
  }
}
