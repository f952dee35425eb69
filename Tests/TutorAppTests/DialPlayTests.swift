import Experiments
import Foundation
import Lessons
import NeuralNetwork
import TerminalCanvas
import Testing
import Workbench

@testable import TutorApp

/// A page's dials on the screen, under the keys, in lines and in a transcript.
@Suite struct DialPlayTests {
  private static let text = """
    ---
    format: 1
    title: Turn it
    summary: One weight and a dial.
    minutes: 1
    experiment:
      inputs: [[1], [-1]]
      targets: [[2], [-2]]
      layers: [{weights: [[0]], biases: false, activation: linear}]
      loss: half_mse
      optimizer: {name: sgd, lr: 0.1}
    names: {w: "layer1.w[1,1]"}
    panels: [loss, data]
    keep: [a, b, c]
    ---

    ## Rate

    After 4 updates w is {{w:2}}.

    ```do
    - go: 4 updates
    - dial: {key: learning_rate, values: [0.1, 0.5, 1], label: η}
    - dial: {key: loss, values: [half_mse, mae]}
    ```

    ```goal
    reach: w ≈ 2 ± 0.0001
    ```

    ```hint
    Turn η.
    ```

    ```solution
    experiment: {learning_rate: 1}
    go: 1 update
    ```

    ## No dial

    Nothing is turned here, and w is {{w:2}}.
    """

  private func lesson() throws -> Lesson {
    let source = SourceText(name: "01-turn.md", text: Self.text)
    let lesson = try LessonParser.parse(source, panels: Panel.names)
    #expect(LessonCheck.problems(in: lesson, source: source, room: .smallestScreen) == [])
    return lesson
  }

  private func tutor(_ keys: Key..., glyphs: GlyphSet = .braille) throws -> Tutor {
    var tutor = try Tutor(lesson())
    tutor.model.glyphs = glyphs
    for key in keys { tutor.press(key) }
    return tutor
  }

  /// The lines of the page that show dials.
  private func lines(_ tutor: Tutor) -> [String] {
    LessonText.lines(tutor.model, width: 37).map { tutor.model.glyphs.written($0.plain) }
      .filter { $0.hasPrefix("{ } ") || $0.hasPrefix(" o ") }
  }

