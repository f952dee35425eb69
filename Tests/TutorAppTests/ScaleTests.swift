import NeuralNetwork
import SeededRandom
import TerminalCanvas
import Testing

@testable import TutorApp

/// What decides the ends of axes, the rows of layers and the texts of numbers, held to what each promises.
@Suite struct ScaleTests {
  /// Sizes over twenty powers of ten, drawn anew for each seed.
  private func sizes(_ seed: Int, count: Int = 200) -> [Double] {
    var random = SeededRandom(seed: UInt64(seed))
    return (0..<count).map { _ in
      Double.random(in: 1..<10, using: &random)
        * (Double("1e\(Int.random(in: -10...9, using: &random))") ?? 1)
    }
  }

  // MARK: - Axes

  /// A curve is inside, and at most a third of the plot above it is empty.
  @Test(arguments: 0..<4) func aLossAxisHoldsItsCurveClosely(seed: Int) {
    for value in sizes(seed) {
      let top = LossAxis.roundedUp(value)
      #expect(top >= value && value >= top * 0.66, "\(value) under \(top)")
      #expect(LossAxis.roundedUp(top) == top, "\(top) is round already")
    }
  }

  @Test(arguments: [0, -1, -Double.infinity, .nan]) func withoutALossAnAxisEndsAtOne(value: Double)
  {
    #expect(LossAxis.roundedUp(value) == 1)
  }

  /// Three fifths of the width are used, from ten updates on.
  @Test(arguments: 0..<4) func anAxisOfUpdatesIsUsed(seed: Int) {
    var random = SeededRandom(seed: UInt64(seed))
    for _ in 0..<200 {
      let last = Int.random(in: 10...10_000_000, using: &random)
      let end = LossAxis.lastUpdate(atLeast: last)
      #expect(end >= Double(last) && Double(last) >= end * 0.6, "\(last) of \(end)")
      #expect(LossAxis.lastUpdate(atLeast: Int(end)) == end)
    }
    #expect(LossAxis.lastUpdate(atLeast: .max) == Double(Int.max))
    #expect(LossAxis.lastUpdate(atLeast: -5) == 10)
  }

  /// Nothing that is drawn makes an axis without a length, or one of the wrong way round.
  @Test(
    arguments: Scale.allCases,
    [
      [], [0], [.nan], [.infinity, 1], [0, 0, 0], [1e308], [-1, 5],
      [.leastNonzeroMagnitude, 1.7e308],
    ] as [[Double]])
  func everyAxisOfLossesHasALength(scale: Scale, values: [Double]) {
    let buckets = values.enumerated().map { Bucket(x: Double($0), y: $1) }
    let axis = LossAxis(scale, [Series("", buckets)]).axis
    #expect(axis.lower < axis.upper && axis.lower.isFinite && axis.upper.isFinite, "\(axis)")
  }

  /// What has no place on an axis is said: on a linear one what is not finite, on a logarithmic one 0 and less.
  @Test(arguments: [
    (Scale.linear, [1.0, 2], false), (.linear, [1, .infinity], true), (.linear, [0, 1], false),
    (.logarithmic, [1, 2], false), (.logarithmic, [1, 0], true),
  ])
  func gapsAreKnown(scale: Scale, values: [Double], hasGap: Bool) {
    let buckets = values.enumerated().map { Bucket(x: Double($0), y: $1) }
    #expect(LossAxis(scale, [Series("", buckets)]).hasGap == hasGap)
  }

  /// A range holds its places with a little room, lies about its center, and stays while they move a little.
  @Test(arguments: 0..<4) func aRangeHoldsItsPlaces(seed: Int) {
    var random = SeededRandom(seed: UInt64(seed))
    for size in sizes(seed, count: 50) {
      let places = (0..<4).map { _ in Double.random(in: -size...size, using: &random) }
      let center = Double.random(in: -size...size, using: &random)
      for center in [center, nil] {
        let range = CostRange(holding: places, around: center)
        #expect(places.allSatisfy { range.lower <= $0 && $0 <= range.upper }, "\(places) \(range)")
        if let center {
          let (left, right) = (center - range.lower, range.upper - center)
          #expect(abs(left - right) <= 1e-9 * (left + right))
        }
      }
    }
  }

  @Test func aRangeOfNothingIsThere() {
    for places in [[], [.nan], [.infinity, -.infinity], [3]] as [[Double]] {
      for center in [nil, .nan, .infinity, 0] as [Double?] {
        let range = CostRange(holding: places, around: center)
        #expect(range.lower < range.upper && (range.upper - range.lower).isFinite, "\(places)")
      }
    }
  }

  // MARK: - Layers

