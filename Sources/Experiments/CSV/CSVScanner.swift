/// Where the text of a CSV file's field stands, quotes and blanks around it left out.
struct CSVField {
  let start: Int
  let end: Int
  let isQuoted: Bool

  var range: Range<Int> { start..<end }

  /// What it says.
  func text(in bytes: [UInt8]) -> String {
    let text = String(decoding: bytes[range], as: UTF8.self)
    guard isQuoted else { return mayHaveBlanks(bytes) ? text.trimmed : text }
    return text.replacing("\"\"", with: "\"").trimmed
  }
}

extension CSVField {
  /// Whether it begins or ends with more than ASCII, as blanks do that do not part words.
  private func mayHaveBlanks(_ bytes: [UInt8]) -> Bool {
    start < end && (bytes[start] >= 0x80 || bytes[end - 1] >= 0x80)
  }
}

/// Takes the bytes of a CSV file apart, record by record, without copying them (RFC 4180).
///
/// Empty lines and lines that begin with `#` are passed over, but for those that begin with an error of a spreadsheet, as
/// `#N/A`. Where blanks part the fields, any number of them do.
struct CSVScanner {
  /// What is wrong with quotes, and where.
  enum Fault: Error {
    case openQuote(place: Int)
    case strayQuote(line: Int)
  }

  private let bytes: [UInt8]
  private let delimiter: UInt8
  private var place: Int
  private var line: Int
  /// How many lines were passed over that begin with `#` and are parted as rows are.
  private(set) var comments = 0
  /// The line in which the last record began.
  private(set) var recordLine = 1

  /// A scanner that begins at a byte, in a line counted from 1.
  init(_ bytes: [UInt8], delimiter: UInt8, from place: Int = 0, line: Int = 1) {
    (self.bytes, self.delimiter, self.place, self.line) = (bytes, delimiter, place, line)
  }

  /// Where the next record begins.
  var mark: (place: Int, line: Int) { (place, line) }

  /// Takes the next record's fields; false at the end of the file.
  mutating func next(_ fields: inout [CSVField]) throws(Fault) -> Bool {
    fields.removeAll(keepingCapacity: true)
    while skipsLine { skipLine() }
    guard place < bytes.count else { return false }
    recordLine = line
    repeat { fields.append(try field()) } while takesDelimiter()
    if place < bytes.count { endLine() }
    return true
  }

  // MARK: Lines

  /// Whether the line at hand holds nothing, or a comment.
  private var skipsLine: Bool {
    var end = place
    while end < bytes.count, bytes[end] == UInt8(ascii: " ") { end += 1 }
    guard end < bytes.count else { return place < end }
    return bytes[end] == UInt8(ascii: "\n")
      || bytes[place] == UInt8(ascii: "#") && !CSVWord.errors.contains(where: beginsLine)
  }

  private func beginsLine(_ word: [UInt8]) -> Bool { bytes[place...].starts(with: word) }

  private mutating func skipLine() {
    let start = place
    while place < bytes.count, bytes[place] != UInt8(ascii: "\n") { place += 1 }
    if bytes[start] == UInt8(ascii: "#"), bytes[start..<place].contains(delimiter) { comments += 1 }
    if place < bytes.count { endLine() }
  }

  private mutating func endLine() {
    place += 1
    line += 1
  }

  // MARK: Fields

  private mutating func takesDelimiter() -> Bool {
    guard delimiter != CSVDialect.blanks else { return takesBlanks() }
    guard place < bytes.count, bytes[place] == delimiter else { return false }
    place += 1
    return true
  }

  /// Takes the blanks after a field; false where none follow, or nothing but the line's end behind them.
  private mutating func takesBlanks() -> Bool {
    let start = place
    skipBlanks()
    return place > start && place < bytes.count && bytes[place] != UInt8(ascii: "\n")
  }

  private mutating func field() throws(Fault) -> CSVField {
    skipBlanks()
    if place < bytes.count, bytes[place] == UInt8(ascii: "\"") { return try quotedField() }
    let start = place
    while place < bytes.count, !endsField(bytes[place]) {
      if bytes[place] == UInt8(ascii: "\"") { throw .strayQuote(line: recordLine) }
      place += 1
    }
    var end = place
    while end > start, isBlank(bytes[end - 1]) { end -= 1 }
    return CSVField(start: start, end: end, isQuoted: false)
  }

  private mutating func quotedField() throws(Fault) -> CSVField {
    let (start, quote) = (place + 1, UInt8(ascii: "\""))
    place = start
    while true {
      guard place < bytes.count else { throw .openQuote(place: start - 1) }
      if bytes[place] == quote {
        guard place + 1 < bytes.count, bytes[place + 1] == quote else { break }
        place += 1
      } else if bytes[place] == UInt8(ascii: "\n") {
        line += 1
      }
      place += 1
    }
    let end = place
    place += 1
    if delimiter != CSVDialect.blanks { skipBlanks() }
    if place < bytes.count, !endsField(bytes[place]) {
      throw .strayQuote(line: recordLine)
    }
    return CSVField(start: start, end: end, isQuoted: true)
  }

  private mutating func skipBlanks() {
    while place < bytes.count, isBlank(bytes[place]) { place += 1 }
  }

  private func endsField(_ byte: UInt8) -> Bool {
    byte == delimiter || byte == UInt8(ascii: "\n")
      || delimiter == CSVDialect.blanks && isBlank(byte)
  }

  private func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || (byte == UInt8(ascii: "\t") && delimiter != byte)
  }
}
