import Lessons
import NeuralNetwork
import TerminalCanvas
import Testing

@testable import TutorApp

/// The list of words: what is found in it, and what stays selected.
@Suite struct GlossaryListTests {
  private func scene(_ search: String? = nil) -> GlossaryScene {
    var scene = GlossaryScene(Glossary.all, presentCount: 2, beneath: "test")
    if let search { scene.look(for: search) }
    return scene
  }

  /// Every term is found by each of its names, in whatever case and by a part of it.
  @Test func everyTermIsFoundByItsNames() {
    for term in Glossary.all {
      for name in term.names {
        for text in [name, name.uppercased(), String(name.dropLast(name.count > 4 ? 2 : 0))] {
          let found = scene(text).found
          #expect(found.contains(term) || text.lowercased() != name.lowercased(), "\(text)")
        }
        #expect(scene(name).found.contains(term), "\(name)")
      }
    }
  }

  /// What is no part of a name is looked for in the meanings; what is nowhere finds nothing.
  @Test func meaningsAreLookedThroughLast() throws {
    let term = try #require(Glossary.all.first { $0.meaning.count > 60 })
    let words = String(term.meaning.dropFirst(10).prefix(30))
    #expect(scene(words).found.contains(term))
    #expect(scene("qqqq").found.isEmpty && scene("qqqq").selected == nil)
    #expect(scene("").found == Glossary.all && scene().found == Glossary.all)
  }

  /// The selection stays in the list, and at its term once the search has ended.
  @Test func theSelectionStays() {
    var scene = scene("gradient")
    #expect(scene.found.count > 2)
    scene.move(to: 99)
    #expect(scene.selection == scene.found.count - 1)
    let selected = scene.selected
    scene.endSearch()
    #expect(scene.selected == selected && scene.search == nil)
    scene.move(to: -5)
    #expect(scene.selection == 0)
    scene.look(for: "qqqq")
    scene.move(to: 3)
    scene.endSearch()
    #expect(scene.selection == 0 && scene.selected == Glossary.all.first)
  }

  @Test func aSearchHasAnEnd() throws {
    var tutor = try Tutor(Samples.xor).pressing("w", "/")
    for _ in 0..<100 { tutor.press("a") }
    #expect((tutor.model.scene as? GlossaryScene)?.search?.count == 40)
    #expect(tutor.screen.contains("nothing of that name"))
    #expect(
      tutor.model.scene.words(tutor.model).first?.hasPrefix("Nothing is called 'aaaa") == true)
    for _ in 0..<50 { tutor.press(.backspace) }
    #expect((tutor.model.scene as? GlossaryScene)?.search == "")
    tutor.press(.enter)
    #expect(tutor.model.keyContext == .glossary)
  }

  /// What is typed cannot command a terminal.
  @Test func controlCharactersAreShown() throws {
    let tutor = try Tutor(Samples.xor).pressing("w", "/", "\u{1B}", "\u{9B}")
    #expect(!tutor.screen.contains("\u{1B}") && !tutor.screen.contains("\u{9B}"))
    for line in PlainText.place(tutor.model) {
      #expect(line.utf8.allSatisfy { $0 < 0x7F && $0 > 0x1F })
    }
  }

  /// A click selects the term that is drawn in its row.
  @Test(arguments: [(80, 24), (40, 20), (120, 40)])
  func aClickSelectsWhatIsDrawn(width: Int, height: Int) throws {
    var tutor = try Tutor(Samples.xor, size: Size(width: width, height: height)).pressing("w")
    tutor.press(.pageDown, .pageDown)
    let lines = view(tutor.model).lines
    for y in 2..<(height / 3) {
      let message = tutor.model.scene.message(
        for: Mouse(.press(button: 0), at: Point(x: 3, y: y)), in: tutor.model)
      guard case .glossary(.select(let row))? = message else { continue }
      let term = try #require(tutor.model.scene as? GlossaryScene).found[row]
      #expect(lines[y].dropFirst(3).hasPrefix(term.name.prefix(8)), "\(lines[y])")
    }
    let outside = Mouse(.press(button: 0), at: Point(x: width - 1, y: height - 2))
    #expect(tutor.model.scene.message(for: outside, in: tutor.model) == nil)
  }
}

/// Calculations until some in a row are right.
@Suite struct DrillStreakTests {
  private func answer(_ scene: DrillScene) throws -> String {
    try #require(scene.drill.question.outcome(on: scene.drill.workspace).answer)
  }

  @Test func threeInARowAreEnough() throws {
    var scene = try #require(DrillScene(like: Run(Samples.twoNeurons)))
    for round in 0..<DrillScene.goal {
      #expect(scene.streak == round && scene.round == round && !scene.isDone)
      scene.typed = try answer(scene)
      let isTaken = scene.take()
      #expect(isTaken && scene.prediction.isSettled && scene.typed.isEmpty)
      if round + 1 < DrillScene.goal { scene.goOn() }
    }
    #expect(scene.isDone)
  }

  /// A miss begins anew, and so does what is right at the second try only.
  @Test(arguments: [true, false]) func aMissBeginsAnew(isRightAtLast: Bool) throws {
    var scene = try #require(DrillScene(like: Run(Samples.twoNeurons)))
    scene.typed = try answer(scene)
    var taken = [scene.take()]
    #expect(scene.streak == 1)
    scene.goOn()
    scene.typed = "12345"
    taken.append(scene.take())
    #expect(!scene.prediction.isSettled && scene.streak == 1)
    scene.typed = isRightAtLast ? try answer(scene) : "54321"
    taken.append(scene.take())
    #expect(scene.prediction.isSettled && scene.streak == 0 && taken == [true, true, true])
  }

  /// What is no number is no try.
  @Test(arguments: ["", "x", "1..2", "1e999"]) func whatIsNoNumberIsNoTry(typed: String) throws {
    var scene = try #require(DrillScene(like: Run(Samples.twoNeurons)))
    scene.typed = typed
    let isTaken = scene.take()
    #expect(!isTaken && scene.prediction.tries.isEmpty)
  }
}
