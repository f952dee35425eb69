/// A horizontal bar, to an eighth of a cell.
public struct Bar: Hashable, Sendable {
  /// How much of the width it takes, 0...1.
  public var fraction: Double
  /// How it is drawn.
  public var style: Style

  /// Makes a bar.
  public init(_ fraction: Double, style: Style = .accent) {
    self.fraction = fraction
    self.style = style
  }

  /// Draws the bar from the left in the first row of a rectangle; what is more than 0 is never invisible.
  public func draw(in rect: Rect, on canvas: inout Canvas) {
    guard fraction > 0, !rect.isEmpty else { return }
    let parts = Self.parts(canvas.glyphs)
    let steps = Double(rect.width * parts.count)
    let filled = max(1, Int((min(1, fraction) * steps).rounded()))
    let (whole, rest) = filled.quotientAndRemainder(dividingBy: parts.count)
    var text = String(repeating: parts[parts.count - 1], count: whole)
    if rest > 0 { text.append(parts[rest - 1]) }
    canvas.write(text, at: rect.origin, style: style, within: rect)
  }

  /// What fills a cell from the left, the whole cell last.
  private static func parts(_ glyphs: GlyphSet) -> [Character] {
    switch glyphs {
    case .braille: ["▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"]
    case .block: ["▌", "█"]
    case .ascii: ["-", "#"]
    }
  }
}
