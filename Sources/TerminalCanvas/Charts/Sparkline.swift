/// A row of columns of eight heights: a histogram, or a history in few cells.
public struct Sparkline: Hashable, Sendable {
  /// The values from left to right.
  public var values: [Double]
  /// The heights; nil for from 0 to the largest value.
  public var axis: Axis?
  /// How the columns are drawn.
  public var style: Style

  /// Makes a sparkline.
  public init(_ values: [Double], axis: Axis? = nil, style: Style = .muted) {
    self.values = values
    self.axis = axis
    self.style = style
  }

  /// Draws the columns in the first row of a rectangle, over its whole width.
  ///
  /// More values than cells are shown by averages; fewer make wider columns.
  public func draw(in rect: Rect, on canvas: inout Canvas) {
    guard !rect.isEmpty else { return }
    let text = text(columns: rect.width, canvas.glyphs)
    canvas.write(text, at: rect.origin, style: style, within: rect)
  }

  /// The columns as characters, for a cell of a table; nothing where there are no values.
  public func text(columns: Int, _ glyphs: GlyphSet) -> String {
    guard !values.isEmpty, columns > 0 else { return "" }
    let axis = drawnAxis
    return String((0..<columns).map { glyph(value(at: $0, of: columns), axis, glyphs) })
  }

  private var drawnAxis: Axis {
    axis ?? Axis(from: 0, to: values.filter(\.isFinite).max().map { $0 > 0 ? $0 : 1 } ?? 1)
  }

  private func value(at column: Int, of columns: Int) -> Double {
    let first = column * values.count / columns
    let last = max(first + 1, (column + 1) * values.count / columns)
    return values[first..<last].reduce(0, +) / Double(last - first)
  }

  private func glyph(_ value: Double, _ axis: Axis, _ glyphs: GlyphSet) -> Character {
    guard let fraction = axis.fraction(of: value) else { return value.isNaN ? "?" : " " }
    let heights = Self.heights(glyphs)
    guard fraction > 0 else { return " " }
    return heights[min(heights.count - 1, Int(fraction * Double(heights.count)))]
  }

  /// From an eighth of a cell to all of it.
  private static func heights(_ glyphs: GlyphSet) -> [Character] {
    glyphs == .ascii
      ? [".", ":", "-", "=", "+", "*", "%", "#"] : ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
  }
}

/// How many values lie in each of some equal parts of an axis.
public struct Histogram: Hashable, Sendable {
  /// The counts from the start of the axis to its end.
  public let counts: [Int]
  /// The values that are not finite or lie beyond the ends.
  public let outside: Int

  /// Counts values.
  public init(of values: some Sequence<Double>, bins: Int, over axis: Axis) {
    var counts = Array(repeating: 0, count: max(1, bins))
    var outside = 0
    for value in values {
      if let cell = axis.cell(of: value, cells: counts.count) {
        counts[cell] += 1
      } else {
        outside += 1
      }
    }
    self.counts = counts
    self.outside = outside
  }

  /// The counts as a row of columns.
  public func sparkline(style: Style = .muted) -> Sparkline {
    Sparkline(counts.map(Double.init), style: style)
  }
}
