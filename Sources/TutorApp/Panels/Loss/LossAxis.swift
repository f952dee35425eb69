import TerminalCanvas

/// The ends of the axes, in round steps: they move seldom, so the picture stands still while the curve grows.
struct LossAxis {
  let axis: Axis
  /// Whether a value has no place on it.
  let hasGap: Bool

  /// On a linear axis the ceiling has a place in any case.
  init(_ scale: Scale, _ series: [Series], ceiling: Double = 0) {
    let all = series.flatMap(\.points)
    let largest = all.map { $0.maximum }.filter { $0.isFinite }.max() ?? 1
    if scale == .linear {
      axis = Axis(from: 0, to: Self.roundedUp(max(min(largest, 1e308) * 1.05, ceiling)))
      hasGap = all.contains { !$0.last.isFinite }
    } else {
      let smallest = all.map(\.minimum).filter { $0.isFinite && $0 > 0 }.min() ?? 0.1
      let top = largest > 1e308 ? .greatestFiniteMagnitude : Self.decade(above: largest)
      axis = Axis(.logarithmic, from: min(Self.decade(below: smallest), top / 10), to: top)
      hasGap = series.contains { $0.sign == nil && $0.points.contains { $0.last <= 0 } }
    }
  }

  /// The next round number that leaves at most a third of the plot above a curve empty.
  static func roundedUp(_ value: Double) -> Double {
    guard value > 0 else { return 1 }
    guard value < 1e300 else { return value.isNaN ? 1 : .greatestFiniteMagnitude }
    let decade = decade(below: value)
    return [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10].map { $0 * decade }.first { $0 >= value } ?? value
  }

  /// The largest power of ten that is not above a value.
  static func decade(below value: Double) -> Double {
    guard value >= 1e-300, value < 1e308 else { return value >= 1e308 ? 1e308 : 1e-300 }
    var exponent = 0
    while power(exponent) > value { exponent -= 1 }
    while power(exponent + 1) <= value { exponent += 1 }
    return power(exponent)
  }

  /// The smallest power of ten that is not below a value.
  private static func decade(above value: Double) -> Double {
    let below = decade(below: value)
    return below >= value ? below : min(below * 10, 1e308)
  }

  private static func power(_ exponent: Int) -> Double { Double("1e\(exponent)") ?? 1 }

  /// The right end, in steps so small that three fifths of the width are used, and so few that the picture seldom moves.
  static func lastUpdate(atLeast last: Int) -> Double {
    let steps = [10, 15, 20, 30, 40, 60]
    let ends = sequence(first: 1) { $0 * 10 }.prefix(17).lazy.flatMap { decade in
      steps.lazy.map { $0 * decade }
    }
    return Double(ends.first { $0 >= max(last, 1) } ?? last)
  }
}
