/// Glyphs in place of tones, for terminals whose colors cannot tell the levels of a ramp apart.
public enum Texture: Hashable, Sendable {
  /// Says as much as it can: heat maps and images.
  case full
  /// Quiet enough to lie behind points and curves.
  case quiet

  /// The glyph of a tone in a cell.
  ///
  /// - Parameters:
  ///   - tone: what the cell has to say.
  ///   - point: where the cell is; regions of a class are marked at a few places only.
  ///   - glyphs: the characters to choose from.
  /// - Returns: a character of one column.
  public func character(for tone: Tone, at point: Point, _ glyphs: GlyphSet) -> Character {
    let isASCII = glyphs == .ascii
    switch (tone.ramp, self) {
    case (.confidence(let group), .full):
      return tone.level < 7 ? " " : ScatterPlot.glyph(group: Int(group), classes: Ramp.hueCount)
    case (.confidence(let group), .quiet):
      if Self.isMarked(point, tone.value) {
        return ScatterPlot.glyph(group: Int(group), classes: Ramp.hueCount)
      }
      // A point on either side, or it would be taken for a sample.
      let isBeside = [-1, 1].contains {
        Self.isMarked(Point(x: point.x + $0, y: point.y), tone.value)
      }
      return isBeside ? (isASCII ? "." : "·") : " "
    case (.sign, .full): return Self.signed(tone.value, isASCII)
    case (_, .full): return Self.shade(tone.value, isASCII ? " .:-=+*#%@" : " ·░▒▓█")
    case (.sign, .quiet): return Self.side(tone.value, isASCII ? " .:#" : " ·░▒")
    case (_, .quiet): return Self.shade(tone.value, isASCII ? " .:#" : " ·░▒")
    }
  }

  /// One of some characters, from none to all.
  private static func shade(_ share: Double, _ shades: String) -> Character {
    let shades = Array(shades)
    return shades[Int((share * Double(shades.count - 1)).rounded())]
  }

  /// One of four characters: far below zero, below, above and far above.
  private static func side(_ value: Double, _ shades: String) -> Character {
    Array(shades)[value < 0 ? (value < -0.5 ? 0 : 1) : (value <= 0.5 ? 2 : 3)]
  }

  /// Strokes below zero, blocks above it.
  private static func signed(_ value: Double, _ isASCII: Bool) -> Character {
    guard value != 0 else { return isASCII ? " " : "·" }
    let strokes: [Character] = isASCII ? ["'", "-", "="] : ["-", "=", "≡"]
    let blocks: [Character] = isASCII ? [".", "+", "#"] : ["░", "▒", "█"]
    let size = min(2, Int(abs(value) * 3))
    return value < 0 ? strokes[size] : blocks[size]
  }

  /// A lattice that is closer where the class is surer.
  private static func isMarked(_ point: Point, _ confidence: Double) -> Bool {
    guard confidence >= 1.0 / 3 else { return false }
    let gap = confidence >= 2.0 / 3 ? 4 : 8
    return point.y.isMultiple(of: 2) && (point.x + point.y).isMultiple(of: gap)
  }
}
