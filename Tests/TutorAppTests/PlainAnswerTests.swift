import Lessons
import TerminalCanvas
import Testing

@testable import TutorApp

/// One line is one answer, wherever it is typed, and no line tells what waits for one.
@Suite struct PlainAnswerTests {
  /// What is said to each of some lines on a page of a lesson, after what is said unasked.
  private func answers(_ id: String, page: Int = 0, _ lines: [String]) throws -> [[String]] {
    let lesson = try #require(try Samples.lessons().first { $0.id == id })
    return answers(try Tutor(lesson, page: page).model, lines)
  }

  private func answers(_ model: Model, _ lines: [String]) -> [[String]] {
    var heard: [[String]] = [[]]
    var tutor = PlainTutor(
      model, write: { heard[heard.count - 1].append($0) },
      services: TutorServices(save: { _ in nil }))
    var rest = lines[...]
    tutor.run {
      guard let line = rest.popFirst() else { return nil }
      heard.append([])
      return line
    }
    return heard
  }

  /// The selected parameter's value after the step that is asked about is the answer.
  @Test(arguments: [
    ("line-fit", 3), ("line-fit", 5), ("line-fit", 6), ("valley", 3), ("two-neurons", 3),
    ("two-neurons", 6),
  ])
  func aSealedValueIsNotTold(id: String, page: Int) throws {
    let heard = try answers(id, page: page, ["u", "u"])
    #expect(!heard.dropFirst().joined().contains { $0.hasPrefix("Selected") }, "\(heard)")
    #expect(heard[1].contains { $0.contains("waits for your guess") }, "\(heard[1])")
  }

  /// A number takes the place of what was typed, and is none where other numbers are still to come.
  @Test func aLineInADrillIsAWholeAnswer() throws {
    let heard = try answers("line-fit", ["drill", "abc", "0", "999", "888", "", "hint", "5"])
    #expect(heard[2].contains("'abc' is not a number; type one such as 0.57 or 1e-3"))
    #expect(heard[5].contains("Enter brings other numbers."), "\(heard[5])")
    #expect(heard[6].contains { $0.hasPrefix("? ") } && !heard[6].joined().contains("888"))
    #expect(heard[7].contains { $0.hasPrefix("A drill has no hints") })
    #expect(!heard[8].joined().contains("8885"), "\(heard[8])")
  }

  @Test func wordsWorkInADrill() throws {
    let heard = try answers("line-fit", ["drill", "pass", "", "help", "close", "drill", "quit"])
    #expect(heard[2].contains { $0.hasPrefix("- Passed") || $0.hasPrefix("ok ") }, "\(heard[2])")
    #expect(heard[4].contains("What to type, each with Enter:"))
    #expect(heard[5].contains { $0.contains("Lesson 1") }, "\(heard[5])")
    #expect(heard.count == 8)
  }

  /// What was begun to be typed is no part of the next line.
  @Test func aLineReplacesWhatWasBegun() throws {
    let heard = try answers("line-fit", page: 11, ["t", "hint", "t", "-0.5"])
    #expect(!heard[2].joined().contains("'hint' is not"), "\(heard[2])")
    #expect(heard[4].contains { $0.hasPrefix("x Not quite.") }, "\(heard[4])")
  }

  /// Keys that a number has are not pressed where nobody asks for one.
  @Test(arguments: ["0.2", "0.14", "-3"])
  func aNumberThatNobodyAsksForDoesNothing(line: String) throws {
    let heard = try answers("line-fit", page: 0, [line, "status"])
    #expect(heard[1] == ["No question waits for a number here; help lists what you can type."])
    #expect(heard[2].joined().contains("update 0"), "\(heard[2])")
  }
}
