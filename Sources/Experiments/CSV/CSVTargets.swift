import NeuralNetwork

/// Finds out what the targets in a table are: numbers or classes.
struct CSVTargets {
  let table: CSVTable
  let columns: CSVColumns
  let source: YAMLSource

  /// Classes where a label is text, where the output layer asks for them, or where all numbers are 0 or 1; nil after
  /// complaints.
  func kind(_ demand: TargetDemand) -> TargetKind? {
    guard columns.targets.count == 1, let column = columns.targets.first else {
      return severalKinds()
    }
    let content = table.columns[column]
    switch content.kind {
    case .nothing: return reject(column, "has no values: name another 'target'.")
    case .dates: return reject(column, "holds dates: name another 'target'.")
    case .mostlyNumbers where !demand.isForClasses: return .numbers
    case .numbers: return numbers(column, demand)
    case .flags: return classes(flags(column), column, demand)
    case .texts, .mostlyNumbers:
      let labels = labels(column)
      if labels.count >= 3, labels.count == content.texts { noteNames(column) }
      return classes(labels.sorted(), column, demand)
    }
  }

  private func severalKinds() -> TargetKind? {
    let words = columns.targets.first { table.columns[$0].kind == .texts }
    guard let words else { return .numbers }
    return reject(words, "holds classes, which stand in one column: give one 'target'.")
  }

  private func reject(_ column: Int, _ reason: String) -> TargetKind? {
    source.diagnose([table.problem("The column '\(table.names[column])' \(reason)", column: column)]
    )
    return nil
  }

  // MARK: Numbers

  private func numbers(_ column: Int, _ demand: TargetDemand) -> TargetKind? {
    let labels = labels(column)
    let numbers = labels.compactMap(table.dialect.decimal.number)
    if Set(numbers).count == 1, table.count > 1 { noteConstant(column, labels.min() ?? "") }
    let whole = Set(numbers.compactMap { Int(exactly: $0) }).sorted()
    let areWhole = numbers.allSatisfy { Int(exactly: $0) != nil }
    let isPair = Set(numbers).isSubset(of: [0, 1])
    if areWhole, isPair || demand.isForClasses {
      return classes(Self.range(of: whole, demand).map(String.init), column, demand)
    }
    guard demand.isOpen, areWhole else { return .numbers }
    if table.mayBeClasses(whole, column) { return ask(column, whole) }
    if table.count >= 20 * whole.count, whole.count > 20 { noteAmounts(column, whole.count) }
    return .numbers
  }

  /// Says that numbers are taken as amounts, where each comes so often that they may be classes.
  private func noteAmounts(_ column: Int, _ count: Int) {
    source.note(
      table.problem(
        "The \(count) whole numbers of the target '\(table.names[column])' are taken as amounts: write 'loss: cce' if they are classes.",
        column: column))
  }

  /// Says that no class can be learned from others of its kind, where each row has one of its own.
  private func noteNames(_ column: Int) {
    source.note(
      table.problem(
        "The target '\(table.names[column])' has another text in every row, so that no class comes twice: name another 'target'?",
        column: column))
  }

  /// Says that there is nothing to tell apart where all targets are one number.
  private func noteConstant(_ column: Int, _ number: String) {
    source.note(
      table.problem(
        "The target '\(table.names[column])' is \(number) in every row, so there is nothing to learn: name another 'target'?",
        column: column))
  }

  private func ask(_ column: Int, _ numbers: [Int]) -> TargetKind? {
    let list = numbers.prefix(5).map(String.init).joined(separator: ", ")
    let more = numbers.count > 5 ? " …" : ""
    let loss = numbers.count == 2 ? "bce" : "cce"
    return reject(
      column,
      "holds \(numbers.count) whole numbers (\(list)\(more)): classes or amounts? Write 'loss: \(loss)' if they are classes, "
        + "'loss: mse' and 'target_scaling: standard' if they are amounts; for 'train' and 'sweep' also '--set loss=\(loss)'."
    )
  }

  /// Classes counted from 0 where the output units do so too, whether or not each of them occurs.
  private static func range(of labels: [Int], _ demand: TargetDemand) -> [Int] {
    guard let first = labels.first, let last = labels.last, first >= 0 else { return labels }
    let units = demand.units ?? 0
    if units > 1, last < units { return Array(0..<units) }
    return last <= 1 ? [0, 1] : labels
  }

  // MARK: Classes

  /// The different texts of a column, one more than there can be classes at most.
  private func labels(_ column: Int) -> Set<String> {
    table.texts(of: column, atMost: Limits.unitsPerLayer)
  }

  /// What says false and what says true; in usual words where a column has several for one of them.
  private func flags(_ column: Int) -> [String] {
    let words = labels(column).sorted { CSVWord.flag($0) ?? 0 < CSVWord.flag($1) ?? 0 }
    let truths = Set(words.compactMap { CSVWord.truth($0, table.dialect.decimal) })
    guard truths.count == 2 else { return Array(words.prefix(1)) }
    return words.count == 2 && table.columns[column].numbers == 0 ? words : ["False", "True"]
  }

  private func classes(_ names: [String], _ column: Int, _ demand: TargetDemand) -> TargetKind? {
    guard names.count >= 2 else {
      return reject(column, "has the same class in every row: give it two or more.")
    }
    guard names.count <= Limits.unitsPerLayer else {
      return reject(column, "has more than \(Limits.unitsPerLayer) classes: use fewer.")
    }
    return names.count == 2 && !demand.needsColumnEach ? .pair(names) : .oneHot(names)
  }
}

extension CSVTable {
  /// The different texts of a column that say something, one more than `limit` at most.
  func texts(of column: Int, atMost limit: Int) -> Set<String> {
    var texts: Set<String> = []
    try? forEachRow { row in
      let text = row[column]
      if texts.count <= limit, !columns[column].isGap(text) { texts.insert(text) }
    }
    return texts
  }

  /// Whether whole numbers of a column are amounts or names of classes is open where they are few, each of them several
  /// times or under a name for classes.
  func mayBeClasses(_ numbers: [Int], _ column: Int) -> Bool {
    let saysSo = Self.namesOfClasses.contains(names[column].lowercased())
    return (2...20).contains(numbers.count) && (saysSo || count >= 2 * numbers.count)
  }

  private static let namesOfClasses: Set = [
    "class", "classes", "label", "labels", "category", "species", "kind", "type", "digit", "group",
  ]

  /// Whether all that a column of this name says are such numbers.
  func mayBeClasses(_ name: String) -> Bool {
    guard let column = names.firstIndex(of: name), columns[column].kind == .numbers else {
      return false
    }
    let numbers = texts(of: column, atMost: 40).map { dialect.decimal.number($0) ?? .nan }
    let whole = Set(numbers.compactMap { Int(exactly: $0) })
    return numbers.allSatisfy { Int(exactly: $0) != nil } && mayBeClasses(Array(whole), column)
  }
}
