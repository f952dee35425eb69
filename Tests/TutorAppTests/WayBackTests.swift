import NeuralNetwork
import TerminalCanvas
import Testing
import Workbench

@testable import TutorApp

/// The key R: back from a divergence.
@Suite struct WayBackTests {
  @Test func aDivergedRunGoesBackAndLearns() throws {
    var tutor = try Tutor(Samples.line)
    tutor.press("u", "u")
    tutor.send(.workbench(.scaleLearningRate(.reset)))
    for _ in 0..<12 { tutor.press("+") }
    let rate = tutor.run.baseLearningRate
    tutor.model.workspace.changeFocusedRun { $0.train(updates: 5000) }
    let diverged = tutor.model.workspace
    #expect(diverged.focusedRun.divergence != nil)
    let recovery = try #require(Recovery(of: diverged.focusedRun))
    #expect(recovery.learningRate < rate)
    var run = diverged.focusedRun
    recovery.perform(on: &run)
    #expect(run.divergence == nil && run.position.update == recovery.update)
    let before = run.objective
    run.train(updates: 50)
    #expect(run.divergence == nil && run.objective <= before)
    for bucket in diverged.focusedRun.curve.buckets { #expect(bucket.minimum >= before * 0.999999) }
  }

  @Test func theKeyDoesIt() throws {
    var tutor = try Tutor(Samples.line)
    for _ in 0..<12 { tutor.press("+") }
    while tutor.run.divergence == nil, tutor.run.position.update < 5000 { tutor.press("e") }
    let sentence = try #require(tutor.run.divergence?.sentence)
    #expect(tutor.model.notice?.hasPrefix(sentence) == true)
    #expect(tutor.model.notice?.hasSuffix("R goes back to where the loss was lowest.") == true)
    tutor.press("R")
    #expect(tutor.run.divergence == nil)
    #expect(tutor.screen.contains("Back where the loss was lowest"))
  }

  @Test func aFiniteRunStaysWhereItIs() throws {
    var tutor = try Tutor(Samples.line)
    tutor.press("u", "R")
    #expect(tutor.run.position.update == 1)
    #expect(tutor.screen.contains("nothing to go back from"))
  }
}
