import NeuralNetwork

/// Makes samples of a table's columns.
struct CSVSamples {
  let table: CSVTable
  let columns: CSVColumns
  let source: YAMLSource
  /// Whether the mean takes the place of missing inputs; otherwise their rows are left out.
  let fillsMissing: Bool

  /// The samples; nil after complaints.
  ///
  /// `model` are samples of the same columns that have decided what words and classes there are.
  func data(_ demand: TargetDemand, like model: GivenData?) -> GivenData? {
    guard let encodings = encodings(like: model),
      let kind = model?.kind
        ?? CSVTargets(table: table, columns: columns, source: source).kind(demand)
    else { return nil }
    let width = encodings.reduce(0) { $0 + $1.width }
    guard isSmallEnough(width: width + max(columns.targets.count, kind.columns)) else { return nil }
    (columns.inputs + columns.targets).flatMap(table.notes).forEach(source.note)
    return samples(encodings, kind, width)
  }

  private func isSmallEnough(width: Int) -> Bool {
    guard table.count > Limits.dataValues / width else { return true }
    source.diagnose([
      Diagnostic(
        file: table.source.name,
        message: "\(table.count) rows of \(width) numbers are more than \(Limits.dataValues) "
          + "numbers: use fewer rows or columns.")
    ])
    return false
  }

  // MARK: Inputs

  private func encodings(like model: GivenData?) -> [CSVEncoding]? {
    if let known = model?.form?.inputs, known.count == columns.inputs.count {
      return known.map(\.encoding)
    }
    let encodings = columns.inputs.map(encoding)
    let known = encodings.compactMap { $0 }
    return known.count == encodings.count ? known : nil
  }

  private func encoding(of column: Int) -> CSVEncoding? {
    guard column != CSVColumns.rowIndex else { return .rowNumber }
    let content = table.columns[column]
    switch content.kind {
    case .numbers, .mostlyNumbers:
      noteCount(column)
      return .numbers
    case .flags: return .flags
    case .nothing: return reject(column, "has no values")
    case .dates where !columns.areNamed:
      return reject(
        column, "holds dates or times, such as '\(content.firstWord ?? "")', which are not amounts",
        or: "count the rows in its place: 'inputs: [\(CSVColumns.rowNumber)]'")
    case .texts where content.numbers > 0 && !columns.areNamed:
      return reject(
        column,
        "holds words and numbers, such as '\(content.firstWord ?? "")' and '\(content.firstNumber ?? "")'",
        or: "name it there, too, and each of them is a category")
    case .dates, .texts: return categories(column)
    }
  }

  /// An input for each text of a column.
  private func categories(_ column: Int) -> CSVEncoding? {
    let content = table.columns[column]
    let words =
      content.numbers > 0
      ? table.texts(of: column, atMost: CSVColumn.mostWords) : content.words
    if let way = way(toRead: words) {
      return reject(
        column, "holds texts such as '\(words.min() ?? "")', which look like numbers", or: way)
    }
    guard words.count > 1 else { return reject(column, "has the same text in every row") }
    guard words.count <= CSVEncoding.mostWords else {
      let count = words.count < CSVColumn.mostWords ? "\(words.count)" : "more than 256"
      return reject(column, "has \(count) different texts, too many to be categories")
    }
    noteNames(column, words.count)
    return .oneHot(words.sorted())
  }

  /// What makes numbers of texts that all look like some; nil where they do not.
  private func way(toRead words: Set<String>) -> String? {
    let decimal = table.dialect.decimal
    if let other = CSVDecimal.allCases.first(where: { $0 != decimal }),
      words.allSatisfy({ other.number($0) != nil })
    {
      return "write 'decimal: \(other.rawValue)' beside 'csv'"
    }
    let areQuoted = words.allSatisfy {
      $0.count > 2 && $0.first == "'" && $0.last == "'"
        && decimal.number(String($0.dropFirst().dropLast())) != nil
    }
    return areQuoted ? "take the single quotes out of the file, or write double ones" : nil
  }

