import NeuralNetwork

/// What the columns of a CSV file are called: what its first line says, else a comment above it, else their numbers.
struct CSVHeader {
  /// The names of the columns.
  private(set) var names: [String]
  /// Whether the first line says them, and is no row.
  let isThere: Bool
  /// What should be known about them.
  private(set) var notes: [String] = []

  /// The header of a file whose first line has these fields; `asked` says what would otherwise be found out.
  /// - Throws: a header that comes again among the rows, or names two columns alike.
  init(
    _ fields: [CSVField], of records: CSVRecords, above columns: [CSVColumn], rows: Int,
    comingAgainAt again: Int?, asked: Bool?
  ) throws(Diagnostics) {
    let first = CSVFirstLine(fields.map(records.text), records.dialect.decimal)
    if asked != false, let again, first.names(columns) {
      throw records.problems(
        "The header comes again in this row, as where files are joined: take the row out.",
        at: again)
    }
    let isData = first.looksLikeData(above: columns, rows: rows)
    let commented =
      asked != false && isData
      ? CSVFirstLine.names(
        above: fields[0].start, in: records.bytes, records.dialect, count: fields.count) : nil
    isThere = commented == nil && asked ?? !isData
    names = commented ?? (isThere ? first.texts : fields.indices.map { "column\($0 + 1)" })
    if isThere { try nameAll(fields, of: records) }
    if !isThere, commented == nil, asked == nil {
      notes.append(
        "The first line is taken as data: the columns are called \(names[0]) to \(names[names.count - 1]). "
          + "If it names the columns, write 'header: true' beside 'csv', else 'header: false'.")
    }
  }

  /// Gives columns without a name one.
  private mutating func nameAll(
    _ fields: [CSVField], of records: CSVRecords
  ) throws(Diagnostics) {
    var (problems, known): ([Diagnostic], Set<String>) = ([], [])
    for (index, name) in names.enumerated() {
      if name.isEmpty {
        names[index] = index == 0 ? "index" : "column\(index + 1)"
        if index > 0 {
          notes.append("Column \(index + 1) has no name: it is called '\(names[index])'.")
        }
      } else if !known.insert(name).inserted {
        problems.append(
          records.problem("Two columns are called '\(name)': rename one.", at: fields[index].start))
      }
    }
    if !problems.isEmpty { throw Diagnostics(Array(problems.prefix(YAMLSource.mostDiagnostics))) }
  }
}
