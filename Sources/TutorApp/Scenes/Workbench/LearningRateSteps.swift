/// The learning rates that the keys walk through: numbers a person would write down.
enum LearningRateSteps {
  /// The smallest and largest rate the keys reach.
  static let range = 1e-9...1e6

  /// The rate after a key; `base` is what the experiment says.
  ///
  /// A rate beyond the range, as a file may have one, moves as its nearest end does.
  static func moved(_ rate: Double, by step: RateStep, base: Double) -> Double {
    let rate = min(max(rate, range.lowerBound), range.upperBound)
    return switch step {
    case .coarseUp: coarse(above: rate)
    case .coarseDown: coarse(below: rate)
    case .fineUp: fine(rate, by: 1)
    case .fineDown: fine(rate, by: -1)
    case .reset: base
    }
  }

  /// The next larger of 1, 2, 5 · 10ᵏ.
  private static func coarse(above rate: Double) -> Double {
    ladder.first { $0 > rate * (1 + 1e-12) } ?? range.upperBound
  }

  /// The next smaller of 1, 2, 5 · 10ᵏ.
  private static func coarse(below rate: Double) -> Double {
    ladder.last { $0 < rate * (1 - 1e-12) } ?? range.lowerBound
  }

  private static let ladder: [Double] = (-9...6).flatMap { exponent in
    [1.0, 2, 5].map { scaled($0, exponent) }
  }.filter { $0 <= range.upperBound }

  /// One up or down in the second significant digit: 0.40 → 0.41, 0.99 → 1.0, 0.10 → 0.099.
  private static func fine(_ rate: Double, by direction: Int) -> Double {
    var exponent = -10
    while scaled(10, exponent + 1) <= rate * (1 + 1e-12), exponent < 6 { exponent += 1 }
    let unit = scaled(1, exponent)
    var mantissa = Int((rate / unit).rounded()) + direction
    if mantissa < 10 {
      mantissa = 99
      exponent -= 1
    }
    let moved = scaled(Double(mantissa), exponent)
    return min(max(moved, range.lowerBound), range.upperBound)
  }

  /// digits · 10^exponent, correctly rounded: the powers up to 10²² are exact.
  private static func scaled(_ digits: Double, _ exponent: Int) -> Double {
    var power = 1.0
    for _ in 0..<abs(exponent) { power *= 10 }
    return exponent < 0 ? digits / power : digits * power
  }
}
