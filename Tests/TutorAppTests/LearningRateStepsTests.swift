import Testing

@testable import TutorApp

@Suite struct LearningRateStepsTests {
  @Test(arguments: [
    (0.4, RateStep.coarseUp, 0.5), (0.4, .coarseDown, 0.2), (0.5, .coarseUp, 1),
    (1, .coarseDown, 0.5),
    (0.4, .fineUp, 0.41), (0.4, .fineDown, 0.39), (0.99, .fineUp, 1), (1, .fineUp, 1.1),
    (1, .fineDown, 0.99), (0.1, .fineDown, 0.099), (0.001, .fineUp, 0.0011), (0.123, .reset, 0.4),
    (1e-9, .coarseDown, 1e-9), (1e6, .coarseUp, 1e6), (1e-9, .fineDown, 1e-9),
  ])
  func aKeyGivesTheNumberAPersonWouldWrite(rate: Double, step: RateStep, expected: Double) {
    #expect(LearningRateSteps.moved(rate, by: step, base: 0.4) == expected)
  }

  @Test func upAndDownAgainIsTheSameRate() {
    for rate in [0.1, 0.2, 0.41, 0.5, 3.7, 0.0099] {
      let up = LearningRateSteps.moved(rate, by: .fineUp, base: 1)
      #expect(LearningRateSteps.moved(up, by: .fineDown, base: 1) == rate)
    }
  }
}
