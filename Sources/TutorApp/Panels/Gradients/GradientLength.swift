import TerminalCanvas

/// How far a layer moves where the last one moves a meter: gradients that differ by powers of ten, as a person feels them.
enum GradientLength {
  /// A length, 0 and more, in the unit that suits it, such as `21 µm`.
  static func text(_ meters: Double) -> String {
    guard meters.isFinite else { return "-" }
    guard meters > 0 else { return "0" }
    let unit = units.first { meters * 1.000_001 >= $0.size } ?? units[units.count - 1]
    let amount = meters / unit.size
    guard amount < 1e4, amount >= 0.01 else { return meters.scientific(significant: 1) + " m" }
    let text = amount >= 100 ? amount.formatted(decimals: 0) : amount.formatted(significant: 2)
    return "\(text) \(unit.name)"
  }

  private static let units: [(size: Double, name: String)] = [
    (1e3, "km"), (1, "m"), (1e-2, "cm"), (1e-3, "mm"), (1e-6, "µm"), (1e-9, "nm"), (1e-12, "pm"),
  ]

  /// What a layer's gradient is beside the one behind it, from which the error comes: `÷5.7`, or `×1.2` where it grows.
  static func factor(_ norm: Double, from source: Double) -> String {
    guard norm > 0, source > 0, norm.isFinite, source.isFinite else { return "" }
    let isSmaller = source >= norm
    let factor = isSmaller ? source / norm : norm / source
    let text = factor < 1000 ? factor.formatted(significant: 2) : factor.scientific(significant: 1)
    return (isSmaller ? "÷" : "×") + text
  }
}
