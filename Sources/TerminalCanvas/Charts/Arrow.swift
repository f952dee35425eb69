/// One of eight directions.
struct Arrow {
  /// Columns to the right and rows upwards, −1...1.
  let column, row: Int

  /// Out of a plot: to the side, and up or down, that it leaves by.
  init(beyond across: Double, _ up: Double) {
    column = across > 0 ? 1 : across < 0 ? -1 : 0
    row = up > 0 ? 1 : up < 0 ? -1 : 0
  }

  init(across: Double, up: Double) {
    // Within an eighth of a turn of an axis, whose tangent is √2 − 1, the arrow lies on it.
    let limit = 0.41421356237309503
    column = abs(across) > limit * abs(up) ? (across > 0 ? 1 : -1) : 0
    row = abs(up) > limit * abs(across) ? (up > 0 ? 1 : -1) : 0
  }

  func glyph(_ glyphs: GlyphSet) -> String {
    let arrows =
      glyphs == .ascii
      ? ["/", "v", "\\", "<", "+", ">", "\\", "^", "/"]
      : ["↙", "↓", "↘", "←", "·", "→", "↖", "↑", "↗"]
    return arrows[(row + 1) * 3 + column + 1]
  }
}
