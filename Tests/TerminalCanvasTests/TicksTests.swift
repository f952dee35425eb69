import Foundation
import SeededRandom
import TerminalCanvas
import Testing

struct TicksTests {
  private func labels(_ ticks: [Tick]) -> [String] { ticks.map(\.label) }

  @Test func stepsAreRound() {
    #expect(
      labels(Axis(from: 0, to: 0.13).ticks(rows: 12)) == [
        "0.000", "0.025", "0.050", "0.075", "0.100", "0.125",
      ])
    #expect(labels(Axis(from: -1, to: 1).ticks(rows: 12)) == ["-1.0", "-0.5", "0.0", "0.5", "1.0"])
    #expect(labels(Axis(from: 0, to: 87).ticks(columns: 60)) == ["0", "25", "50", "75"])
    #expect(labels(Axis(from: 2e6, to: 3e6).ticks(columns: 30)) == ["2.0e6", "2.5e6", "3.0e6"])
    #expect(
      labels(Axis(from: 0, to: 1.5e6).ticks(columns: 50)) == ["0", "0.5e6", "1.0e6", "1.5e6"])
    #expect(labels(Axis(from: 1e-7, to: 3e-7).ticks(rows: 6)) == ["1e-7", "2e-7", "3e-7"])
  }

  /// 0 to 1 on five rows: 0 in the middle of the lowest, 0.5 and 1 two and four rows above.
  @Test func alignedAxesHaveTheirTicksOnRows() {
    let unit = Axis(from: 0, to: 1).aligned(rows: 5)
    #expect(labels(unit.ticks(rows: 5)) == ["0.0", "0.5", "1.0"])
    #expect(unit.ticks(rows: 5).map { unit.cell(of: $0.value, cells: 5) } == [0, 2, 4])
    for rows in [4, 5, 6, 7, 8, 11, 12, 17] {
      for upper in [0.02, 0.7, 1, 2.3, 5, 9.7, 1234, 8e7] {
        let axis = Axis(from: 0, to: upper).aligned(rows: rows)
        let ticks = axis.ticks(rows: rows)
        #expect(axis.lower <= 0 && axis.upper >= upper && ticks.count >= 2)
        for tick in ticks {
          let place = (axis.fraction(of: tick.value) ?? 0) * Double(rows)
          #expect(abs(place - place.rounded(.down) - 0.5) < 0.25, "\(upper) on \(rows) rows")
        }
      }
    }
  }

  @Test func countsHaveWholeTicks() {
    let updates = Axis(from: 0, to: 5, whole: true)
    #expect(labels(updates.ticks(columns: 60)) == ["0", "1", "2", "3", "4", "5"])
    #expect(labels(Axis(from: 0, to: 0.5, whole: true).ticks(columns: 60)) == ["0"])
  }

  @Test func decadesThenFivesThenTwos() {
    func labels(_ lower: Double, _ upper: Double, rows: Int) -> [String] {
      self.labels(Axis(.logarithmic, from: lower, to: upper).ticks(rows: rows))
    }
    #expect(labels(1e-12, 1e3, rows: 6) == ["1e-10", "1e-5", "1e0"])
    #expect(labels(0.01, 10, rows: 8) == ["0.01", "0.1", "1", "10"])
    #expect(labels(0.01, 1, rows: 12) == ["0.01", "0.05", "0.1", "0.5", "1"])
    #expect(labels(0.1, 1, rows: 12) == ["0.1", "0.2", "0.5", "1"])
    #expect(labels(0.31, 0.39, rows: 9) == ["0.325", "0.350", "0.375"])
  }

  @Test(arguments: [
    (0.0, 0.0), (5.0, 5.0), (-1e308, 1e308), (0.0, Double.leastNonzeroMagnitude), (1e300, 1e300),
    (3.0, 1.0),
    (Double.nan, 1.0), (-Double.infinity, 0.0), (1e15, 1e15 + 1),
    (-Double.leastNormalMagnitude / 8, Double.leastNormalMagnitude / 2),
  ])
  func everyRangeIsDrawable(lower: Double, upper: Double) {
    for scale in Scale.allCases {
      let axis = Axis(scale, from: lower, to: upper)
      #expect(axis.lower < axis.upper && axis.lower.isFinite && axis.upper.isFinite)
      for cells in 0...40 {
        checkLabels(axis, cells: cells)
      }
    }
  }

  /// A range of any magnitude, sign and width.
  private func randomAxis(_ random: inout SeededRandom) -> Axis {
    let scale = Scale.allCases.randomElement(using: &random) ?? .linear
    let magnitude = pow(10, Double.random(in: -20...20, using: &random))
    let center = Double.random(in: -1...1, using: &random) * magnitude
    let width = pow(10, Double.random(in: -8...3, using: &random)) * magnitude
    let lower = scale == .linear ? center - width / 2 : abs(center)
    return Axis(scale, from: lower, to: lower + width)
  }

  @Test func labelsNeverTouch() {
    var random = SeededRandom(seed: 44)
    for _ in 0..<10_000 {
      checkLabels(randomAxis(&random), cells: Int.random(in: 1...120, using: &random))
    }
  }

  @Test func tallPlotsHaveFourLabels() {
    var random = SeededRandom(seed: 45)
    for _ in 0..<10_000 {
      let axis = randomAxis(&random)
      let rows = Int.random(in: 12...60, using: &random)
      let count = axis.ticks(rows: rows).count
      if count < (axis.scale == .linear ? 4 : 3) {
        Issue.record("\(count) labels on \(rows) rows: \(axis)")
      }
    }
  }

  private func checkLabels(_ axis: Axis, cells: Int) {
    check(axis, axis.ticks(rows: cells), cells: cells) { _, _ in 1 }
    check(axis, axis.ticks(columns: cells), cells: cells) {
      ($0.count + $1.count + 1) / 2 + 1
    }
  }

  private func check(
    _ axis: Axis, _ ticks: [Tick], cells: Int, distance: (String, String) -> Int
  ) {
    for (left, right) in zip(ticks, ticks.dropFirst()) {
      guard let from = axis.cell(of: left.value, cells: cells),
        let to = axis.cell(of: right.value, cells: cells)
      else {
        Issue.record("a tick outside \(axis): \(left) \(right)")
        continue
      }
      if to - from < distance(left.label, right.label) || left.label == right.label {
        Issue.record("labels touch on \(axis), \(cells) cells: \(left) \(right)")
      }
    }
    if !isRound(ticks, axis) { Issue.record("\(labels(ticks)) are not round on \(axis)") }
    for tick in ticks {
      let read = Double(tick.label) ?? .nan
      if !(abs(read - tick.value) <= 1e-6 * (axis.upper - axis.lower)) && !tick.value.isZero {
        Issue.record("the label \(tick.label) stands for \(tick.value) on \(axis)")
      }
    }
  }

  /// True for equal steps of {1, 2, 2.5, 5}·10ᵏ, and on a logarithmic axis for such values.
  private func isRound(_ ticks: [Tick], _ axis: Axis) -> Bool {
    func mantissa(_ value: Double) -> String {
      String(value.magnitude.scientific(significant: 3).prefix(4))
    }
    let steps = zip(ticks, ticks.dropFirst()).map { mantissa($1.value - $0.value) }
    let areEven =
      Set(steps).count <= 1 && steps.allSatisfy { ["1.00", "2.00", "2.50", "5.00"].contains($0) }
    guard axis.scale == .logarithmic else { return areEven }
    return areEven || ticks.allSatisfy { ["1.00", "2.00", "5.00"].contains(mantissa($0.value)) }
  }
}
