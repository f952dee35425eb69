import NeuralNetwork
import TerminalCanvas
import Testing

@testable import TutorApp

/// How far a survey is, on the status line while it is under way.
@Suite struct SurveyProgressTests {
  @Test func theStatusSaysHowFarItIs() throws {
    var tutor = try Tutor(Samples.xor)
    let generation = tutor.model.generation
    update(
      &tutor.model, surveyed: SurveyProgress(done: 32, count: 500, generation: generation))
    #expect(tutor.screen.contains("32 of 500 starts trained …"))
    tutor.press("u")
    #expect(!tutor.screen.contains("starts trained"))
  }

  @Test func newsOfAnEarlierPageIsIgnored() throws {
    var tutor = try Tutor(Samples.xor)
    update(&tutor.model, surveyed: SurveyProgress(done: 1, count: 2, generation: -1))
    #expect(!tutor.screen.contains("starts trained"))
  }
}
