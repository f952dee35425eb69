import TerminalCanvas

/// The scale of all gradients, and bars on it.
enum GradientScale {
  /// From far below the vanishing norm to beyond the exploding one; the scale never follows the values.
  static let axis = Axis(.logarithmic, from: 1e-8, to: 1e3)

  /// Sizes that lines through the bars stand for.
  static let marks = [1e-5, 1e2]

  /// A bar along a track, with the lines through it.
  static func drawBar(of norm: Double?, _ style: Style, in track: Rect, on canvas: inout Canvas) {
    let eighths = eighths(of: norm, width: track.width)
    let partial: [Character] = ["█", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
    for column in 0..<min(track.width, (eighths + 7) / 8) {
      let glyph = column == eighths / 8 ? partial[eighths % 8] : "█"
      canvas[track.x + column, track.y] = Cell(canvas.glyphs == .ascii ? "#" : glyph, style)
    }
    for limit in marks { drawLimit(limit, behind: eighths, style, in: track, on: &canvas) }
    drawCut(of: norm, style, in: track, on: &canvas)
  }

  /// An arrow where the scale ends before the bar does: at its right end, or at its left one for a bar that would begin
  /// beyond it.
  private static func drawCut(
    of norm: Double?, _ style: Style, in track: Rect, on canvas: inout Canvas
  ) {
    guard let norm, track.width > 0, let arrow = cut(of: norm, canvas.glyphs) else { return }
    let isBelow = norm < axis.lower
    let place = Point(x: isBelow ? track.x : track.maxX - 1, y: track.y)
    canvas.write(
      arrow, at: place,
      style: isBelow ? style : Style(style.role, style.attributes.union(.reversed)), within: track)
  }

  /// The arrow of a length that the scale does not reach; nil for all others.
  static func cut(of norm: Double, _ glyphs: GlyphSet) -> String? {
    if norm > axis.upper { return glyphs == .ascii ? ">" : "▶" }
    return norm > 0 && norm < axis.lower ? (glyphs == .ascii ? "<" : "◀") : nil
  }

  /// The length of a bar; the smallest gradient that is not 0 shows.
  private static func eighths(of norm: Double?, width: Int) -> Int {
    guard let norm, norm != 0, !norm.isNaN else { return 0 }
    let fraction = axis.fraction(of: norm) ?? 1
    return max(1, Int(min(1, max(0, fraction)) * Double(8 * width) + 0.5))
  }

  /// A line through the track: cut out of the bar where the bar is longer.
  private static func drawLimit(
    _ limit: Double, behind eighths: Int, _ bar: Style, in track: Rect, on canvas: inout Canvas
  ) {
    guard let column = axis.cell(of: limit, cells: track.width) else { return }
    var style = Style.muted
    if (column + 1) * 8 <= eighths, canvas.glyphs != .ascii {
      style = Style(bar.role, bar.attributes.union(.reversed))
    }
    canvas.write("│", at: Point(x: track.x + column, y: track.y), style: style, within: track)
  }

  /// The ends of the scale, for a title.
  static let range =
    axis.lower.scientific(significant: 1) + " to " + axis.upper.scientific(significant: 1)

  /// What the lines stand for, over them, and the left end of the scale where it has room.
  static func drawMarks(in track: Rect, upTo end: Int, on canvas: inout Canvas) {
    guard track.height > 0, track.width >= 9 else { return }
    let first = axis.cell(of: marks[0], cells: track.width) ?? 0
    for limit in (first > 5 ? [axis.lower] : []) + marks {
      let word = limit.scientific(significant: 1)
      guard let column = axis.cell(of: limit, cells: track.width) else { continue }
      let start = max(track.x, min(track.x + column - 1, end - word.count))
      let area = Rect(x: track.x, y: track.y, width: end - track.x, height: 1)
      canvas.write(word, at: Point(x: start, y: track.y), style: .muted, within: area)
    }
  }
}