  /// Says that a column tells the rows apart and nothing more, where each has a text of its own.
  private func noteNames(_ column: Int, _ count: Int) {
    let texts = table.columns[column].texts
    guard count >= 3, count == texts || count >= 10 && 2 * count > texts else { return }
    let way = leavingOut(column).map { ": \($0)" } ?? ""
    let finding =
      count == texts
      ? "has another text in every row, from which nothing can be learned about other rows"
      : "has \(count) different texts in \(texts) rows, from which next to nothing can be learned about other rows"
    source.note(
      table.problem("The column '\(table.names[column])' \(finding)\(way).", column: column))
  }

  /// Says that a column counts the rows: one beside others, of so many rows that it is no chance.
  private func noteCount(_ column: Int) {
    let content = table.columns[column]
    guard content.countsRows || content.countsOn && isNumberOfRow(table.names[column]),
      table.count >= 10, let way = leavingOut(column)
    else { return }
    source.note(
      table.problem(
        "The column '\(table.names[column])' counts the rows, which says nothing about new ones unless their order does: \(way).",
        column: column))
  }

  /// Whether a column of this name numbers the rows, wherever it begins to count.
  private func isNumberOfRow(_ name: String) -> Bool {
    name.lowercased().wholeMatch(of: #/.*\bid|.*_id|[a-z]*id|index|idx|no\.?|nr\.?|#|row|number/#)
      != nil
  }

  /// Refuses a column, and names the key that leaves it out.
  private func reject(_ column: Int, _ reason: String, or way: String? = nil) -> CSVEncoding? {
    let ways = [leavingOut(column), way].compactMap { $0 }.joined(separator: ", or ")
    source.diagnose([
      table.problem(
        "The column '\(table.names[column])' \(reason)\(ways.isEmpty ? ": choose the columns with 'inputs'." : ": \(ways).")",
        column: column)
    ])
    return nil
  }

  /// How to leave a column out; nil where no others can be inputs.
  private func leavingOut(_ column: Int) -> String? {
    let others = columns.inputs.filter { $0 != column && $0 >= 0 && isUsable($0) }
    guard !others.isEmpty else { return nil }
    guard others.count <= 40 else { return "leave it out: name all others as 'inputs'" }
    let names = YAMLNode(others.map { YAMLNode(table.names[$0]) })
    return "leave it out: 'inputs: \(YAMLText.flow(names))'"
  }

  /// Whether a column can be an input: numbers, or words that come again.
  private func isUsable(_ column: Int) -> Bool {
    let content = table.columns[column]
    switch content.kind {
    case .numbers, .flags: return true
    case .mostlyNumbers, .dates, .nothing: return false
    case .texts:
      let words = content.words
      return content.numbers == 0 && (2...CSVEncoding.mostWords).contains(words.count)
        && (words.count < 3 || words.count < content.texts) && way(toRead: words) == nil
    }
  }

  // MARK: Samples

  private func samples(_ encodings: [CSVEncoding], _ kind: TargetKind, _ width: Int) -> GivenData? {
    var rows = CSVRows(
      table: table, columns: columns, encodings: encodings, kind: kind, fillsMissing: fillsMissing)
    do { try rows.read() } catch { source.diagnose(error.list) }
    source.diagnose(rows.problems)
    guard rows.problems.isEmpty else { return nil }
    if let note = rows.note { source.note(Diagnostic(file: table.source.name, message: note)) }
    guard rows.count > 0 else {
      source.diagnose([
        Diagnostic(
          file: table.source.name,
          message:
            "Every row has a field without a value: choose other columns with 'inputs', or write 'missing: mean'."
        )
      ])
      return nil
    }
    let form = TableForm(table, columns, encodings, fillsMissing: fillsMissing)
    return GivenData(recipe: .samples(rows.samples), kind: kind, form: form)
  }
}
