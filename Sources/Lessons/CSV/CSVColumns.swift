/// Which columns of a table are inputs and which are targets.
struct CSVColumns {
  let inputs: [Int]
  let targets: [Int]

  /// The columns that an experiment file names; by itself the last is the target and all others are inputs.
  init?(_ fields: YAMLFields, _ table: CSVTable) {
    let names = table.header.fields
    guard names.count >= 2 else {
      fields.value.diagnose(
        "The file has one column only: it needs inputs and a target. "
          + "Columns are parted by commas, semicolons or tabs.")
      return nil
    }
    let targets = Self.targets(fields["target"], names)
    let inputs = Self.inputs(fields["inputs"], names, besides: targets ?? [])
    guard let inputs, let targets else { return nil }
    (self.inputs, self.targets) = (inputs, targets)
  }

  private static func targets(_ value: YAMLValue?, _ names: [String]) -> [Int]? {
    guard let value else { return [names.count - 1] }
    return value.isList ? list(value, names) : column(value, names).map { [$0] }
  }

  private static func inputs(
    _ value: YAMLValue?, _ names: [String], besides targets: [Int]
  ) -> [Int]? {
    guard let value else { return names.indices.filter { !targets.contains($0) } }
    guard let inputs = value.isList ? list(value, names) : column(value, names).map({ [$0] }) else {
      return nil
    }
    if let both = inputs.first(where: targets.contains) {
      return value.reject("The column '\(names[both])' is an input and the target: choose one.")
    }
    return inputs
  }

  private static func list(_ value: YAMLValue, _ names: [String]) -> [Int]? {
    guard let columns = value.list("a list of columns", of: { column($0, names) }) else {
      return nil
    }
    guard !columns.isEmpty else { return value.reject("Name at least one column.") }
    guard Set(columns).count == columns.count else {
      return value.reject("A column is named twice: keep one.")
    }
    return columns
  }

  private static func column(_ value: YAMLValue, _ names: [String]) -> Int? {
    value.name(among: names, "column").flatMap { names.firstIndex(of: $0) }
  }
}
