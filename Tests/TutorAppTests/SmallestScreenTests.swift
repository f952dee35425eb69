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

  /// However a page is answered, and whatever help is asked for, all of it is seen at once.
  @Test func everyAnswerAndEveryHintIsSeenWhole() throws {
    var tall: [String] = []
    for lesson in try Samples.lessons() {
      for (index, page) in lesson.pages.enumerated() {
        let text = PageText(page: page, workspace: lesson.workspace, width: 37, glyphs: .braille)
        let remarks = page.question.map { question in
          [""] + question.wrong.map { text.setter.text($0.text, .text).plain }
        }
        let hints = text.hints(open: page.hints.count)
        // A goal is reached with hints, or misses by numbers that are told.
        let shortfall = page.goal?.shortfall(on: lesson.workspace)
        let goals = [
          text.goal(way: .hints(9)) + hints, text.goal(way: nil, shortfall: shortfall) + hints,
        ]
        let ends = (remarks ?? [""]).flatMap { remark -> [[StyledText]] in
          guard let question = page.question else { return goals }
          return goals.map { text.question(text.trying(question, remark)) + $0 }
            + (page.goal == nil ? [[]] : goals).map {
              text.question(text.missing(question, remark)) + $0
            }
        }
        for end in ends {
          let lines = text.body + text.dials + end
          let count = LessonText.rows(of: lines, height: 19).count
          if count > 19 {
            tall.append(
              "\(lesson.number).\(index + 1): \(count - 19 - lines.count(where: \.plain.isEmpty))")
          }
        }
      }
    }
    #expect(tall == [])
  }
}
