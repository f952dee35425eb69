/// One cell of the grid: a glyph one column wide, or the left or right half of a wide one.
///
/// The glyph is kept as up to three code points in one word, so that a grid is plain memory.
public struct Cell: Hashable, Sendable {
  var glyph: Glyph
  /// How the glyph is drawn.
  public var style: Style
  /// True for the right half of a wide character, which carries no glyph of its own.
  public var isContinuation: Bool

  /// Makes a cell; a control character becomes U+FFFD.
  public init(_ character: Character = " ", _ style: Style = .text, isContinuation: Bool = false) {
    self.init(glyph: Glyph(character), style: style, isContinuation: isContinuation)
  }

  init(glyph: Glyph, style: Style, isContinuation: Bool = false) {
    self.glyph = glyph
    self.style = style
    self.isContinuation = isContinuation
  }

  /// What the cell shows: never a control character.
  public var character: Character {
    get { glyph.character }
    set { glyph = Glyph(newValue) }
  }

  /// The code point the cell starts with, and the marks that combine with it (0 where there is none).
  ///
  /// This is what a terminal adapter sends, without making a string of it.
  public var codePoints: (base: UInt32, mark: UInt32, secondMark: UInt32) {
    (glyph.codePoint(0), glyph.codePoint(1), glyph.codePoint(2))
  }
}
