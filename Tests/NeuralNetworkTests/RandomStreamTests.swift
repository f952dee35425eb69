import NeuralNetwork
import Testing

@Suite struct RandomStreamTests {
  private func numbers(_ seed: UInt64, _ purpose: RandomStream.Purpose, _ index: Int) -> [UInt64] {
    var stream = RandomStream(seed: seed, purpose: purpose, index: index)
    return (0..<4).map { _ in stream.next() }
  }

  @Test func theSameKeysGiveTheSameNumbers() {
    #expect(numbers(1, .order, 5) == numbers(1, .order, 5))
  }

  @Test func everyKeyCounts() {
    let streams = (0..<20).flatMap { seed in
      RandomStream.Purpose.allCases.flatMap { purpose in
        (0..<50).map { numbers(seed, purpose, $0) }
      }
    }
    #expect(Set(streams.flatMap { $0 }).count == 4 * streams.count)
  }

  @Test func uniformNumbersFillTheirInterval() {
    var stream = RandomStream(seed: 3, purpose: .data)
    let values = (0..<20_000).map { _ in stream.uniform() }
    #expect(values.allSatisfy { $0 >= 0 && $0 < 1 })
    #expect(abs(values.reduce(0, +) / 20_000 - 0.5) < 0.01)
  }

  @Test func normalNumbersHaveTheirMoments() {
    var stream = RandomStream(seed: 4, purpose: .data)
    let values = (0..<50_000).map { _ in stream.normal() }
    let mean = values.reduce(0, +) / 50_000
    let variance = values.reduce(0) { $0 + $1 * $1 } / 50_000
    let fourth = values.reduce(0) { $0 + $1 * $1 * $1 * $1 } / 50_000
    #expect(abs(mean) < 0.02)
    #expect(abs(variance - 1) < 0.03)
    #expect(abs(fourth - 3) < 0.2)
  }

  @Test func indicesAreEquallyLikely() {
    var stream = RandomStream(seed: 5, purpose: .order)
    var counts = [Int](repeating: 0, count: 7)
    for _ in 0..<70_000 { counts[stream.index(below: 7)] += 1 }
    #expect(counts.allSatisfy { abs($0 - 10_000) < 400 })
  }

  @Test func permutationsHoldEveryNumberOnce() {
    var stream = RandomStream(seed: 6, purpose: .order)
    let order = stream.permutation(of: 100)
    #expect(order.sorted() == Array(0..<100))
    #expect(order != Array(0..<100))
    #expect(stream.permutation(of: 0).isEmpty)
  }

  /// These very bits make every recorded run what it is: they must never change.
  @Test func theNumbersAreWhatTheyAlwaysWere() {
    var stream = RandomStream(seed: 1, purpose: .parameters, index: 1)
    #expect([stream.next(), stream.next()] == RandomStreamTests.recorded)
  }

  private static let recorded: [UInt64] = [
    16_221_538_518_740_813_911, 12_351_683_073_763_466_517,
  ]
}
