/// What a cell means. Colours are chosen per role in one place, by the screen; views never name a colour.
public enum Role: UInt8, CaseIterable, Sendable {
  case text, muted, heading, accent
  case positive, negative, warning
  /// Runs and curves that are told apart; each also differs by glyph and label.
  case series1, series2, series3, series4
  /// A decision region of class 0 or 1, and levels between them; drawn as a background.
  case region0, region1, region2, region3
}

/// How a cell is drawn: a role and attributes that also work without colour.
public struct Style: Hashable, Sendable {
  /// Attributes that every terminal has, or ignores without harm.
  public struct Attributes: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    public static let bold = Attributes(rawValue: 1)
    public static let dim = Attributes(rawValue: 2)
    public static let underlined = Attributes(rawValue: 4)
    public static let reversed = Attributes(rawValue: 8)
  }

  public var role: Role
  public var attributes: Attributes
  /// The role whose colour fills the cell behind the glyph; nil leaves the terminal's own background.
  public var background: Role?

  public init(_ role: Role = .text, _ attributes: Attributes = [], background: Role? = nil) {
    self.role = role
    self.attributes = attributes
    self.background = background
  }

  public static let text = Style()
  public static let muted = Style(.muted)
  public static let heading = Style(.heading, .bold)
  public static let accent = Style(.accent)
  public static let positive = Style(.positive)
  public static let negative = Style(.negative)
  public static let warning = Style(.warning, .bold)
  /// The one thing under the cursor.
  public static let selected = Style(.text, .reversed)
}

/// Which characters a terminal can show. Every drawing has a form in each; ASCII loses no information.
public enum GlyphSet: String, CaseIterable, Sendable {
  case braille, block, ascii

  /// The next set, as the key that cycles them walks through.
  public var next: GlyphSet {
    switch self {
    case .braille: .block
    case .block: .ascii
    case .ascii: .braille
    }
  }
}
