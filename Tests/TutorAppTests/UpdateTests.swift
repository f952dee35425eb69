import Lessons
import NeuralNetwork
import TerminalCanvas
import Testing
import Workbench

@testable import TutorApp

/// The behavior as a script of keys.
@Suite struct UpdateTests {
  @Test func phasesWalkThroughAStepAndBackExactly() throws {
    var tutor = try Tutor(Samples.twoNeurons)
    while tutor.run.position.phase != .start { tutor.press(",") }
    let start = tutor.run
    #expect(tutor.run.position == Position(update: 0, phase: .start))
    tutor.press(".")
    #expect(tutor.run.position.phase == .forward(layer: 1))
    tutor.press(".", ".", ".", ".")
    #expect(tutor.run.position.phase == .backward(layer: 1))
    tutor.press(".")
    #expect(tutor.run.position == Position(update: 1, phase: .start))
    tutor.press(",", ",", ",", ",", ",", ",")
    #expect(tutor.run.position == start.position)
    #expect(tutor.run.network == start.network)
    #expect(tutor.run.step == start.step)
  }

  /// What was said and found out outlives a screen that is drawn anew.
  @Test(arguments: ["F", "d"]) func drawingAnewChangesNothing(key: Character) throws {
    var tutor = try Tutor(Samples.xor)
    if key == "d" { tutor.press("j") }
    tutor.press(.character(key))
    #expect(key == "d" ? tutor.model.overlay != nil : tutor.model.notice != nil)
    let screen = tutor.screen
    tutor.press(.control("l"))
    #expect(tutor.screen == screen)
    tutor.press("u")
    #expect(tutor.screen != screen && tutor.model.notice == nil && tutor.model.overlay == nil)
  }

  @Test func updatesAndEpochsGoBothWays() throws {
    var tutor = try Tutor(Samples.line)
    tutor.press("u", "u", "e")
    #expect(tutor.run.position == Position(update: 3))
    #expect(tutor.run.network[.weight(layer: 1, unit: 1, input: 1)] == 1.568)
    tutor.press("U", "E")
    #expect(tutor.run.position == Position(update: 1))
    #expect(tutor.run.network[.weight(layer: 1, unit: 1, input: 1)] == 0.8)
  }

  @Test func aNewPaceHidesNothingOfAPlayingRun() throws {
    var tutor = try Tutor(Samples.line)
    tutor.press("]")
    #expect(tutor.model.notice == "Speed: \(tutor.model.look.pace.label)")
    tutor.press("p", "]")
    #expect(tutor.model.notice == nil)
    #expect(tutor.model.look.pace == .racing)
  }

  /// Who restarts and plays watches from the first update, whether or not the run was playing.
  @Test func aRestartStands() throws {
    var tutor = try Tutor(Samples.line).pressing("p")
    tutor.press("r")
    #expect(!tutor.model.isPlaying && tutor.run.position.update == 0)
    tutor.press("p")
    #expect(tutor.model.isPlaying)
  }

  @Test func aNewLearningRateActsOnTheNextUpdateAndRestartKeepsIt() throws {
    var tutor = try Tutor(Samples.line)
    tutor.press("u", "+")
    #expect(tutor.run.learningRate == 0.5)
    #expect(tutor.run.journal.entries.map(\.update) == [1])
    tutor.press("r")
    #expect(tutor.run.position.update == 0)
    #expect(tutor.run.learningRate == 0.5)
    tutor.press("0")
    #expect(tutor.run.learningRate == 0.4)
  }

  @Test func aComparisonIsAForkOfTheSameRun() throws {
    var tutor = try Tutor(Samples.xor)
    tutor.press("u", "c", "+", "u", "u")
    let runs = tutor.model.workspace.runs
    #expect(runs.map(\.label) == ["A", "B"])
    #expect(runs.map(\.run.learningRate) == [0.1, 0.2])
    #expect(runs.map(\.run.position.update) == [3, 3])
    #expect(runs[0].run.network != runs[1].run.network)
    #expect(tutor.model.workspace.runNames == ["A η 0.1", "B η 0.2"])
    tutor.press("v")
    #expect(tutor.model.workspace.focus == 0)
    tutor.press("c")
    #expect(tutor.model.workspace.runs.count == 1)
    #expect(tutor.run.learningRate == 0.1)
  }

  @Test func theHiddenActivationChangesLiveAndTheWeightsStay() throws {
    var tutor = try Tutor(Samples.xor)
    let weights = tutor.run.network.weights(layer: 1)
    tutor.press("a")
    #expect(tutor.run.hiddenActivation == .leakyRelu)
    #expect(tutor.run.network.weights(layer: 1) == weights)
  }

  @Test func theGradientCheckAgreesOnTheSelectedParameter() throws {
    var tutor = try Tutor(Samples.twoNeurons)
    tutor.press("d")
    #expect(tutor.model.overlay == nil)
    #expect(tutor.model.notice != nil)
    tutor.press("j", "d")
    guard case .gradientCheck(let check) = tutor.model.overlay else {
      Issue.record("no gradient check is open")
      return
    }
    #expect(check.isPassed)
    tutor.press(.escape)
    #expect(tutor.model.overlay == nil)
  }

  /// What the page says of it is read beside it, and so are all of its own lines.
  @Test func theGradientCheckLiesBesideTheText() throws {
    let lesson = try #require(try Samples.lessons().first { $0.id == "two-neurons" })
    var tutor = try Tutor(lesson)
    func text() -> [Substring] { tutor.screen.split(separator: "\n")[1..<21].map { $0.prefix(38) } }
    tutor.press("j")
    let before = text()
    tutor.press("d")
    #expect(text() == before)
    #expect(tutor.screen.contains("✓ they agree") && tutor.screen.contains(" to either side:"))
  }

  @Test func escapeNeverQuits() throws {
    var tutor = try Tutor(Samples.line)
    for _ in 0..<5 { tutor.press(.escape) }
    #expect(!tutor.hasQuit)
    tutor.press("q")
    #expect(tutor.hasQuit)
  }

  @Test func aCopyFromBeforeTheLastLoadIsIgnored() throws {
    var tutor = try Tutor(Samples.line)
    let stale = Snapshot(
      workspace: tutor.model.workspace, generation: 0, isPlaying: true, problem: nil)
    #expect(update(&tutor.model, trained: stale).isEmpty)
    #expect(!tutor.model.isPlaying)
  }
}
