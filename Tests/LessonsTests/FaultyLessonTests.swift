import Experiments
import NeuralNetwork
import TestProject
import Testing
import Workbench

@testable import Lessons

@Suite struct FaultyLessonTests {
  private let claims = "expect:\n  w: 0\n  loss: 2.0"

  @Test func onlyALessonThatSaysSoPlantsFaults() throws {
    let planted = "experiment: {fault: sum_for_mean}\nexpect: {w.grad: -10, w.numeric: -2.0000}"
    let problems = try Samples.problems(replacing: claims, with: planted)
    #expect(
      problems.first?.contains(
        "A fault can be planted only by a lesson that says 'faulty: true' in its head.") == true)
    let faulty = Samples.lesson.replacing(claims, with: planted)
      .replacing("minutes: 7", with: "minutes: 7\nfaulty: true")
    let lesson = try LessonParser.parse(Samples.source(faulty))
    #expect(try lesson.workspace(after: 0).focusedRun.experiment.fault?.name == "sum_for_mean")
  }

  @Test func anExperimentFileMayNot() {
    let problems = ExperimentSamples.problems(
      inExperiment: "data: xor\nhidden: [2]\nfault: bias_sign\n")
    #expect(problems.first?.contains("A fault can be planted only by a lesson") == true)
  }

  @Test func aMisspelledFaultIsSaid() throws {
    let text = Samples.lesson.replacing(claims, with: "experiment: {fault: bias_sig}")
      .replacing("minutes: 7", with: "minutes: 7\nfaulty: true")
    #expect(throws: Diagnostics.self) { try LessonParser.parse(Samples.source(text)) }
  }
}
