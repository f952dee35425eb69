import NeuralNetwork

/// How the columns of a table became the inputs of samples, so that new rows become inputs in the same way.
public struct TableForm: Hashable, Sendable {
  /// A column of inputs.
  struct Input: Hashable, Sendable {
    let name: String
    let encoding: CSVEncoding
    /// Whether something may take the place of a missing value.
    let mayBeMissing: Bool
    /// What takes it, a number for each input; nil where it is not known.
    var filler: [Double?]?

    /// What the inputs are called that it becomes.
    var names: [String] {
      if case .oneHot(let words) = encoding { words.map { "\(name)=\($0)" } } else { [name] }
    }
  }

  private(set) var inputs: [Input]
  /// The names of the columns of the targets.
  public let targetNames: [String]
  private let hasHeader: Bool
  private let decimal: CSVDecimal

  /// The form of a table some of whose columns are inputs.
  init(
    _ table: CSVTable, _ columns: CSVColumns, _ encodings: [CSVEncoding], fillsMissing: Bool
  ) {
    inputs = zip(encodings, columns.inputs).map { encoding, column in
      let isCounted = column == CSVColumns.rowIndex
      return Input(
        name: isCounted ? CSVColumns.rowNumber : table.names[column], encoding: encoding,
        mayBeMissing: fillsMissing && !isCounted)
    }
    targetNames = columns.targets.map { table.names[$0] }
    (hasHeader, decimal) = (table.hasHeader, table.dialect.decimal)
  }

  /// The form of data without names: numbers in columns x1, x2 and so on.
  public init(inputs: Int, targets: Int) {
    func names(_ letter: String, _ count: Int) -> [String] { (1...count).map { "\(letter)\($0)" } }
    self.inputs = names("x", inputs).map {
      Input(name: $0, encoding: .numbers, mayBeMissing: false)
    }
    targetNames = targets == 1 ? ["y"] : names("y", targets)
    (hasHeader, decimal) = (true, .point)
  }

  /// The form that fills gaps with a number for each input.
  public func filling(with numbers: [Double?]) -> TableForm {
    var (form, start) = (self, 0)
    for index in inputs.indices {
      let end = start + inputs[index].encoding.width
      if inputs[index].mayBeMissing { form.inputs[index].filler = Array(numbers[start..<end]) }
      start = end
    }
    return form
  }

  /// What the inputs are called.
  public var inputNames: [String] { inputs.flatMap(\.names) }

  /// The inputs of new rows, a row for each of the file; columns that are no inputs may stand there or not.
  /// - Throws: what is wrong with the file: a column that is missing, a field that is not what it was in training.
  public func inputs(
    of source: SourceText, note: (Diagnostic) -> Void = { _ in }
  ) throws(Diagnostics) -> Matrix {
    let table = try CSVTable(source, header: hasHeader, usually: decimal)
    table.notes.forEach { note(Diagnostic(file: source.name, message: $0)) }
    return try NewRows(table: table, form: self).inputs()
  }
}

/// Reads rows of a table by the form of another one.
private struct NewRows {
  let table: CSVTable
  let form: TableForm
  /// Messages beyond these say nothing new.
  private let mostProblems = 5

  func inputs() throws(Diagnostics) -> Matrix {
    let places = try places()
    let width = form.inputs.reduce(0) { $0 + $1.encoding.width }
    guard table.count <= Limits.dataValues / width else {
      throw Diagnostics([
        Diagnostic(
          file: table.source.name,
          message: "\(table.count) rows of \(width) numbers are more than \(Limits.dataValues).")
      ])
    }
    var (numbers, problems) = ([Double](), [Diagnostic]())
    numbers.reserveCapacity(table.count * width)
    try table.forEachRow { row in
      for (input, place) in zip(form.inputs, places) where problems.count < mostProblems {
        if let problem = read(row, place, input, into: &numbers) { problems.append(problem) }
      }
    }
    guard problems.isEmpty else { throw Diagnostics(problems) }
    return Matrix(rows: table.count, columns: width, elements: numbers)
  }

  /// Where the columns of the inputs stand in the table.
  private func places() throws(Diagnostics) -> [Int] {
    let missing = form.inputs.map(\.name).filter { !table.names.contains($0) }
    guard missing.isEmpty else {
      throw Diagnostics(missing.prefix(mostProblems).map(missingColumn))
    }
    return form.inputs.compactMap { table.names.firstIndex(of: $0.name) }
  }

  private func missingColumn(_ name: String) -> Diagnostic {
    let isCounted = form.inputs.contains { $0.name == name && $0.encoding == .rowNumber }
    let advice =
      isCounted
      ? " The network learned from the numbers of rows: give those of these rows in such a column."
      : Suggestion.hint(for: name, among: table.names)
    return table.problem(
      "The network needs a column '\(name)', which is missing here.\(advice)",
      column: 0)
  }

  /// Reads a field; what is wrong with it.
  private func read(
    _ row: CSVTable.Row, _ column: Int, _ input: TableForm.Input, into numbers: inout [Double]
  ) -> Diagnostic? {
    let encoding = input.encoding == .rowNumber ? .numbers : input.encoding
    let (start, text) = (numbers.count, row[column].prefix(40))
    guard encoding.write(row, column, number: 0, to: &numbers) else {
      return table.problem(
        "The column '\(input.name)' needs \(encoding.needs), but this row has '\(text)'.", row,
        column)
    }
    if numbers[start].isNaN {
      guard let filler = input.filler else {
        return table.problem(
          "This row has no value in '\(input.name)': give one, or train with 'missing: mean' beside 'csv', which fills gaps.",
          row, column)
      }
      numbers.replaceSubrange(start..., with: filler.map { $0 ?? 0 })
    }
    if numbers[start].isInfinite {
      return table.problem(
        "The number '\(text)' in the column '\(input.name)' is too large.", row, column)
    }
    return nil
  }
}
