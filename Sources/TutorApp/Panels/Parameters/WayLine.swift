import TerminalCanvas

/// The way of a value in a row of a table: columns as high as it was on the average, and where it swings, all that it swings
/// over, which an average would make flat.
struct WayLine {
  private let values: [Double]
  private let low, high: Double

  init(_ values: [Double]) {
    self.values = values
    (low, high) = (values.min() ?? 0, values.max() ?? 0)
  }

  /// The columns as characters; nothing of a value that stands still or is no number.
  func text(columns: Int, _ glyphs: GlyphSet) -> String {
    guard high > low, (high - low).isFinite else { return "" }
    return (0..<columns).map { column in
      let first = column * values.count / columns
      let last = max(first + 1, (column + 1) * values.count / columns)
      return swings(first..<last)
        ? swing(over: values[first..<last], glyphs) : level(first..<last, glyphs)
    }.joined()
  }

  private func level(_ range: Range<Int>, _ glyphs: GlyphSet) -> String {
    let axis = Axis(from: low - (high - low) / 8, to: high)
    return Sparkline(Array(values[range]), axis: axis).text(columns: 1, glyphs)
  }

  /// Whether it turns round within some values and covers a good part of all that it covers on its way.
  private func swings(_ range: Range<Int>) -> Bool {
    let part = values[range]
    let reach = (part.max() ?? 0) - (part.min() ?? 0)
    guard reach > (high - low) / 4 else { return false }
    let around = values[max(0, range.lowerBound - 1)..<min(values.count, range.upperBound + 1)]
    let steps = zip(around, around.dropFirst()).map { $1 - $0 }
    return zip(steps, steps.dropFirst()).contains { $0 * $1 < 0 }
  }

  /// From the lowest of some values to the highest, in the rows of dots that a cell has.
  private func swing(over values: ArraySlice<Double>, _ glyphs: GlyphSet) -> String {
    guard glyphs == .braille else { return Self.swing(glyphs) }
    func row(_ value: Double) -> Int { min(3, Int((value - low) / (high - low) * 4)) }
    let (bottom, top) = (row(values.min() ?? low), row(values.max() ?? high))
    let dots: [UInt32] = [0xC0, 0x24, 0x12, 0x09]
    let mask = (bottom...top).reduce(0) { $0 | dots[$1] }
    return Unicode.Scalar(0x2800 + mask).map { String(Character($0)) } ?? ""
  }

  /// What stands for a swing from one end to the other.
  static func swing(_ glyphs: GlyphSet) -> String {
    glyphs == .braille ? "⣿" : glyphs == .block ? "┃" : "|"
  }
}
