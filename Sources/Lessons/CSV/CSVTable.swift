import NeuralNetwork
import SwiftCSV

/// A CSV file: named columns, and rows that know their lines.
struct CSVTable {
  /// A row and the line that it begins in.
  struct Row {
    let line: Int
    let fields: [String]
  }

  let source: SourceText
  let delimiter: CSVDelimiter
  let header: Row
  /// As many fields as the header has, each without blanks around it.
  let rows: [Row]

  /// The most bytes that a file may have.
  static let sizeLimit = 16 << 20

  /// The table of a file's text.
  /// - Throws: what is wrong with its form: quotes, a missing header, rows of different lengths.
  init(_ source: SourceText) throws(Diagnostics) {
    self.source = source
    let guess = CSVDelimiter.guessed(string: String(source.lines.first ?? ""))
    delimiter = guess
    let starts = try Self.starts(source)
    let records = try Self.records(source, guess, starts)
    guard let header = records.first else {
      throw Diagnostics([Diagnostic(file: source.name, message: "The file has no header line.")])
    }
    self.header = header
    rows = Array(records.dropFirst())
    let problems = headerProblems + raggedRows
    if !problems.isEmpty { throw Diagnostics(problems) }
  }

  /// The lines in which records begin: a quote that is open at the end of a line goes on in the next.
  private static func starts(_ source: SourceText) throws(Diagnostics) -> [Int] {
    var starts: [Int] = []
    var isQuoted = false
    for (index, line) in source.lines.enumerated() {
      if !isQuoted { starts.append(index + 1) }
      if line.utf8.count(where: { $0 == 0x22 }) % 2 == 1 { isQuoted.toggle() }
      // The library takes these for ends of lines.
      if let column = line.firstIndex(where: \.isNewline) {
        throw problem(
          "A character like a line break stands here: remove it.", source, index, column)
      }
    }
    guard isQuoted, let last = starts.last else { return starts }
    let line = source.lines[last - 1]
    throw problem(
      "A quote (\") is opened in this row and never closed.", source, last - 1,
      line.firstIndex(of: "\"") ?? line.startIndex)
  }

  private static func problem(
    _ message: String, _ source: SourceText, _ index: Int, _ place: Substring.Index
  ) -> Diagnostics {
    let line = source.lines[index]
    let column = line.distance(from: line.startIndex, to: place) + 1
    return Diagnostics([
      source.diagnostic(message, at: SourcePosition(line: index + 1, column: column))
    ])
  }

  /// The rows with something in them, as the library reads them.
  private static func records(
    _ source: SourceText, _ delimiter: CSVDelimiter, _ starts: [Int]
  ) throws(Diagnostics) -> [Row] {
    var (records, index): ([Row], Int) = ([], 0)
    do {
      // Without the end of line it would leave out an empty last field.
      let file = try EnumeratedCSV(
        string: source.text + "\n", delimiter: delimiter, loadColumns: false, rowLimit: 0)
      try file.enumerateAsArray(startAt: 0, rowLimit: nil) { fields in
        let line = starts[min(index, starts.count - 1)]
        index += 1
        if fields != [""] { records.append(Row(line: line, fields: fields.map(\.trimmed))) }
      }
    } catch {
      let line = starts[min(index, starts.count - 1)]
      throw Diagnostics([
        source.diagnostic(
          "A quote (\") stands inside a field of this row: put the whole field in quotes and double those in it.",
          at: SourcePosition(line: line))
      ])
    }
    return records
  }

  // MARK: Form

  private var headerProblems: [Diagnostic] {
    if header.fields.allSatisfy({ YAMLValue.number($0) != nil }) {
      return [problem("The first line names the columns, but these are numbers.", header, 0)]
    }
    var problems: [Diagnostic] = []
    for (index, name) in header.fields.enumerated() {
      if name.isEmpty { problems.append(problem("A column has no name.", header, index)) }
      if !name.isEmpty, header.fields[..<index].contains(name) {
        problems.append(problem("Two columns are called '\(name)': rename one.", header, index))
      }
    }
    if rows.isEmpty { problems.append(problem("There are no rows below the header.", header, 0)) }
    return Array(problems.prefix(YAMLSource.mostDiagnostics))
  }

  private var raggedRows: [Diagnostic] {
    let width = header.fields.count
    return rows.lazy.filter { $0.fields.count != width }.prefix(5).map { row in
      problem(
        "This row has \(row.fields.count.counted("field")), but the header names \(width.counted("column")).",
        row,
        min(width, row.fields.count - 1))
    }
  }

  /// A message about a field.
  func problem(_ message: String, _ row: Row, _ field: Int) -> Diagnostic {
    source.diagnostic(message, at: position(of: field, in: row))
  }

  /// Where a field begins.
  private func position(of field: Int, in row: Row) -> SourcePosition {
    var place = SourcePosition(line: row.line)
    var (index, isQuoted) = (0, false)
    while source.lines.indices.contains(place.line - 1) {
      let line = source.lines[place.line - 1]
      for (offset, character) in line.enumerated() {
        if index == field { return SourcePosition(line: place.line, column: offset + 1) }
        if character == "\"" { isQuoted.toggle() }
        if character == delimiter.rawValue, !isQuoted { index += 1 }
      }
      if !isQuoted { return SourcePosition(line: place.line, column: line.count + 1) }
      place.line += 1
    }
    return SourcePosition(line: row.line)
  }
}

extension CSVTable {
  /// The table of a file that an experiment file names, its path relative to that file; nil after complaints.
  static func read(_ path: String, for value: YAMLValue) -> CSVTable? {
    let folder = value.source.source.name.split(separator: "/", omittingEmptySubsequences: false)
      .dropLast().joined(separator: "/")
    let isAbsolute = path.hasPrefix("/") || !value.source.source.name.contains("/")
    let path = isAbsolute ? path : "\(folder)/\(path)"
    guard !Folder.isStream(path) else { return value.reject("'\(path)' is not an ordinary file.") }
    let source: SourceText
    do { source = try SourceText(path: path, limit: sizeLimit) } catch {
      guard error.position == nil else {
        value.source.diagnose([error])
        return nil
      }
      return value.reject("'\(path)' cannot be used. \(error.message)")
    }
    do { return try CSVTable(source) } catch {
      value.source.diagnose(error.list)
      return nil
    }
  }
}
