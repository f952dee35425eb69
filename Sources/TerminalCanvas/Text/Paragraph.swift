extension StyledText {
  /// The text as lines of at most `width` columns, broken between words.
  ///
  /// Words too long for a line are broken anywhere, and so are wide characters. A newline ends a line. A number and its sign stay
  /// together: `98 %`, `μ = 0`.
  /// - Parameters:
  ///   - width: columns that a line may take with these glyphs.
  ///   - glyphs: the glyph set the lines are written with; ASCII stand-ins may be longer.
  ///   - first: written before the first line, such as a bullet.
  ///   - rest: written before the other lines; as wide as `first` unless it says otherwise.
  /// - Returns: the lines, at least one.
  public func wrapped(
    to width: Int, glyphs: GlyphSet, first: StyledText = "", rest: StyledText? = nil
  ) -> [StyledText] {
    let indent = String(repeating: " ", count: glyphs.columns(of: first))
    var wrapper = LineWrapper(
      width: width, glyphs: glyphs, first: first, rest: rest ?? StyledText(indent))
    for span in withBoundSigns(limit: min(16, width / 2)).spans { wrapper.add(span) }
    return wrapper.finished()
  }

  /// The first lines of it, at most so many; an ellipsis ends the last where more would follow.
  public func wrapped(to width: Int, glyphs: GlyphSet, rows: Int) -> [StyledText] {
    let lines = wrapped(to: width, glyphs: glyphs)
    guard lines.count > rows, rows > 0 else { return Array(lines.prefix(max(0, rows))) }
    let last = lines[rows - 1] + " " + lines[rows]
    return lines.prefix(rows - 1) + [glyphs.truncated(last, to: width)]
  }
}

/// Fills lines word by word.
private struct LineWrapper {
  let width: Int
  let glyphs: GlyphSet
  let rest: StyledText
  private var lines: [StyledText] = []
  private var line: StyledText
  private var column: Int
  private var start: Int
  private var word = StyledText()
  private var wordWidth = 0
  private var blanks = StyledText()
  private var blankWidth = 0

  init(width: Int, glyphs: GlyphSet, first: StyledText, rest: StyledText) {
    self.width = width
    self.glyphs = glyphs
    self.rest = rest
    line = first
    column = glyphs.columns(of: first)
    start = column
  }

  mutating func add(_ span: Span) {
    var rest = span.text[...]
    while let next = rest.first {
      if next.endsWord {
        endWord(before: next, span.style)
        rest.removeFirst()
      } else {
        let letters = rest.prefix { !$0.endsWord }
        add(letters, span.style)
        rest = rest[letters.endIndex...]
      }
    }
  }

  private mutating func endWord(before character: Character, _ style: Style) {
    endWord()
    guard !character.isNewline else { return breakLine() }
    blanks.append(Span(" ", style))
    blankWidth += 1
  }

  /// The letters of a word: all at once where none is wide and they have room in a line, one by one elsewhere.
  private mutating func add(_ letters: Substring, _ style: Style) {
    let span = Span(String(letters), style)
    let needsCare = letters.unicodeScalars.contains { $0.isWide || $0 == "\u{A0}" }
    let width = wordWidth(with: span)
    guard !needsCare, width <= self.width - glyphs.columns(of: rest) else {
      for letter in letters { addLetter(letter == noBreakSpace ? " " : letter, style) }
      return
    }
    wordWidth = width
    word.append(span)
  }

  private mutating func addLetter(_ character: Character, _ style: Style) {
    let span = Span(String(character), style)
    let isWide = glyphs != .ascii && glyphs.columns(of: span.text) == 2
    if isWide { endWord() }
    if wordWidth(with: span) > width - glyphs.columns(of: rest) { endWord() }
    wordWidth = wordWidth(with: span)
    word.append(span)
    if isWide { endWord() }
  }

  /// In ASCII a letter stands apart from a name before it, so that `ηc` is more than the two: `eta c`.
  private func wordWidth(with span: Span) -> Int {
    guard glyphs == .ascii else { return wordWidth + glyphs.columns(of: span.text) }
    var longer = word
    longer.append(span)
    return glyphs.columns(of: longer)
  }

  private mutating func endWord() {
    guard !word.isEmpty else { return }
    let fits = reach <= width
    if !fits && column > start { breakLine() }
    if fits && (column > start || lines.isEmpty) {
      line += blanks
      column += blankWidth
    }
    line += word
    column = glyphs == .ascii ? glyphs.columns(of: line) : column + wordWidth
    (word, wordWidth, blanks, blankWidth) = (StyledText(), 0, StyledText(), 0)
  }

  /// The columns of the line with the word.
  private var reach: Int {
    glyphs == .ascii
      ? glyphs.columns(of: line + blanks + word) : column + blankWidth + wordWidth
  }

  private mutating func breakLine() {
    lines.append(line)
    line = rest
    column = glyphs.columns(of: rest)
    start = column
    (blanks, blankWidth) = (StyledText(), 0)
  }

  mutating func finished() -> [StyledText] {
    endWord()
    return lines + [line]
  }
}

extension Character {
  /// Whether it ends a word, and perhaps a line.
  fileprivate var endsWord: Bool { self == " " || self == "\t" || isNewline }
}
