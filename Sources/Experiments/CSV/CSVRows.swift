import NeuralNetwork

/// Reads the rows of a table into numbers.
struct CSVRows {
  let table: CSVTable
  let columns: CSVColumns
  let encodings: [CSVEncoding]
  let kind: TargetKind
  let fillsMissing: Bool
  /// The number of samples.
  private(set) var count = 0
  /// What is wrong with fields, of the first five at most.
  private(set) var problems: [Diagnostic] = []
  /// Where inputs are missing that a mean is to fill.
  private var gaps: [Int] = []
  private var inputs: [Double] = []
  private var targets: [Double] = []
  private var classes: [String: Int] = [:]
  private var omitted = 0
  private var filled = 0
  private var firstGap: (line: Int, column: String)?

  init(
    table: CSVTable, columns: CSVColumns, encodings: [CSVEncoding], kind: TargetKind,
    fillsMissing: Bool
  ) {
    (self.table, self.columns, self.encodings) = (table, columns, encodings)
    (self.kind, self.fillsMissing) = (kind, fillsMissing)
    classes = Dictionary(
      uniqueKeysWithValues: (kind.classNames ?? []).enumerated().map { ($1, $0) })
  }

  /// Reads all rows.
  /// - Throws: what is wrong with the file's form.
  mutating func read() throws(Diagnostics) {
    inputs.reserveCapacity(table.count * encodings.reduce(0) { $0 + $1.width })
    targets.reserveCapacity(table.count * max(columns.targets.count, kind.columns))
    var (number, scratch) = (0, [Double]())
    var reader = self
    try table.forEachRow { row in
      number += 1
      reader.read(row, number, &scratch)
    }
    self = reader
    if fillsMissing { fill() }
  }

  private mutating func read(_ row: CSVTable.Row, _ number: Int, _ scratch: inout [Double]) {
    guard problems.count < 5 else { return }
    scratch.removeAll(keepingCapacity: true)
    var gap: Int?
    for (encoding, column) in zip(encodings, columns.inputs) {
      let start = scratch.count
      guard encoding.write(row, column, number: number, to: &scratch) else {
        return diagnose(row, column)
      }
      if scratch[start].isNaN, gap == nil { gap = column }
      if scratch[start].isInfinite { return diagnose(row, column) }
    }
    guard let target = target(of: row) else { return }
    let hasTarget = !target.isEmpty
    guard hasTarget, gap == nil || fillsMissing else {
      omitted += 1
      let column = hasTarget ? gap ?? 0 : columns.targets[0]
      firstGap = firstGap ?? (row.line, table.names[column])
      return
    }
    if gap != nil { filled += 1 }
    count += 1
    inputs += scratch
    targets += target
  }

  // MARK: Targets

  /// The targets of a row; empty where one is missing, nil after a complaint.
  private mutating func target(of row: CSVTable.Row) -> [Double]? {
    switch kind {
    case .numbers: return numbers(of: row)
    case .pair: return label(of: row).map { $0.map { [Double($0)] } ?? [] }
    case .oneHot(let names):
      return label(of: row).map { label in
        label.map { label in names.indices.map { $0 == label ? 1 : 0 } } ?? []
      }
    }
  }

  private mutating func numbers(of row: CSVTable.Row) -> [Double]? {
    var numbers: [Double] = []
    for column in columns.targets {
      if let number = row.number(column), number.isFinite {
        numbers.append(number)
      } else if CSVWord.isMissing(row[column]) {
        return []
      } else {
        diagnose(
          row, column, advice: "or give the output layer 'softmax' or 'sigmoid' for classes.")
        return nil
      }
    }
    return numbers
  }

  /// The class of a row; nil inside where it is missing.
  private mutating func label(of row: CSVTable.Row) -> Int?? {
    let column = columns.targets[0]
    let text = row[column]
    let whole = row.number(column).flatMap { Int(exactly: $0) }.map(String.init)
    if let label = classes[text] ?? whole.flatMap({ classes[$0] }) ?? truth(text, row) {
      return label
    }
    if CSVWord.isMissing(text) { return .some(nil) }
    let names = kind.classNames ?? []
    let hint = Suggestion.hint(for: text, among: names.count > 20 ? [] : names)
    problems.append(
      table.problem(
        "No training sample has the class '\(text.prefix(40))'.\(hint)", row, column))
    return nil
  }

  /// The class that says the same as a word for true or false.
  private func truth(_ text: String, _ row: CSVTable.Row) -> Int? {
    guard let names = kind.classNames, let truth = CSVWord.truth(text, row.decimal) else {
      return nil
    }
    return names.firstIndex { CSVWord.flag($0) == truth }
  }

  private mutating func diagnose(
    _ row: CSVTable.Row, _ column: Int, advice: String = "or choose other columns with 'inputs'."
  ) {
    let (name, text) = (table.names[column], row[column].prefix(40))
    let isTooLarge = row.number(column)?.isInfinite == true
    problems.append(
      table.problem(
        isTooLarge
          ? "The number '\(text)' in the column '\(name)' is too large."
          : "The column '\(name)' needs \(encoding(of: column).needs), but this row has '\(text)'. Mend it or leave it empty, \(advice)",
        row, column))
  }

  private func encoding(of column: Int) -> CSVEncoding {
    columns.inputs.firstIndex(of: column).map { encodings[$0] } ?? .numbers
  }

  // MARK: Gaps

  /// Keeps in mind what is missing; which samples are to be learned from, whose mean takes its place, is not known here.
  private mutating func fill() {
    gaps = inputs.indices.filter { inputs[$0].isNaN }
    for place in gaps { inputs[place] = 0 }
  }

  /// The samples that were read.
  var samples: Dataset {
    Dataset(
      inputs: Matrix(rows: count, columns: inputs.count / count, elements: inputs),
      targets: Matrix(rows: count, columns: targets.count / count, elements: targets), gaps: gaps)
  }

  /// What was done about missing values; nil where there were none.
  var note: String? {
    if filled > 0 {
      return
        "\(filled) of \(count.counted("row")) lacked a value: the mean of its column in the rows to learn from takes its place."
    }
    guard let firstGap else { return nil }
    let isInput = columns.inputs.contains { $0 >= 0 && table.names[$0] == firstGap.column }
    return
      "\(omitted) of \(table.count.counted("row")) \(omitted == 1 ? "is" : "are") left out for want of a value, the first "
      + "in line \(firstGap.line) ('\(firstGap.column)')"
      + (isInput ? "; 'missing: mean' beside 'csv' fills inputs in." : ".")
  }
}
