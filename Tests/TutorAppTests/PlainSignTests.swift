import Lessons
import TerminalCanvas
import Testing
import Workbench

@testable import TutorApp

/// Signs in lines: each means one thing, and none stands for a place on a screen.
@Suite struct PlainSignTests {
  /// What is said to the last of some lines.
  private func answer(_ model: Model, _ lines: String...) -> [String] {
    var (rest, said) = (lines[...], [String]())
    var tutor = PlainTutor(model, write: { said.append($0) })
    tutor.run {
      if !rest.isEmpty { said = [] }
      return rest.popFirst()
    }
    return said
  }

  private func lesson(_ id: String, page: Int) throws -> Model {
    try Tutor(#require(try Samples.lessons().first { $0.id == id }), page: page).model
  }

  /// The legend of lines has each sign once, and none of the marks of pictures.
  @Test(arguments: [("adam", 1), ("line-fit", 0), ("two-neurons", 2)])
  func theLegendHasEachSignOnce(id: String, page: Int) throws {
    let rows = answer(try lesson(id, page: page), "L").filter { $0.hasPrefix("  ") }
    let signs = rows.map { $0.split(separator: ":")[0] }
    #expect(signs.count > 7 && Set(signs).count == signs.count, "\(rows)")
    #expect(!rows.contains { $0.contains("---") })
    if id == "adam" { #expect(rows.contains { $0.hasPrefix("  step/-g: ") }, "\(rows)") }
  }

  /// Who types a whole number in one line sees no cursor.
  @Test func aDrillHasNoCursor() throws {
    let said = answer(try lesson("two-by-two", page: 1), "drill")
    #expect(said.contains { $0.hasPrefix("Drill") } && !said.contains { $0.contains("_") })
  }

  /// At the end of a lesson the line that is chosen is told whole.
  @Test func aChosenQuestionIsToldWhole() throws {
    let lessons = try Samples.lessons()
    var tutor = try Tutor(lessons[0], page: 10)
    tutor.model.library = Array(lessons.prefix(2))
    while tutor.model.scene is LessonScene {
      tutor.send(.lesson(.pass))
      tutor.send(.lesson(.next))
    }
    #expect(tutor.model.scene is EndingScene)
    let place = PlainText.place(tutor.model)
    #expect(place.contains { $0.hasPrefix("Next: 2, ") }, "\(place)")
    let chosen = answer(tutor.model, "j").filter { $0.hasPrefix(">") }
    #expect(chosen.count == 1)
    #expect(place.contains("  " + chosen[0].dropFirst(2)), "\(chosen)")
  }

  /// Keys whose characters are hard to hear have words, which help names.
  @Test func punctuationHasWords() throws {
    let model = try lesson("line-fit", page: 2)
    let help = answer(model, "help")
    for (word, key) in [
      ("rate up", "+"), ("tenth back", "("), ("little down", "<"), ("faster", "]"),
    ] {
      #expect(help.contains { $0.hasPrefix("  \(word), \(key)") }, "\(word)")
    }
    #expect(answer(model, "rate up").contains { $0.contains("eta 0.5") })
    #expect(answer(model, "u 5", "update back 2", "status")[0].hasPrefix("update "))
  }

  /// Arrows are words, and no sign runs into what follows it.
  @Test func arrowsAreWords() {
    #expect(PlainText.plain("w ← w − η · m̂/√ŝ") == "w becomes w - eta * m^/sqrt s^")
    #expect(PlainText.plain("w₁: 0.15 → 0.1498") == "w1: 0.15 to 0.1498")
    #expect(PlainText.plain("backward: ∇ from E") == "backward: grad from E")
  }

  /// Beside the list of lessons no word of a lesson stands for another key.
  @Test func helpOfTheListHasNoWordsOfLessons() throws {
    let help = answer(try lesson("line-fit", page: 0), "i", "help")
    #expect(help.contains { $0.hasPrefix("  close, Esc, h ") }, "\(help)")
  }
}
