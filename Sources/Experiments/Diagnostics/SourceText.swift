/// A text file in memory: UTF-8, lines ended by line feeds, no byte-order mark.
public struct SourceText: Sendable {
  /// The file's name, as messages show it.
  public let name: String
  /// The whole text.
  public let text: String
  /// The text line by line, taken apart anew each time.
  public var lines: [Substring] { text.splitIntoLines() }

  /// The most bytes that a file may have.
  public static let sizeLimit = 4 << 20

  /// A text that is at hand.
  public init(name: String, text: String) {
    self.name = name
    self.text = text
  }

  /// The text of a file's bytes.
  /// - Throws: when they are too many, empty, or no text.
  public init(name: String, bytes: [UInt8]) throws(Diagnostic) {
    try self.init(name: name, bytes: bytes, limit: Self.sizeLimit)
  }

  init(
    name: String, bytes: [UInt8], limit: Int, mayBeEmpty: Bool = false
  ) throws(Diagnostic) {
    if let problem = Self.problem(with: bytes, limit: limit, mayBeEmpty: mayBeEmpty) {
      throw Diagnostic(file: name, message: problem)
    }
    if let place = bytes.firstIndex(of: 0) {
      throw Self.problem(
        "The file is not text: it holds a zero byte.", at: place, of: bytes, name: name)
    }
    guard let text = String(validating: Self.withoutMark(bytes), as: UTF8.self) else {
      throw Self.invalidText(name: name, bytes: bytes)
    }
    self.init(name: name, text: Self.withLineFeeds(text))
  }

  /// The text of a file's first bytes, whatever they are: they may end within a character.
  init(name: String, head bytes: [UInt8]) {
    let text = String(decoding: Self.withoutMark(bytes), as: UTF8.self)
    self.init(name: name, text: Self.withLineFeeds(text))
  }

  /// What comes after the three bytes with which some programs begin a text.
  private static func withoutMark(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
    bytes.dropFirst(bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
  }

  /// A message about a place in the text, with its line.
  public func diagnostic(_ message: String, at position: SourcePosition?) -> Diagnostic {
    Diagnostic(
      file: name, position: position, message: message,
      excerpt: position.flatMap { excerpt(at: $0) })
  }

  /// A message about a place in the text of which the line is at hand.
  func diagnostic(_ message: String, at position: SourcePosition, in line: String) -> Diagnostic {
    Diagnostic(
      file: name, position: position, message: message,
      excerpt: Self.excerpt(of: line[...], at: position))
  }

  private static func problem(with bytes: [UInt8], limit: Int, mayBeEmpty: Bool) -> String? {
    if bytes.count > limit {
      return "The file is larger than \(limit >> 20) MiB: use a smaller one."
    }
    if let sign = signs.first(where: { bytes.starts(with: $0.bytes) }) {
      return "The file is \(sign.advice)."
    }
    return !mayBeEmpty && bytes.allSatisfy(isBlank) ? "The file is empty." : nil
  }

  /// How files begin that are no text, and what to do about them; the longer signs first.
  private static let signs: [(bytes: [UInt8], advice: String)] = [
    ([0xFF, 0xFE, 0, 0], "UTF-32: save it as UTF-8"),
    ([0, 0, 0xFE, 0xFF], "UTF-32: save it as UTF-8"),
    ([0xFF, 0xFE], "UTF-16: save it as UTF-8"), ([0xFE, 0xFF], "UTF-16: save it as UTF-8"),
    ([0x1F, 0x8B], "compressed (gzip): unpack it"),
    (Array("PK\u{3}\u{4}".utf8), "a zip archive, as spreadsheets are: save a table as CSV"),
    ([0xD0, 0xCF, 0x11, 0xE0], "an old spreadsheet: save a table as CSV"),
    (Array("PAR1".utf8), "Parquet: save its table as CSV"),
    ([0x93] + Array("NUMPY".utf8), "an array of NumPy: save it as CSV with numpy.savetxt"),
    ([0x89] + Array("HDF".utf8), "HDF5: save its table as CSV"),
    (Array("%PDF-".utf8), "a PDF: save its table as CSV"),
  ]

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  /// A message about one of the bytes.
  private static func problem(
    _ message: String, at place: Int, of bytes: [UInt8], name: String
  ) -> Diagnostic {
    let text = { (bytes: ArraySlice<UInt8>) in
      SourceText(name: name, text: withLineFeeds(String(decoding: bytes, as: UTF8.self)))
    }
    let before = text(bytes[..<place])
    return text(bytes[...]).diagnostic(
      message,
      at: SourcePosition(line: before.lines.count, column: (before.lines.last?.count ?? 0) + 1))
  }

  private static func invalidText(name: String, bytes: [UInt8]) -> Diagnostic {
    let repaired = String(decoding: bytes, as: UTF8.self)
    let source = SourceText(name: name, text: withLineFeeds(repaired))
    let line = source.lines.firstIndex { $0.contains("\u{FFFD}") } ?? 0
    let column = source.lines[line].prefix { $0 != "\u{FFFD}" }.count
    return source.diagnostic(
      "This is not UTF-8: save the file as UTF-8.",
      at: SourcePosition(line: line + 1, column: column + 1))
  }

  /// Lines end in a carriage return, in a line feed, or in one behind the others: a file that went twice through
  /// programs for Windows has two carriage returns.
  ///
  /// By bytes: to a string "\r\n" is one character, also where it came about a moment ago.
  private static func withLineFeeds(_ text: String) -> String {
    guard text.utf8.contains(0x0D) else { return text }
    var (bytes, returns) = ([UInt8](), 0)
    bytes.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      if byte == 0x0D {
        returns += 1
        continue
      }
      if byte != 0x0A { bytes.append(contentsOf: repeatElement(0x0A, count: returns)) }
      returns = 0
      bytes.append(byte)
    }
    bytes.append(contentsOf: repeatElement(0x0A, count: returns))
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension String {
  /// The lines, by bytes: many times faster than by characters.
  func splitIntoLines() -> [Substring] {
    utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map(Substring.init)
  }
}
