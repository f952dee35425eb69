import NeuralNetwork

/// Makes samples of a table's columns.
struct CSVSamples {
  let table: CSVTable
  let columns: CSVColumns
  let source: YAMLSource

  /// The samples; nil after complaints.
  ///
  /// `kind` is what the targets must be, where other samples have decided it.
  func data(_ demand: TargetDemand, like kind: TargetKind?) -> GivenData? {
    guard let inputs = numbers(columns.inputs, advice: " Choose the columns with 'inputs'."),
      let kind = kind ?? self.kind(demand), isSmallEnough(kind), let targets = targets(kind)
    else { return nil }
    return GivenData(recipe: .explicit(inputs: inputs, targets: targets), kind: kind)
  }

  // MARK: Numbers

  private func numbers(_ columns: [Int], advice: String = "") -> [[Double]]? {
    var problems: [Diagnostic] = []
    let values = table.rows.map { row in
      columns.map { column in
        let value = YAMLValue.number(row.fields[column])
        if value?.isFinite != true, problems.count < 5 {
          problems.append(notANumber(row, column, value, advice))
        }
        return value ?? 0
      }
    }
    source.diagnose(problems)
    return problems.isEmpty ? values : nil
  }

  private func notANumber(
    _ row: CSVTable.Row, _ column: Int, _ value: Double?, _ advice: String
  ) -> Diagnostic {
    let name = table.header.fields[column]
    let text = row.fields[column].isEmpty ? "nothing" : "'\(row.fields[column].prefix(40))'"
    return table.problem(
      value == nil
        ? "The column '\(name)' needs a number, but this row has \(text).\(advice)"
        : "The number \(text) in the column '\(name)' is too large.",
      row, column)
  }

  private func isSmallEnough(_ kind: TargetKind) -> Bool {
    let width = columns.inputs.count + max(columns.targets.count, kind.columns)
    guard table.rows.count > Limits.dataValues / width else { return true }
    source.diagnose([
      Diagnostic(
        file: table.source.name,
        message: "\(table.rows.count) rows of \(width) numbers are more than \(Limits.dataValues) "
          + "numbers: use fewer rows or columns.")
    ])
    return false
  }

  // MARK: Classes

  /// Classes where a label is text, where the output layer asks for them, or where all numbers are 0 or 1.
  private func kind(_ demand: TargetDemand) -> TargetKind? {
    guard columns.targets.count == 1, let column = columns.targets.first else { return .numbers }
    let labels = Set(table.rows.map { $0.fields[column] })
    let numbers = labels.compactMap(YAMLValue.number)
    let isText = numbers.count < labels.count
    if isText, !demand.isForClasses, !numbers.isEmpty { return .numbers }
    if isText { return classes(labels.sorted(), column, demand) }
    let isPair = Set(numbers).isSubset(of: [0, 1])
    guard isPair || demand.isForClasses, let whole = Self.integers(numbers) else { return .numbers }
    return classes(Self.range(of: whole, demand).map(String.init), column, demand)
  }

  /// The numbers in order when all are whole.
  private static func integers(_ numbers: [Double]) -> [Int]? {
    let whole = Set(numbers.compactMap { Int(exactly: $0) })
    return numbers.allSatisfy({ Int(exactly: $0) != nil }) ? whole.sorted() : nil
  }

  /// Classes counted from 0 where the output units do so too, whether or not each of them occurs.
  private static func range(of labels: [Int], _ demand: TargetDemand) -> [Int] {
    guard let first = labels.first, let last = labels.last, first >= 0 else { return labels }
    let units = demand.units ?? 0
    if units > 1, last < units { return Array(0..<units) }
    return last <= 1 ? [0, 1] : labels
  }

  private func classes(_ names: [String], _ column: Int, _ demand: TargetDemand) -> TargetKind? {
    let label = table.header.fields[column]
    if let row = table.rows.first(where: { $0.fields[column].isEmpty }) {
      source.diagnose([table.problem("The row has no class in the column '\(label)'.", row, column)]
      )
      return nil
    }
    guard (2...Limits.unitsPerLayer).contains(names.count) else {
      let message =
        names.count < 2
        ? "The column '\(label)' has the same class in every row: give it two or more."
        : "The column '\(label)' has \(names.count) classes: \(Limits.unitsPerLayer) at most."
      source.diagnose([table.problem(message, table.header, column)])
      return nil
    }
    return names.count == 2 && !demand.needsColumnEach ? .pair(names) : .oneHot(names)
  }

  private func targets(_ kind: TargetKind) -> [[Double]]? {
    switch kind {
    case .numbers:
      numbers(
        columns.targets, advice: " For classes give the output layer 'softmax' or 'sigmoid'.")
    case .pair(let names): indices(names)?.map { [Double($0)] }
    case .oneHot(let names):
      indices(names)?.map { label in names.indices.map { $0 == label ? 1 : 0 } }
    }
  }

  /// The place of each row's class among the names.
  private func indices(_ names: [String]) -> [Int]? {
    guard let column = columns.targets.first, columns.targets.count == 1 else {
      return columns.targets.isEmpty ? nil : rejectSeveral()
    }
    let places = Dictionary(uniqueKeysWithValues: zip(names, names.indices))
    var indices: [Int] = []
    for row in table.rows {
      let text = row.fields[column]
      let name = YAMLValue.number(text).flatMap { Int(exactly: $0) }.map(String.init)
      guard let index = places[text] ?? name.flatMap({ places[$0] }) else {
        let hint = Suggestion.hint(for: text, among: names.count > 20 ? [] : names)
        source.diagnose([
          table.problem(
            "No training sample has the class '\(text.prefix(40))'.\(hint)", row, column)
        ])
        return nil
      }
      indices.append(index)
    }
    return indices
  }

  private func rejectSeveral() -> [Int]? {
    source.diagnose([
      table.problem(
        "Classes stand in one column: give one 'target'.", table.header, columns.targets[0])
    ])
    return nil
  }
}
