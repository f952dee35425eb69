import Experiments
import Lessons
import NeuralNetwork
import TerminalCanvas
import Testing
import Workbench

@testable import TutorApp

/// What is asked waits where a picture or a line would say it, until the question is answered.
@Suite struct VeilTests {
  /// Two neurons with one page, whose text tells something and whose question asks for something.
  private static func lesson(
    _ ask: String, telling: String = "", go: String = "update 0"
  ) throws -> Lesson {
    try LessonParser.parse(
      SourceText(
        name: "01-two.md",
        text: """
          ---
          format: 1
          title: Two neurons
          summary: Two numbers in a row.
          minutes: 1
          experiment:
            inputs: [[0.1]]
            targets: [[0.25]]
            layers:
              - {weights: [[0.15]], biases: [0.4], activation: sigmoid}
              - {weights: [[0.45]], biases: [0.65], activation: sigmoid}
            loss: half_mse
            learning_rate: 0.4
          panels: [network, chain, parameters]
          ---

          ## One

          ```do
          go: \(go)
          select: layer2.w[1,1]
          ```

          Look: \(telling).

          ```ask
          question: How much?
          \(ask)
          because: So.
          ```

          """))
  }

  private static let gradient = "answer: \"layer2.w[1,1].grad\"\ntolerance: 0.0001"
  private static let next = "answer: \"layer2.w[1,1]\"\ntolerance: 0.0001\nafter: 1 update"

  private func text(_ panel: Panel, _ tutor: Tutor) -> String {
    (tutor.lines(panel, 60, 14) + panel.words(tutor.model)).joined(separator: "\n")
  }

  /// ∂E/∂w₂ is 0.0571, and the panels say it once the guess is there.
  @Test(arguments: [Panel.parameters, .chain, .parabola, .moments])
  func theGradientThatIsAskedForWaits(_ panel: Panel) throws {
    for ask in [Self.gradient, Self.next] {
      var tutor = try Tutor(Self.lesson(ask))
      #expect(!text(panel, tutor).contains("0.057"), "\(text(panel, tutor))")
      tutor.press("n", "n")
      let step = tutor.run.position.update == 0 ? "0.057" : "w₂"
      #expect(text(panel, tutor).contains(step), "\(text(panel, tutor))")
    }
  }

  @Test func whatThePageTellsDoesNotWait() throws {
    let tutor = try Tutor(Self.lesson(Self.next, telling: "{{layer2.w[1,1].grad}}"))
    #expect(text(.parameters, tutor).contains("0.057"))
  }

  @Test func aGradientCheckWaitsToo() throws {
    var tutor = try Tutor(Self.lesson(Self.gradient))
    tutor.press("d")
    #expect(tutor.model.overlay == nil)
    #expect(tutor.model.notice == "This gradient is what is asked: commit a guess first")
  }

  @Test(arguments: [
    ("loss", Panel.network, "0.1082"), ("layer2.delta[1]", .network, "0.0948"),
    ("output[1]", .network, "0.7153"), ("layer1.a[1]", .network, "0.6023"),
  ])
  func aNumberOfTheStepWaits(_ asked: String, _ panel: Panel, _ number: String) throws {
    var tutor = try Tutor(Self.lesson("answer: \"\(asked)\"\ntolerance: 0.0001"))
    #expect(!text(panel, tutor).contains(number), "\(text(panel, tutor))")
    tutor.press("n", "n")
    #expect(text(panel, tutor).contains(number), "\(text(panel, tutor))")
  }

  @Test func theStatusLineKeepsTheLossBack() throws {
    var tutor = try Tutor(Self.lesson("answer: loss\ntolerance: 0.0001"))
    #expect(statusWords(tutor.model).contains("loss after your guess"))
    tutor.press("n", "n")
    #expect(statusWords(tutor.model).contains("loss 0.1082"))
  }

