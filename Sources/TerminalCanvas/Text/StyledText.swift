/// A piece of text in one style.
public struct Span: Hashable, Sendable {
  /// The characters.
  public var text: String
  /// How they are drawn.
  public var style: Style

  /// Makes a piece of text.
  public init(_ text: String, _ style: Style = .text) {
    self.text = text
    self.style = style
  }
}

/// Text whose parts have styles of their own: `"loss " + StyledText("0.0812", .accent)`.
public struct StyledText: Hashable, Sendable, ExpressibleByStringInterpolation {
  /// The parts from left to right.
  public private(set) var spans: [Span]

  /// Makes text of spans; neighbors in the same style become one.
  public init(_ spans: [Span] = []) {
    self.spans = []
    for span in spans { append(span) }
  }

  /// Makes text in one style.
  public init(_ text: String, _ style: Style = .text) {
    spans = text.isEmpty ? [] : [Span(text, style)]
  }

  /// Makes text in the terminal's own style.
  public init(stringLiteral value: String) { self.init(value) }

  /// The characters without their styles.
  public var plain: String { spans.map(\.text).joined() }

  /// True when there is nothing to write.
  public var isEmpty: Bool { spans.isEmpty }

  /// Adds a piece of text at the end.
  public mutating func append(_ span: Span) {
    guard !span.text.isEmpty else { return }
    if let last = spans.last, last.style == span.style {
      spans[spans.count - 1].text += span.text
    } else {
      spans.append(span)
    }
  }

  /// The two texts one after the other.
  public static func + (left: StyledText, right: StyledText) -> StyledText {
    var text = left
    text += right
    return text
  }

  /// Adds the right text to the end of the left one.
  public static func += (left: inout StyledText, right: StyledText) {
    for span in right.spans { left.append(span) }
  }

  /// The text with every part changed, as when a whole row is selected.
  public func restyled(_ change: (inout Style) -> Void) -> StyledText {
    StyledText(
      spans.map { span in
        var span = span
        change(&span.style)
        return span
      })
  }
}

extension GlyphSet {
  /// Columns that a text takes when it is written with these glyphs.
  public func columns(of text: StyledText) -> Int {
    text.spans.reduce(0) { $0 + columns(of: $1.text) }
  }

  /// The mark of text that was cut off: one column in every set.
  public var ellipsis: String { self == .ascii ? "~" : "…" }

  var ellipsisGlyph: Glyph { Glyph(self == .ascii ? "~" : "…") }

  /// The text cut to `columns`, with an ellipsis in place of what is missing.
  public func truncated(_ text: StyledText, to columns: Int) -> StyledText {
    guard self.columns(of: text) > columns else { return text }
    var cut = StyledText()
    var room = columns - 1
    for span in text.spans where room >= 0 {
      let (head, isWhole) = prefix(of: span.text, within: &room)
      cut.append(Span(isWhole ? head : head + ellipsis, span.style))
      if !isWhole { break }
    }
    return cut
  }

  /// The characters that fit into `room`, which shrinks; nothing after the first that does not fit.
  private func prefix(of text: String, within room: inout Int) -> (head: String, isWhole: Bool) {
    var (head, used) = ("", 0)
    defer { room -= used }
    for character in text {
      // In ASCII a letter stands apart from a name before it.
      let longer =
        self == .ascii
        ? columns(of: head + String(character)) : used + columns(of: String(character))
      guard longer <= room else { return (head, false) }
      used = longer
      head.append(character)
    }
    return (head, true)
  }
}
