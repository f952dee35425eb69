/// How values are spread along an axis.
public enum Scale: String, CaseIterable, Sendable {
  case linear
  /// By the logarithm: only positive values have a place.
  case logarithmic
}

/// A range of values along one side of a plot; any range is made drawable.
public struct Axis: Hashable, Sendable {
  /// How values are spread.
  public let scale: Scale
  /// The value at the start.
  public let lower: Double
  /// The value at the end; always above `lower`.
  public let upper: Double
  /// True for counts, such as updates: ticks between whole numbers would mean nothing.
  public let whole: Bool
  private let logLower: Double
  private let logSpan: Double

  /// Makes an axis between two values.
  ///
  /// An empty range is widened, an exchanged one turned round; non-finite ends, and ends of a
  /// logarithmic axis that are not positive, are replaced.
  public init(
    _ scale: Scale = .linear, from start: Double, to end: Double, whole: Bool = false
  ) {
    self.scale = scale
    self.whole = whole
    (lower, upper) =
      scale == .linear ? Self.linearRange(start, end) : Self.logarithmicRange(start, end)
    logLower = scale == .linear ? 0 : log10(lower)
    logSpan = scale == .linear ? 1 : log10(upper) - logLower
  }

  /// Makes an axis that has room for every value which can be drawn on it.
  public init(_ scale: Scale = .linear, fitting values: some Sequence<Double>) {
    var low = Double.infinity
    var high = -Double.infinity
    for value in values where value.isFinite && (scale == .linear || value > 0) {
      low = min(low, value)
      high = max(high, value)
    }
    self.init(scale, from: low, to: high)
  }

  /// Where a value lies: 0 at `lower`, 1 at `upper`, outside them beyond; nil when it has no place.
  public func fraction(of value: Double) -> Double? {
    guard value.isFinite else { return nil }
    if scale == .linear {
      let span = upper - lower
      return span.isFinite
        ? (value - lower) / span : (value / 2 - lower / 2) / (upper / 2 - lower / 2)
    }
    guard value > 0 else { return nil }
    return (log10(value) - logLower) / logSpan
  }

  /// The value at a fraction of the way; on a logarithmic axis every step is the same factor.
  public func value(at fraction: Double) -> Double {
    guard scale == .logarithmic else { return lower * (1 - fraction) + upper * fraction }
    return exp10(logLower + logSpan * fraction)
  }

  /// The length of a linear axis; infinite where no number is that large.
  var span: Double { upper - lower }

  /// A linear axis with the same middle and another length; itself where that is no number.
  func widened(to length: Double) -> Axis {
    let margin = (length - span) / 2
    guard margin.isFinite, (lower - margin).isFinite, (upper + margin).isFinite else { return self }
    return Axis(from: lower - margin, to: upper + margin, whole: whole)
  }

  private static func linearRange(_ start: Double, _ end: Double) -> (Double, Double) {
    guard start.isFinite, end.isFinite else { return (0, 1) }
    let low = min(start, end)
    let high = max(start, end)
    let largest = max(abs(low), abs(high))
    // Fewer than a few thousand doubles lie between the ends: there is nothing to draw between them.
    guard high - low < largest * 1e-12 || high - low < 1e-290 else { return (low, high) }
    let margin = max(largest * 0.05, largest == 0 ? 0.5 : 1e-290)
    return (
      max(low - margin, -.greatestFiniteMagnitude), min(high + margin, .greatestFiniteMagnitude)
    )
  }

  private static func logarithmicRange(_ start: Double, _ end: Double) -> (Double, Double) {
    let ends = [start, end].filter { $0.isFinite && $0 > 0 }
    guard let low = ends.min(), let high = ends.max() else { return (0.1, 1) }
    if ends.count == 2 && high / low >= 1.001 { return (low, high) }
    // Numbers that small have too few digits for ticks.
    guard high > 1e-305 else { return (1e-307, 1e-305) }
    // One value alone: a decade below it, or from half of it to twice it.
    return ends.count == 1
      ? (low / 10, high) : (low / 2, min(high * 2, .greatestFiniteMagnitude))
  }
}