  /// Where a panel waits on a large screen, its signs are explained meanwhile; the wanted ones are not veiled.
  @Test func aVeilTellsHowThePanelIsRead() throws {
    let lessons = try Samples.lessons()
    let lesson = try #require(lessons.first { $0.id == "two-neurons" })
    let page = try #require(lesson.pages.firstIndex { $0.question != nil })
    var tutor = try Tutor(lesson, size: Size(width: 140, height: 45), page: page)
    tutor.model.library = lessons
    let veiled = tutor.model.layout.placements.filter { $0.isVeiled && $0.rect.height > 8 }
    let meanings = veiled.compactMap { $0.panel.legend(tutor.model).first?.meaning.prefix(12) }
    #expect(!meanings.isEmpty)
    for meaning in meanings { #expect(tutor.screen.contains(meaning), "\(tutor.screen)") }
    #expect(tutor.screen.contains("╱     ╱     ╱"), "a pane that is covered, not an empty one")
  }

  /// Every cell of a curtain has its shade, where there are shades.
  @Test func aVeilIsShaded() throws {
    let tutor = try Tutor(Self.lesson(Self.gradient))
    var canvas = Canvas(size: Size(width: 40, height: 8), showsTones: true)
    drawVeil(of: .chain, tutor.model, in: canvas.bounds, on: &canvas)
    for y in 0..<8 {
      #expect((1..<39).allSatisfy { canvas[$0, y].style.ground == .shade })
      #expect(canvas[0, y].style.ground == nil && canvas[39, y].style.ground == nil)
    }
    var plain = Canvas(size: canvas.size)
    drawVeil(of: .chain, tutor.model, in: plain.bounds, on: &plain)
    #expect(plain.cells.allSatisfy { $0.style.ground == nil })
  }

  @Test func aNormThatIsAskedForWaits() throws {
    var tutor = try Tutor(
      Self.lesson("answer: \"layer1.grad_norm\"\ntolerance: 0.0001", go: "backward layer 1"))
    let bars = tutor.lines(.gradients, 60, 4)
    #expect(bars.contains { $0.contains("·") }, "\(bars)")
    tutor.press("n", "n")
    #expect(!tutor.lines(.gradients, 60, 4).contains { $0.contains("·") })
  }
}

/// The step that a question asks about does not give its outcome away before the guess.
@Suite struct AheadTests {
  private static func tutor(_ keys: Key...) throws -> Tutor {
    let lesson = try #require(try Samples.lessons().first { $0.id == "line-fit" })
    var tutor = try Tutor(lesson, page: 1)
    for key in keys { tutor.press(key) }
    return tutor
  }

  /// w is 1.28 after the step, the loss 0.2592.
  private func givesItAway(_ tutor: Tutor) -> Bool {
    let words = workbenchWords(tutor.model).joined()
    let panels = tutor.screen.split(separator: "\n").map { $0.dropFirst(40) }.joined()
    return [words, panels].contains { $0.contains("1.28") || $0.contains("0.2592") }
  }

  /// While a page's runs are trained, no panel passes off the page before as this one.
  @Test func whatIsBehindIsNotShown() throws {
    var tutor = try Self.tutor()
    #expect(!tutor.screen.contains("training …"))
    tutor.model.survey = SurveyProgress(done: 3, count: 10, generation: tutor.model.generation)
    #expect(tutor.screen.contains("training …") && !tutor.screen.contains("┤"))
    // The survey fills while it runs.
    #expect(!tutor.model.isBehind(.survey) && tutor.model.isBehind(.loss))
    // What a key did to those runs would be lost, or spoil the page's own.
    for key: Key in ["+", "p", "u", "r"] {
      #expect(update(&tutor.model, key: key).isEmpty)
      #expect(tutor.model.notice == "This page's runs are still being trained")
    }
    #expect(!tutor.model.isPlaying && tutor.model.place?.isExploring == false)
  }

  @Test(arguments: ["u", "."] as [Key]) func whatIsAheadWaits(_ key: Key) throws {
    var tutor = try Self.tutor(key, key)
    #expect(tutor.model.isAhead && !givesItAway(tutor), "\(tutor.screen)")
    #expect(
      tutor.screen.contains("what it brings waits for your guess · n twice passes · g goes back"))
    // The way back does not show what lay ahead.
    tutor.press("U", "U")
    #expect(!givesItAway(tutor), "\(tutor.screen)")
    tutor.press("g")
    #expect(!tutor.model.isAhead && !givesItAway(tutor))
    #expect(tutor.screen.contains("loss 0.72"))
  }

  /// The playground has no seal.
  @Test func thePlaygroundWaitsToo() throws {
    var tutor = try Self.tutor("u", "P")
    #expect(tutor.model.scene is LessonScene && !givesItAway(tutor))
    #expect(tutor.model.notice == "The playground would show what is asked: commit a guess first")
    tutor.press("n", "n", "P")
    #expect(tutor.model.scene is PlaygroundScene)
  }

  @Test func aPanelThatFillsTheScreenWaitsToo() throws {
    let tutor = try Self.tutor("u", .tab, "z")
    #expect(tutor.screen.contains("after your guess") && !givesItAway(tutor))
    #expect(!tutor.screen.contains("░"), "a veil is as calm as an empty page")
  }

  @Test func passingAndGuessingShowIt() throws {
    for keys in [["n", "n"], ["a", .enter]] as [[Key]] {
      var tutor = try Self.tutor("u")
      for key in keys { tutor.press(key) }
      #expect(!tutor.model.isAhead && givesItAway(tutor), "\(tutor.screen)")
      tutor.press("n")
      #expect(tutor.model.place?.page == 2)
    }
  }

  /// Other keys hide nothing, nor does a step where the question is about what stands there already.
  @Test func nothingElseWaits() throws {
    #expect(try !Self.tutor("+").model.isAhead)
    #expect(try !Self.tutor("r").model.isAhead)
    var shown = try Self.tutor("u")
    shown.model.isTeaching = true
    #expect(!shown.model.isAhead)
  }
}
