import NeuralNetwork

/// The records of a CSV file, its header among them: where they stand, and what is said of them.
struct CSVRecords {
  /// Where a record begins.
  typealias Mark = (place: Int, line: Int)

  let source: SourceText
  private(set) var bytes: [UInt8]
  var dialect: CSVDialect

  init(_ source: SourceText) {
    self.source = source
    bytes = Array(source.text.utf8)
    dialect = CSVDialect(of: bytes)
  }

  /// Leaves out what stands from a place on.
  mutating func cut(from place: Int) { bytes.removeSubrange(place...) }

  /// - Throws: that it is no CSV, and what makes one of it.
  func checkForm() throws(Diagnostics) {
    let lines = bytes[dialect.start.place...].prefix(4096).split(separator: UInt8(ascii: "\n"))
    let texts = lines.prefix(2).map { Substring(decoding: $0, as: UTF8.self) }
    guard let form = OtherForm.found(in: texts) else { return }
    throw problems(
      "The file is \(form.name), no CSV: \(form.advice(source.name))", at: dialect.start.place)
  }

  // MARK: Reading

  func text(of field: CSVField) -> String { field.text(in: bytes) }

  func scanner(from mark: Mark) -> CSVScanner {
    CSVScanner(bytes, delimiter: dialect.delimiter, from: mark.place, line: mark.line)
  }

  /// Takes the next record.
  /// - Returns: whether there is one.
  /// - Throws: what is wrong with its quotes.
  func take(_ scanner: inout CSVScanner, _ fields: inout [CSVField]) throws(Diagnostics) -> Bool {
    do { return try scanner.next(&fields) } catch {
      switch error {
      case .openQuote(let place):
        throw problems("A quote (\") is opened in this row and never closed.", at: place)
      case .strayQuote(let line):
        throw Diagnostics([
          source.diagnostic(
            "A quote (\") stands inside a field of this row: put the whole field in quotes and double those in it.",
            at: SourcePosition(line: line))
        ])
      }
    }
  }

  /// Now and then tells whoever waits how many rows are done.
  /// - Throws: when they do not want to wait any longer.
  func goOn(after rows: Int, of count: Int? = nil) throws(Diagnostics) {
    guard rows % 512 == 511 else { return }
    let progress = WorkProgress(
      "Reading \(SafeText.visible(source.name))", done: rows + 1, of: count, unit: "row")
    guard !Waiting.goesOn(progress) else { return }
    throw Diagnostics([Diagnostic(file: source.name, message: "Reading it was stopped.")])
  }

  /// How the file writes numbers, by those that can only be read in one way.
  /// - Throws: a number that can be read in two, where nothing is usual.
  func foundDecimal(or usual: CSVDecimal?) throws(Diagnostics) -> CSVDecimal {
    let isLocal = dialect.delimiter == UInt8(ascii: ";")
    guard isLocal || bytes.contains(UInt8(ascii: ",")) else {
      return usual ?? .point
    }
    let hasCommas = dialect.delimiter != UInt8(ascii: ",")
    var (scanner, fields) = (scanner(from: dialect.start), [CSVField]())
    var doubtful: (text: String, place: Int)?
    while try take(&scanner, &fields) {
      for field in fields where hasCommas || field.isQuoted {
        let text = text(of: field)
        let readings = CSVDecimal.readings(of: text)
        if readings.count == 1, let reading = readings.first { return reading }
        if readings.count == 2, doubtful == nil { doubtful = (text, field.start) }
      }
    }
    guard usual == nil, hasCommas, let doubtful else { return usual ?? .point }
    throw problems(
      "'\(doubtful.text)' can be read in two ways: write 'decimal: comma' or 'decimal: point' beside 'csv'.",
      at: doubtful.place)
  }

  // MARK: Messages

  /// A message about a byte.
  func problem(_ message: String, at place: Int) -> Diagnostic {
    let start = bytes.startOfLine(holding: place)
    let rest = bytes[start...].prefix { $0 != UInt8(ascii: "\n") }
    return source.diagnostic(
      message, at: SourcePosition(ofByte: place, in: bytes),
      in: String(decoding: rest, as: UTF8.self))
  }

  /// The same as what ends the reading.
  func problems(_ message: String, at place: Int) -> Diagnostics {
    Diagnostics([problem(message, at: place)])
  }
}
