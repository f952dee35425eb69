/// What a cell means.
///
/// Colors are chosen per role in one place, by the screen; views never name a color.
public enum Role: UInt8, CaseIterable, Sendable {
  case text, muted, rule, heading, accent
  case positive, negative, right, warning
  /// Runs and curves that are told apart; each also differs by glyph and label.
  case series1, series2, series3, series4
  /// Where the learner took something to be.
  case guess
}

/// How a cell is drawn: a role and attributes that also work without color, and tones for amounts.
public struct Style: Hashable, Sendable {
  /// Attributes that every terminal has, or ignores without harm.
  public struct Attributes: OptionSet, Hashable, Sendable {
    /// One bit for each attribute.
    public let rawValue: UInt8

    /// Makes a set of attributes of its bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Brighter or heavier.
    public static let bold = Attributes(rawValue: 1)
    /// Fainter.
    public static let dim = Attributes(rawValue: 2)
    /// With a line below.
    public static let underlined = Attributes(rawValue: 4)
    /// With foreground and background exchanged.
    public static let reversed = Attributes(rawValue: 8)
  }

  /// What the glyph means.
  public var role: Role
  /// Bold, dim, underlined, reversed.
  public var attributes: Attributes
  /// The glyph's color in place of its role's.
  public var tone: Tone?
  /// The color that fills the cell behind the glyph; nil leaves the terminal's own background.
  ///
  /// A glyph without a tone of its own is then black or white, whichever is easier to read.
  public var ground: Tone?

  /// Makes a style.
  public init(
    _ role: Role = .text, _ attributes: Attributes = [], tone: Tone? = nil, ground: Tone? = nil
  ) {
    self.role = role
    self.attributes = attributes
    self.tone = tone
    self.ground = ground
  }

  /// The terminal's own colors.
  public static let text = Style()
  /// What is there to be looked up: labels, units, keys that do nothing now.
  public static let muted = Style(.muted)
  /// Lines that part and measure, and carry nothing: frames, rules, axes.
  public static let rule = Style(.rule)
  /// Titles.
  public static let heading = Style(.heading, .bold)
  /// What the learner should see first.
  public static let accent = Style(.accent)
  /// Values above zero; always next to a plus sign or a word.
  public static let positive = Style(.positive)
  /// Values below zero; always next to a minus sign or a word.
  public static let negative = Style(.negative)
  /// What is as it should be: an answer, a guess, a check; always next to ✓ or a word.
  public static let right = Style(.right)
  /// Where the learner took something to be; always next to ? or a word.
  public static let guess = Style(.guess)
  /// What has gone wrong.
  public static let warning = Style(.warning, .bold)
  /// The one thing under the cursor.
  public static let selected = Style(.text, .reversed)
}

/// Which characters a terminal can show.
///
/// Every drawing has a form in each; ASCII loses no information.
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
