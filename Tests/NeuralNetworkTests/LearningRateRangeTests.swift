import NeuralNetwork
import Testing

struct LearningRateRangeTests {
  @Test func theRangeTestRunsThroughTheRates() throws {
    // No line goes through these points, so the loss stays above 0 and can rise again.
    var line = Samples.lineFit(x: [1, 2, 3], rate: 0.5)
    line.data = .explicit(inputs: [[1], [2], [3]], targets: [[3], [5], [4]])
    let range = try LearningRateRange(line, from: 1e-4, to: 10, updates: 200)
    let rates = range.points.map(\.rate)
    #expect(abs(rates[0] - 1e-4) < 1e-18 && rates == rates.sorted())
    // The curvature of this cost is 2 (1 + 4 + 9) / 3: beyond 2 / 9.33 it diverges.
    let suggestion = try #require(range.suggestion)
    #expect(suggestion > 1e-3 && suggestion < 2 / 9.33)
    #expect(range.points.count < 200)
    #expect(abs(range.points[0].smoothed - range.points[0].loss) < 1e-9)
  }
}
