import Foundation
import Lessons
import NeuralNetwork
import TerminalCanvas
import Testing
import Workbench

@testable import TutorApp

/// What lines tell of pictures, and of the keys that change only these.
@Suite struct PlainLookTests {
  /// What is said to each of some lines, after what is said unasked.
  private func answers(_ model: Model, _ lines: String...) -> [[String]] { answers(model, lines) }

  private func answers(_ model: Model, _ lines: [String]) -> [[String]] {
    var (rest, heard, said) = (lines[...], [[String]](), [String]())
    var tutor = PlainTutor(model, write: { said.append($0) })
    tutor.run {
      heard.append(said)
      said = []
      return rest.popFirst()
    }
    return heard
  }

  private func lesson(_ id: String, page: Int) throws -> Model {
    try Tutor(#require(try Samples.lessons().first { $0.id == id }), page: page).model
  }

  /// The paths over a loss surface have words, and a look tells places along them.
  @Test func pathsAreTold() throws {
    let heard = answers(try lesson("adam", page: 1), "look contour")
    let ball = heard[0].first { $0.hasPrefix("The way of ball: w1 from -4.000 to ") }
    #expect(ball?.contains("turning back") == true, "\(heard[0])")
    #expect(heard[0].contains { $0.hasPrefix("The way of AdaGrad: ") && $0.contains("straight") })
    #expect(heard[1].first == "Panel contour:")
    #expect(
      heard[1].contains { $0.hasPrefix("The way of Adam, places (w1, w2): (-4.000, 1.500), ") })
  }

  /// Every line of the loop is told once, and then which of them has run.
  @Test func theLoopIsTold() throws {
    let heard = answers(try lesson("loop", page: 0), ".", "z")
    #expect(
      heard[0].contains {
        $0.hasPrefix("The training loop, line 1, theta becomes first values; 2, for each epoch; ")
      })
    #expect(!heard[1].contains { $0.hasPrefix("The training loop, ") })
    #expect(
      heard[1].contains { $0.hasPrefix("In the training loop, line 5 has run: forward: y from x") })
    #expect(
      heard[2].contains {
        $0.hasPrefix("Line 5, in each batch: forward") && $0.contains("It has run.")
      })
  }

  /// A row of a table is told by its key, with the names of its columns.
  @Test func aRowIsTold() throws {
    let heard = answers(try lesson("capstone", page: 0), "x", "z")
    #expect(
      heard[1].contains { $0.hasPrefix("Sample ") && $0.contains(" of 90: height ") }, "\(heard[1])"
    )
    #expect(heard[2].count > 40)
  }

  /// The other units of a small layer are told beside the selected one.
  @Test func everyUnitOfALayerIsTold() throws {
    var tutor = try Tutor(Samples.xor, panels: ["curve"])
    tutor.press("u")
    #expect(Panel.curve.words(tutor.model).count == 2)
  }

  @Test func aPanelThatIsNoneIsRefused() throws {
    let heard = answers(try Tutor.playground("xor").model, "look nowhere", "look loss")
    #expect(
      heard[1].count == 1
        && heard[1][0].hasPrefix("No panel that can be told here has this name. look and"))
    #expect(heard[2].first == "Panel loss:")
  }

  /// What waits for a guess is told by no look.
  @Test func aLookGivesNoAnswerAway() throws {
    let model = try lesson("line-fit", page: 6)
    for panel in model.tellable where panel.couldTell {
      #expect(model.panels.contains(panel), "\(panel)")
    }
    #expect(!answers(model, "look parameters")[1].contains { $0.contains("gradient") })
  }

  /// Faster means more updates at once.
  @Test func theSpeedIsANumberOfUpdates() throws {
    let heard = answers(try Tutor.playground("xor").model, "]", "p", "[", "[", "p")
    #expect(heard[1] == ["play makes 200 updates at once now."])
    #expect(heard[2].contains { $0.hasPrefix("update 200, ") })
    #expect(heard[5].contains { $0.hasPrefix("update 210, ") })
  }

  /// Each key that a lesson's text names does something in lines, or is answered with a way to the same.
  @Test func everyKeyOfTheTextsIsAnswered() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "lessons")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    let bold = try files.flatMap { file in
      try String(contentsOf: folder.appending(path: file), encoding: .utf8)
        .matches(of: /\*\*([^ *]+)\*\*/).map { String($0.output.1) }
    }
    let named = Set(bold).filter { $0.count == 1 || $0 == "Tab" }
    #expect(named.count > 20)
    let lesson = try #require(try Samples.lessons().first { $0.id == "two-by-two" })
    // W begins a value, which an empty line leaves.
    let lines = ["u 30", "c", "j", "j"] + named.sorted().flatMap { $0 == "W" ? [$0, ""] : [$0] }
    let heard = answers(try Tutor(lesson, page: 1).model, lines)
    for (line, said) in zip(lines, heard.dropFirst()) where named.contains(line) {
      #expect(
        !said.isEmpty && !said.contains { $0.contains("means nothing here") }, "\(line): \(said)")
      #expect(said != ["Nothing has changed."], "\(line)")
    }
  }

  /// Of a large network and a long way a line has one layer, or one update.
  @Test func noLineIsEndless() throws {
    let model = try Tutor(Samples.deep, panels: ["network", "heat"]).pressing("u", "u").model
    for panel in [Panel.network, .heat] {
      let details = panel.details(model)
      #expect(details.count > 2 && details.allSatisfy { $0.count < 300 }, "\(details)")
    }
  }
}