  @Test func theValueOfTheRunStandsInBrackets() throws {
    #expect(try lines(tutor()) == ["{ } η [0.1] 0.5  1", " o  loss [half_mse] mae"])
    #expect(try lines(tutor("}", "}"))[0] == "{ } η  0.1  0.5 [1]")
    #expect(try lines(tutor("}", "}", "}", "{"))[0] == "{ } η  0.1 [0.5] 1")
    #expect(
      try lines(tutor("o", "}", glyphs: .ascii))
        == [" o  eta [0.1] 0.5  1", "{ } loss  half_mse [mae]"])
  }

  @Test func itIsOnTheSmallestScreenAlsoWithoutColor() throws {
    let screen = try tutor("}").screen
    #expect(screen.contains("{ } η  0.1 [0.5] 1"))
    #expect(screen.contains("g returns"))
    #expect(screen.contains("η 0.1") && screen.contains("run η 0.5"), "both runs are named")
  }

  @Test func atItsEndAndWithoutADialThatIsSaid() throws {
    var tutor = try tutor("{")
    #expect(tutor.model.notice == "η 0.1 is the dial's first value.")
    #expect(tutor.model.workspace.runs.count == 1)
    tutor.press("o")
    #expect(tutor.model.notice == "} and { turn loss now")
    tutor.press("n", "}")
    #expect(tutor.model.notice == "This page has no dial to turn" && lines(tutor).isEmpty)
    tutor.press("o")
    #expect(tutor.model.notice == "This page has no other dial")
  }

  /// A value of the learner's own is none of the dial's.
  @Test func aRateByHandIsUnmarkedUntilItIsOneOfTheValues() throws {
    var tutor = try tutor(">")
    #expect(lines(tutor)[0] == "{ } η  0.1  0.5  1")
    tutor.press("+", "+")
    #expect(tutor.run.baseLearningRate == 0.5 && lines(tutor)[0] == "{ } η  0.1 [0.5] 1")
  }

  /// Nothing of the page is lost by turning: g, and leaving and coming back, give its own numbers again.
  @Test func thePageComesBackAsItWas() throws {
    let own = try tutor().model.workspace.focusedRun
    for keys: [Key] in [["g"], ["n", "b"]] {
      var tutor = try tutor("}", "U", "o", "}")
      #expect(tutor.model.workspace.runs.count == 2 && tutor.run.position.update == 3)
      for key in keys { tutor.press(key) }
      #expect(tutor.model.workspace.runs.count == 1 && tutor.run.network == own.network)
      #expect(lines(tutor) == (try lines(self.tutor())))
    }
  }

  /// Who turns before the page's numbers have come gets these, too: the text is told, its panels are there, and g leads back.
  @Test func aTurnBeforeThePageIsThereLosesNothing() throws {
    let lesson = try lesson()
    var tutor = try Tutor(lesson, page: 1)
    var effects = update(&tutor.model, .lesson(.back))
    effects += update(&tutor.model, .lesson(.turnDial(1)))
    // The worker carries out what has come to it, and shows what it has come to in the end.
    var worker = TrainingLoop()
    for case .send(let command) in effects { worker.perform(command) }
    tutor.perform(update(&tutor.model, trained: try #require(worker.snapshot)))
    #expect(tutor.model.workspace.runs.count == 2 && tutor.model.panels == [.loss, .data])
    let words = LessonText.lines(tutor.model, width: 37).map(\.plain)
    #expect(words.contains("After 4 updates w is 0.69."), "\(words)")
    tutor.press("g")
    #expect(tutor.model.workspace.runs.count == 1 && tutor.run.position.update == 4)
  }

  @Test func aGoalIsReachedByTurningAndGoesBackToIt() throws {
    var tutor = try tutor("}")
    #expect(tutor.model.place?.goalWays.isEmpty == true)
    tutor.press("}")
    #expect(tutor.model.place?.goalWays[0] == .alone)
    let reached = tutor.run.network
    tutor.press("{", "g")
    #expect(tutor.run.network == reached && lines(tutor)[0] == "{ } η  0.1  0.5 [1]")
  }

  /// Both runs move together, and c goes on with the one that was turned to.
  @Test func theRunBeforeGoesAlong() throws {
    var tutor = try tutor("}", "u")
    #expect(tutor.model.workspace.runs.map(\.run.position.update) == [5, 5])
    tutor.press("c")
    #expect(tutor.model.workspace.runs.map(\.label) == [""])
    #expect(tutor.run.baseLearningRate == 0.5)
  }

  @Test func theLegendHasItsSigns() throws {
    let legend = try legendSheet(tutor().model).groups.joined().map(\.plain)
    #expect(legend.contains("dial") && legend.contains { $0.contains("[1]") })
    #expect(legend.contains { $0.hasPrefix("   o ") })
    let without = try legendSheet(tutor("n").model).groups.joined().map(\.plain)
    #expect(!without.contains("dial"))
  }

  @Test func inLinesWordsTurnIt() throws {
    var said: [String] = []
    var input = ["turn", "other", "turn", "turn back", "help"]
    let lesson = try lesson()
    var tutor = PlainTutor(
      Model(
        library: [lesson], progress: LearnerProgress(), scene: LessonScene(lesson: lesson),
        workspace: lesson.workspace), write: { said.append($0) })
    tutor.run {
      said.append("> \(input.first ?? "end")")
      return input.isEmpty ? nil : input.removeFirst()
    }
    func answer(_ index: Int) -> [String] {
      Array(said.split { $0.hasPrefix("> ") }[index])
    }
    let way = "turn takes the next value, turn back the one before."
    #expect(answer(0).contains("Dial eta: it is 0.1, of 0.1, 0.5, 1; \(way)"))
    #expect(
      answer(0).contains("Dial loss: it is half_mse, of half_mse, mae; other takes it in hand."))
    #expect(!answer(0).contains { $0.contains("{ }") }, "a sentence says it")
    #expect(answer(1).contains("Dial eta: it is 0.5, of 0.1, 0.5, 1; \(way)"))
    #expect(answer(2).first == "} and { turn loss now")
    #expect(answer(3).contains("Dial loss: it is mae, of half_mse, mae; \(way)"))
    #expect(answer(4).contains("Dial loss: it is half_mse, of half_mse, mae; \(way)"))
    #expect(answer(5).contains { $0.hasPrefix("  turn back, {") })
  }

  @Test func aTurnIsWrittenDownAndReplayed() throws {
    let lesson = try lesson()
    var tutor = try Tutor(lesson)
    tutor.model.beginTranscript()
    tutor.perform(tutor.model.start())
    tutor.press("}", "o", "}", "{", "o", "}", "u")
    let text = tutor.model.takeTranscript() ?? ""
    #expect(text.contains(/> }  #[0-9a-f]{6}\nseed 1, update 4, loss 0.007/), "\(text)")
    #expect(text.contains("goal reached by hand"))
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Self.text.write(
      to: folder.appending(path: "01-turn.md"), atomically: true, encoding: .utf8)
    let replay = try TranscriptReplay(
      of: SourceText(name: "anna.txt", text: text), in: LessonLibrary(folder: folder.path))
    #expect(replay.verdict == .exact)
    #expect(replay.report?.goals.map(\.way) == [.alone])
  }
}