  /// Whatever the room: rows are in order and no more than there are, the first layer is there, and the others are named.
  @Test(arguments: 1...24) func everyLayerHasARowOrIsNamed(depth: Int) {
    for height in 0...26 {
      let layers = LayerRows(depth: depth, height: height)
      let shown = layers.rows.compactMap(\.self)
      #expect(layers.rows.count <= height && shown == shown.sorted())
      #expect(Set(shown).count == shown.count && shown.allSatisfy { (1...depth).contains($0) })
      #expect(layers.isWhole == (depth <= height))
      #expect(height == 0 || shown.first == 1)
      #expect(height < 3 || shown.last == depth)
      let hidden = (1...depth).filter { !shown.contains($0) }
      let words =
        hidden.isEmpty
        ? ""
        : hidden.count == 1 ? "and \(hidden[0])" : "\(hidden[0]) to \(hidden[hidden.count - 1])"
      #expect(layers.hidden == words)
      #expect(hidden.isEmpty || hidden == Array(hidden[0]...hidden[hidden.count - 1]))
    }
  }

  // MARK: - Rates and paces

  /// Up and down the ladder leads back; every step is larger than the one before, and ends at the ends.
  @Test func theLadderOfRatesIsOne() {
    func moved(_ rate: Double, _ step: RateStep) -> Double {
      LearningRateSteps.moved(rate, by: step, base: 1)
    }
    var rate = LearningRateSteps.range.lowerBound
    var count = 0
    while rate < LearningRateSteps.range.upperBound {
      let next = moved(rate, .coarseUp)
      #expect(next > rate && moved(next, .coarseDown) == rate, "\(rate)")
      (rate, count) = (next, count + 1)
    }
    #expect(count == 45 && moved(rate, .coarseUp) == rate)
  }

  /// Fine steps have two digits, are monotonic, and never leave the range.
  @Test(arguments: [RateStep.fineUp, .fineDown]) func fineStepsHaveTwoDigits(step: RateStep) {
    var rate = step == .fineUp ? 1.5e-9 : 9.9e5
    for _ in 0..<1350 {
      let next = LearningRateSteps.moved(rate, by: step, base: 1)
      #expect(LearningRateSteps.range.contains(next))
      #expect(step == .fineUp ? next >= rate : next <= rate)
      #expect(Double(next.formatted(significant: 2)) == next, "\(rate) to \(next)")
      rate = next
    }
    #expect(step == .fineUp ? rate == 1e6 : rate == 1e-9)
  }

  /// Whatever a file has for a rate, every key leads into the range.
  @Test(arguments: [
    0, .leastNonzeroMagnitude, 1e-300, 1e30, 1e300, .greatestFiniteMagnitude, .infinity,
  ])
  func ratesBeyondTheRangeComeBack(rate: Double) {
    for step in [RateStep.coarseUp, .coarseDown, .fineUp, .fineDown] {
      let moved = LearningRateSteps.moved(rate, by: step, base: 1)
      #expect(LearningRateSteps.range.contains(moved), "\(step)")
    }
    #expect(LearningRateSteps.moved(rate, by: .reset, base: 0.3) == 0.3)
  }

  @Test func pacesAreInOrderAndHaveNames() {
    #expect(Pace.allCases == Pace.allCases.sorted())
    #expect(Set(Pace.names).count == Pace.allCases.count)
    for pace in Pace.allCases {
      #expect(Pace.named(pace.name) == pace)
      for updates in [1, 1000] {
        #expect(pace.next(1, updatesPerEpoch: updates) >= pace)
        #expect(pace.next(-1, updatesPerEpoch: updates) <= pace)
      }
      #expect(pace.rate == nil || pace.interval > .zero)
    }
    #expect(Pace.named("") == nil && Pace.named("flat out") == nil)
  }

  // MARK: - Texts of numbers

  /// A compact number is the number to four digits, written as short as that can be.
  @Test(arguments: 0..<4) func aCompactNumberIsTheNumber(seed: Int) throws {
    for value in sizes(seed).flatMap({ [$0, -$0] }) {
      let text = compact(value)
      let read = try #require(Double(text))
      #expect(abs(read - value) <= 5.001e-4 * abs(value), "\(text)")
      let digits = text.prefix { $0 != "e" }
      #expect(!digits.contains(".") || !(digits.hasSuffix("0") || digits.hasSuffix(".")), "\(text)")
    }
  }

  @Test(arguments: [
    (Double.nan, "nan"), (.infinity, "inf"), (-.infinity, "-inf"), (-0.0, "0"), (1e300, "1e300"),
  ])
  func whatIsNoNumberIsAWord(value: Double, text: String) { #expect(compact(value) == text) }

  /// What is no share is said as the number it is.
  @Test(arguments: [
    (0.0, "0 %"), (0.004, "0.4 %"), (0.0001, "0.01 %"), (0.0051, "1 %"), (0.994, "99 %"),
    (1, "100 %"),
    (0.9967, "99.7 %"), (0.9998, "99.98 %"), (-1e-12, "0 %"), (1.000000000001, "100 %"),
    (-0.25, "-0.2500"), (2.3, "2.300"), (.nan, "nan"), (.infinity, "inf"), (-.infinity, "-inf"),
  ])
  func sharesAreInPercent(share: Double, text: String) { #expect(percent(share) == text) }

  @Test func subscriptsReadBack() {
    let digits = Array("₀₁₂₃₄₅₆₇₈₉")
    for number in [0, 7, 10, 99, 100, 1234, 98_765] {
      let back = subscripted(number).compactMap { digits.firstIndex(of: $0) }
      #expect(back.reduce(0) { $0 * 10 + $1 } == number)
    }
  }
}
