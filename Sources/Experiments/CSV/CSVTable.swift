import NeuralNetwork

/// A CSV file: its dialect, the names of its columns, what stands in them, and its rows, read anew each time they are asked
/// for, so that a large file is in memory once.
package struct CSVTable {
  /// A row while it is read.
  struct Row {
    fileprivate let bytes: [UInt8]
    fileprivate let fields: [CSVField]
    let decimal: CSVDecimal
    let line: Int

    /// The text of a field.
    subscript(column: Int) -> String { fields[column].text(in: bytes) }

    /// The number of a field; nil when it is none.
    func number(_ column: Int) -> Double? { decimal.number(self[column]) }
  }

  /// The names of the columns.
  private(set) var names: [String] = []
  /// What stands in the columns below the header.
  private(set) var columns: [CSVColumn] = []
  /// The number of rows.
  private(set) var count = 0
  /// Whether its first line names the columns.
  private(set) var hasHeader = true
  /// What a reader of the results should know about how the file was read.
  private(set) var notes: [String] = []
  private var records: CSVRecords
  private var width = 0
  private var header: [CSVField] = []
  /// Whether the first column names the rows, and the header does not name it.
  private var hasRowNames = false
  /// How many lines below the header are comments that are parted as rows are.
  private var commentCount = 0
  /// Where a row says what the header says.
  private var secondHeader: Int?
  /// Where the rows begin.
  private var start: CSVRecords.Mark = (place: 0, line: 1)

  var source: SourceText { records.source }
  var dialect: CSVDialect { records.dialect }

  /// The most bytes that a file may have.
  static let sizeLimit = 16 << 20

  /// The table of a file's text; `header` and `decimal` say what would otherwise be found out, `usually` what counts where
  /// it cannot be.
  /// - Throws: what is wrong with its form: quotes, rows of different lengths, columns of one name.
  init(
    _ source: SourceText, header: Bool? = nil, decimal: CSVDecimal? = nil,
    usually: CSVDecimal? = nil
  ) throws(Diagnostics) {
    records = CSVRecords(source)
    try records.checkForm()
    var scanner = records.scanner(from: dialect.start)
    guard try records.take(&scanner, &self.header) else {
      throw Diagnostics([Diagnostic(file: source.name, message: "The file has no rows.")])
    }
    start = scanner.mark
    width = self.header.count
    if let decimal {
      records.dialect.decimal = decimal
    } else {
      records.dialect.decimal = try records.foundDecimal(or: usually)
    }
    try leaveOutWhatIsNoSample(hasHeader: header)
    try survey()
    dropEmptyColumn()
    try chooseHeader(header)
    try checkPoints()
    if commentCount > 0 {
      notes.append("\(commentCount.counted("line")) passed over as comments.\(Self.aboutComments)")
    }
    if width > 1, isIndex(0) {
      notes.append(
        "The first column has no name of its own, as the row numbers that programs write: it is not an input unless "
          + "'inputs' lists it as '\(names[0])'.")
    }
  }

  // MARK: Rows

  /// Calls a function with every row.
  func forEachRow(_ body: (Row) -> Void) throws(Diagnostics) {
    let (bytes, decimal) = (records.bytes, dialect.decimal)
    var (scanner, fields) = (records.scanner(from: start), [CSVField]())
    var number = 0
    while try records.take(&scanner, &fields) {
      try records.goOn(after: number, of: count)
      number += 1
      body(Row(bytes: bytes, fields: fields, decimal: decimal, line: scanner.recordLine))
    }
  }

  // MARK: What stands in it

  /// Passes over a row of units below the header, and cuts rows of totals off the end.
  private mutating func leaveOutWhatIsNoSample(hasHeader: Bool?) throws(Diagnostics) {
    let aside = CSVAside(records: records)
    if hasHeader != false, let units = try aside.units(below: header, from: start) {
      notes.append(units.note)
      start = units.end
    }
    if let totals = aside.totals(below: start.place) {
      notes.append(totals.note)
      records.cut(from: totals.start)
    }
  }

  /// Counts a row, and what is in its fields.
  private mutating func count(_ fields: [CSVField]) {
    count += 1
    for column in 0..<width {
      columns[column].add(records.text(of: fields[column]), dialect.decimal)
    }
  }

  /// Counts rows and what is in their fields; every row must be as wide as the first.
  private mutating func survey() throws(Diagnostics) {
    columns = Array(repeating: CSVColumn(), count: width)
    var (scanner, fields, ragged) = (records.scanner(from: start), [CSVField](), [Diagnostic]())
    var widths: Set<Int> = []
    while try records.take(&scanner, &fields) {
      try records.goOn(after: count)
      if count == 0, fields.count == width - 1, header[width - 1].range.isEmpty { dropLastColumn() }
      if count == 0, namesRows(fields) { addRowNames() }
      let isWide = fields.count == width + 1 && fields[width].range.isEmpty
      guard fields.count == width || isWide else {
        ragged.append(raggedRow(fields))
        widths.insert(fields.count)
        if ragged.count == 5 { break }
        continue
      }
      if secondHeader == nil, repeatsHeader(fields) { secondHeader = fields[0].start }
      count(fields)
    }
    commentCount = scanner.comments
    guard ragged.isEmpty else {
      let isTitle = count == 0 && ragged.count > 1 && widths.count == 1
      throw isTitle ? title(above: widths.max() ?? 0) : Diagnostics(ragged)
    }
  }

  /// Whether the first row begins with a name of its own in quotes, for which the header has none, as R writes it.
  private func namesRows(_ fields: [CSVField]) -> Bool {
    fields.count == width + 1 && !fields[width].range.isEmpty && fields[0].isQuoted
      && header.allSatisfy(\.isQuoted)
  }

  private mutating func addRowNames() {
    let start = header[0].start - 1
    header.insert(CSVField(start: start, end: start, isQuoted: false), at: 0)
    columns.append(CSVColumn())
    (width, hasRowNames) = (width + 1, true)
  }

  private func repeatsHeader(_ fields: [CSVField]) -> Bool {
    zip(fields, header).allSatisfy { records.bytes[$0.range] == records.bytes[$1.range] }
  }

  private func raggedRow(_ fields: [CSVField]) -> Diagnostic {
    let isRemark = fields.count == 1 && dialect.decimal.number(records.text(of: fields[0])) == nil
    return records.problem(
      "This row has \(fields.count.counted("field")), but the first one has \(width)"
        + (isRemark ? ": take it out if it is a remark." : "."),
      at: fields[min(width, fields.count - 1)].start)
  }

  /// What is said of a first line that is as wide as none of the rows.
  private func title(above width: Int) -> Diagnostics {
    records.problems(
      "The first line has \(self.width.counted("field")), but the rows below have \(width): take it out if it is a title, "
        + "or name every column in it.", at: header[0].start)
  }

  /// A comma at the end of every line makes a column without a name and without content.
  private mutating func dropEmptyColumn() {
    guard width > 1, header[width - 1].range.isEmpty, columns[width - 1].kind == .nothing else {
      return
    }
    dropLastColumn()
  }

  private mutating func dropLastColumn() {
    width -= 1
    header.removeLast()
    columns.removeLast()
  }

  // MARK: Header

  /// Finds out what the columns are called; a first line that does not say it is a row.
  private mutating func chooseHeader(_ asked: Bool?) throws(Diagnostics) {
    let found = try CSVHeader(
      header, of: records, above: columns, rows: count, comingAgainAt: secondHeader, asked: asked)
    (names, hasHeader) = (found.names, found.isThere)
    notes += found.notes
    guard !hasHeader else {
      guard count == 0 else { return }
      throw records.problems(
        "There are no rows below the header.\(commentCount > 0 ? Self.aboutComments : "")",
        at: header[0].start)
    }
    start = dialect.start
    count(header)
  }

  /// The points of a column mean one thing.
  private func checkPoints() throws(Diagnostics) {
    for (index, column) in columns.enumerated() {
      guard let thousands = column.thousands, let fraction = column.fraction else { continue }
      throw Diagnostics([
        problem(
          "The points of the column '\(names[index])' part thousands in '\(thousands)' and mark a fraction in '\(fraction)': write its numbers in one way.",
          column: index)
      ])
    }
  }

  /// Whether a column has no name and counts the rows, as some programs write it.
  func isIndex(_ column: Int) -> Bool {
    let isUnnamed = header[column].range.isEmpty || names[column].hasPrefix("Unnamed: ")
    return hasHeader && isUnnamed && column == 0
      && (hasRowNames || columns[column].kind == .numbers)
  }

  // MARK: Messages

  /// A message about a row's field.
  func problem(_ message: String, _ row: Row, _ column: Int) -> Diagnostic {
    records.problem(message, at: row.fields[column].start - (row.fields[column].isQuoted ? 1 : 0))
  }

  /// A message about a column as a whole, at its name or its first field.
  func problem(_ message: String, column: Int) -> Diagnostic {
    records.problem(message, at: header[column].start)
  }
}
