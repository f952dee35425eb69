/// Which columns of a table are inputs and which are targets.
struct CSVColumns {
  let inputs: [Int]
  let targets: [Int]
  /// Whether the file names the inputs: then all that is in them is meant.
  let areNamed: Bool

  /// The name that stands for no column but for the row's number, from 1.
  static let rowNumber = "row"
  /// The index that stands for it.
  static let rowIndex = -1

  /// The columns that an experiment file names; by default the last is the target and all others are inputs.
  init?(_ fields: YAMLFields, _ table: CSVTable) {
    guard table.names.count >= 2 || fields["inputs"] != nil else {
      fields.value.diagnose(
        "The file has one column only: it needs inputs and a target. Columns are parted by commas, semicolons, tabs, bars or blanks; "
          + "'inputs: [row]' counts the rows.")
      return nil
    }
    let targets = Self.targets(fields["target"], table)
    let inputs = Self.inputs(fields["inputs"], table, besides: targets ?? [])
    guard let inputs, let targets else { return nil }
    (self.inputs, self.targets, areNamed) = (inputs, targets, fields["inputs"] != nil)
  }

  private static func targets(_ value: YAMLValue?, _ table: CSVTable) -> [Int]? {
    guard let value else { return [table.names.count - 1] }
    let columns = value.isList ? list(value, table) : column(value, table).map { [$0] }
    guard columns?.contains(rowIndex) != true else {
      return value.reject("The number of a row cannot be a target.")
    }
    return columns
  }

  private static func inputs(
    _ value: YAMLValue?, _ table: CSVTable, besides targets: [Int]
  ) -> [Int]? {
    guard let value else {
      return table.names.indices.filter { !targets.contains($0) && !table.isIndex($0) }
    }
    let columns = value.isList ? list(value, table) : column(value, table).map { [$0] }
    guard let columns else { return nil }
    if let both = columns.first(where: targets.contains) {
      return value.reject(
        "The column '\(table.names[both])' is an input and the target: choose one.")
    }
    return columns
  }

  private static func list(_ value: YAMLValue, _ table: CSVTable) -> [Int]? {
    guard let columns = value.list("a list of columns", of: { column($0, table) }) else {
      return nil
    }
    guard !columns.isEmpty else { return value.reject("Name at least one column.") }
    guard Set(columns).count == columns.count else {
      return value.reject("A column is named twice: keep one.")
    }
    return columns
  }

  private static func column(_ value: YAMLValue, _ table: CSVTable) -> Int? {
    if let text = value.scalarText, let index = table.names.firstIndex(of: text) { return index }
    if value.scalarText == rowNumber { return rowIndex }
    return value.name(among: Array(table.names.prefix(500)), "column")
      .flatMap { table.names.firstIndex(of: $0) }
  }
}
