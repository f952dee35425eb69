import NeuralNetwork
import Testing

@Suite struct ScheduleTests {
  @Test func eachScheduleFollowsItsFormula() {
    #expect(Schedule.constant.rate(base: 0.3, update: 100) == 0.3)
    #expect(Schedule.step(size: 5, gamma: 0.5).rate(base: 0.4, update: 4) == 0.4)
    #expect(Schedule.step(size: 5, gamma: 0.5).rate(base: 0.4, update: 14) == 0.1)
    #expect(Schedule.exponential(gamma: 0.5).rate(base: 1, update: 3) == 0.125)
    let cosine = Schedule.cosine(minimum: 0.1, steps: 10)
    #expect(cosine.rate(base: 0.5, update: 0) == 0.5)
    #expect(abs(cosine.rate(base: 0.5, update: 5) - 0.3) < 1e-15)
    #expect(cosine.rate(base: 0.5, update: 10) == 0.1)
    #expect(cosine.rate(base: 0.5, update: 1000) == 0.1)
  }

  @Test func warmUpRisesToTheBaseRate() {
    let rates = (0..<6).map { Schedule.warmUp(steps: 4).rate(base: 0.8, update: $0) }
    #expect(rates == [0.2, 0.4, 0.6000000000000001, 0.8, 0.8, 0.8])
  }

  @Test func linearFallsToZero() {
    let rates = (0..<6).map { Schedule.linear(steps: 4).rate(base: 0.8, update: $0) }
    #expect(rates == [0.8, 0.6000000000000001, 0.4, 0.2, 0, 0])
  }

  @Test func everyScheduleBeginsWithTheBaseRateOrBelow() {
    for var schedule in Schedule.all {
      for setting in schedule.settings where setting.usual == nil {
        schedule[setting] = 1
      }
      #expect((0...0.5).contains(schedule.rate(base: 0.5, update: 0)))
    }
  }
}
