import Experiments
import Lessons
import NeuralNetwork
import TerminalCanvas
import Testing

@testable import TutorApp

/// The measure that the check of lessons takes is the screen's own.
@Suite struct SmallestScreenTests {
  private func problems(_ page: String) throws -> [String] {
    let text = """
      ---
      format: 1
      title: Room
      summary: How much fits.
      minutes: 1
      experiment:
        inputs: [[1]]
        targets: [[1]]
        layers: [{units: 1, activation: linear}]
        loss: mse
        optimizer: {name: sgd, lr: 0.1}
      ---

      ## One

      \(page)
      """
    let source = SourceText(name: "01-room.md", text: text)
    let lesson = try LessonParser.parse(source)
    return LessonCheck.problems(in: lesson, source: source, room: .smallestScreen).map(\.message)
  }

  @Test func seventeenRowsOfTextFitUnderTheTitle() throws {
    let rows = (1...17).map { "- row \($0)" }.joined(separator: "\n")
    #expect(try problems(rows) == [])
    let long = try problems(rows + "\n- row 18")
    #expect(long.first?.contains("20 rows of 37 columns, but 19 fit the smallest screen") == true)
  }

  @Test func codeIsNeverBroken() throws {
    let code = { (count: Int) in "```\n" + String(repeating: "x", count: count) + "\n```" }
    #expect(try problems(code(35)) == [])
    #expect(try problems(code(36)).first?.contains("38 columns wide, but 37 fit") == true)
  }

  /// Some characters have wider stand-ins in ASCII: the one that takes the most room counts.
  @Test func theWidestCharactersCount() throws {
    #expect(try problems("```\n" + String(repeating: "η", count: 12) + "\n```").first != nil)
  }

  /// What the check promises, the smallest screen gives: no unanswered page has to be scrolled.
  @Test func everyPageOfEveryLessonIsSeenWhole() throws {
    for lesson in try Samples.lessons() {
      for (index, page) in lesson.pages.enumerated() {
        let text = PageText(page: page, workspace: lesson.workspace, width: 37, glyphs: .braille)
        #expect(text.unansweredHeight <= 19, "lesson \(lesson.number), page \(index + 1)")
      }
    }
  }

  /// Nothing that must not be broken is cut, whatever characters a terminal has.
  @Test(arguments: GlyphSet.allCases) func noFormulaIsCut(glyphs: GlyphSet) throws {
    for lesson in try Samples.lessons() {
      for (index, page) in lesson.pages.enumerated() {
        let text = PageText(page: page, workspace: lesson.workspace, width: 37, glyphs: glyphs)
        #expect(text.unbreakableWidth <= 37, "lesson \(lesson.number), page \(index + 1)")
      }
    }
  }

  /// However a page is answered, and whatever help is asked for, all of it is seen at once.
  @Test func everyAnswerAndEveryHintIsSeenWhole() throws {
    for lesson in try Samples.lessons() {
      for (index, page) in lesson.pages.enumerated() {
        let text = PageText(page: page, workspace: lesson.workspace, width: 37, glyphs: .braille)
        let rows = text.answeredHeight(in: 19)
        #expect(rows <= 19, "lesson \(lesson.number), page \(index + 1)")
      }
    }
  }

  /// A page that fits before it is answered, and not with its hint behind a wrong answer.
  @Test func anAnswerBesideAHintMustFit() throws {
    let page = { (rows: Int) in
      (1...rows).map { "- row \($0)" }.joined(separator: "\n") + """


        ```ask
        question: Which?
        choices: [one, two]
        answer: one
        wrong:
          two: \(String(repeating: "A remark that takes two rows or so. ", count: 2))
        because: It is so.
        ```

        ```hint
        \(String(repeating: "A hint that takes some rows, too. ", count: 3))
        ```
        """
    }
    #expect(try problems(page(3)) == [])
    #expect(try problems(page(12)).first?.contains("Answered, with all its hints,") == true)
  }
}
