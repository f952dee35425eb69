/// Profiles behind one another, the first farthest away: how a distribution moves over time or layers.
public struct Ridgeline: Hashable, Sendable {
  /// One profile.
  public struct Ridge: Hashable, Sendable {
    /// Heights from left to right, of any unit.
    public var heights: [Double]
    /// How it is filled.
    public var style: Style

    /// Makes a profile.
    public init(_ heights: [Double], style: Style) {
      self.heights = heights
      self.style = style
    }
  }

  /// The profiles from back to front.
  public var ridges: [Ridge]

  /// Makes a picture of profiles.
  public init(_ ridges: [Ridge]) { self.ridges = ridges }

  /// Draws the profiles over a rectangle; with more of them than rows some are left out, evenly.
  ///
  /// Each has its foot in a row of its own and may rise over those behind it. All have one scale.
  public func draw(in rect: Rect, on canvas: inout Canvas) {
    let largest = ridges.flatMap(\.heights).filter(\.isFinite).max() ?? 0
    guard largest > 0, !rect.isEmpty else { return }
    let tallest = tallest(rows: rect.height)
    for (index, row) in feet(rows: rect.height) {
      let ridge = ridges[index]
      for column in 0..<rect.width {
        let height = ridge.heights[column * ridge.heights.count / rect.width]
        let share = height.isFinite ? max(0, height / largest) : 0
        let column = Point(x: rect.x + column, y: rect.y + row)
        draw(share * Double(tallest), from: column, ridge.style, within: rect, on: &canvas)
      }
    }
  }

  /// Which profiles so many rows show, from back to front, and the row that each has its foot in.
  public func feet(rows: Int) -> [(ridge: Int, row: Int)] {
    let (shown, tallest) = (min(ridges.count, rows), tallest(rows: rows))
    let free = rows - tallest
    return (0..<max(0, shown)).map { index in
      shown == 1
        ? (ridges.count - 1, rows - 1)
        : (index * (ridges.count - 1) / (shown - 1), tallest - 1 + index * free / (shown - 1))
    }
  }

  /// The rows of the tallest profile among so many rows: its share of them, or four, with which it rises over others.
  public func tallest(rows: Int) -> Int {
    let shown = max(1, min(ridges.count, rows))
    return max(1, min(max(4, rows / shown), rows - shown + 1))
  }

  /// Draws one column of a profile, a height in rows, from its foot upwards.
  private func draw(
    _ height: Double, from foot: Point, _ style: Style, within rect: Rect, on canvas: inout Canvas
  ) {
    let parts: [String] =
      canvas.glyphs == .ascii
      ? ["_", "_", ".", ".", "-", "-", "=", "#"] : ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
    let eighths = max(1, Int((height * 8).rounded()))
    for row in 0...((eighths - 1) / 8) {
      let part = min(8, eighths - 8 * row)
      let point = Point(x: foot.x, y: foot.y - row)
      canvas.write(parts[part - 1], at: point, style: style, within: rect)
    }
  }
}
