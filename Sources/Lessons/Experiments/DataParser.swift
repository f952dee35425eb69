import NeuralNetwork

/// Reads where the samples come from.
struct DataParser {
  let fields: YAMLFields
  let demand: TargetDemand
  /// What the targets must be, where other samples have decided it.
  var kind: TargetKind?

  /// Named, written-out or filed data; nil when the file gives none, or after complaints.
  func data() -> GivenData? {
    if let value = fields["data"] { return given(value) }
    guard fields["inputs"] != nil || fields["targets"] != nil else { return nil }
    let inputs = fields.required("inputs", in: "An experiment with 'targets'")?.rows()
    let targets = fields.required("targets", in: "An experiment with 'inputs'").flatMap(targets)
    guard let inputs, let targets else { return nil }
    return GivenData(recipe: .explicit(inputs: inputs, targets: targets))
  }

  /// Samples that training never sees: a share of all, or samples of their own.
  static func holdout(
    _ value: YAMLValue, of key: String, _ demand: TargetDemand, like kind: TargetKind?
  ) -> Holdout? {
    if !value.isMapping { return value.number("a share of the samples").map { .share($0) } }
    let fields = value.fields(of: "'\(key)'", known: ["data", "inputs", "targets"])
    return fields.flatMap { DataParser(fields: $0, demand: demand, kind: kind).data() }
      .map { .data($0.recipe) }
  }

  // MARK: Written out

  /// Rows, or class indices where the loss is `cce`.
  private func targets(_ value: YAMLValue) -> [[Double]]? {
    guard let items = value.items("rows of targets") else { return nil }
    guard let first = items.first, first.isNumber else { return value.rows("rows of targets") }
    guard demand.loss == .categoricalCrossEntropy else {
      return first.reject(
        "Targets are rows: write [[1], [2]]. Class indices in a plain list go with 'loss: cce'.")
    }
    guard
      let classes = value.list(of: { $0.integer(0...Limits.unitsPerLayer - 1, "a class index") })
    else { return nil }
    return Self.oneHot(classes, value, count: demand.units)
  }

  private static func oneHot(_ classes: [Int], _ value: YAMLValue, count: Int?) -> [[Double]]? {
    let largest = classes.max() ?? 0
    let count = count ?? largest + 1
    guard largest < count else {
      return value.reject(
        "There is a class \(largest), but \(count) output units count from 0 to \(count - 1).")
    }
    guard classes.count <= Limits.dataValues / count else {
      return value.reject("\(classes.count) samples of \(count) classes are too many.")
    }
    return classes.map { label in (0..<count).map { $0 == label ? 1 : 0 } }
  }

  // MARK: By name

  private func given(_ value: YAMLValue) -> GivenData? {
    if value.member("csv") != nil { return filed(value) }
    guard value.isMapping else {
      return value.choice(NamedDataset.self, "data set").flatMap { named($0, value) }
    }
    guard let name = value.member("name") else {
      return value.reject("'data' needs 'name', or 'csv' with the path of a file.")
    }
    guard let name = name.choice(NamedDataset.self, "data set"),
      let fields = value.fields(
        of: "The data set '\(name)'", known: ["name"] + name.settings.map(\.key))
    else { return nil }
    return named(name, value, Self.options(fields, of: name))
  }

  private func named(
    _ name: NamedDataset, _ value: YAMLValue, _ options: DatasetOptions = DatasetOptions()
  ) -> GivenData? {
    name == .digits
      ? digits(value, count: options.samples) : GivenData(recipe: .named(name, options))
  }

  private static func options(_ fields: YAMLFields, of name: NamedDataset) -> DatasetOptions {
    var options = DatasetOptions()
    for setting in name.settings { options[setting] = fields.value(of: setting) }
    if name == .digits {
      let count = fields["samples"]?.integer(1...Digits.count, "a number of samples")
      options[.samples] = count.map(Double.init)
    }
    return options
  }

  // MARK: From files

  /// The first of the digits, or all.
  private func digits(_ value: YAMLValue, count: Int?) -> GivenData? {
    switch Digits.all {
    case .failure(let problem):
      value.source.diagnose([problem])
      return nil
    case .success(let digits):
      let count = count ?? Digits.count
      return GivenData(
        recipe: .explicit(
          inputs: Array(digits.inputs.prefix(count)), targets: Array(digits.targets.prefix(count))),
        kind: .oneHot(Digits.classes))
    }
  }

  /// The columns of a CSV file.
  private func filed(_ value: YAMLValue) -> GivenData? {
    guard let fields = value.fields(of: "'data' from a file", known: ["csv", "inputs", "target"]),
      let file = fields["csv"]
    else { return nil }
    guard value.source.mayReadFiles else {
      return file.reject(
        "A lesson reads no files: write its numbers out, or use a data set with a name.")
    }
    guard let path = file.text(of: "the path of a CSV file"),
      let table = CSVTable.read(path, for: file),
      let columns = CSVColumns(fields, table)
    else { return nil }
    return CSVSamples(table: table, columns: columns, source: value.source).data(demand, like: kind)
  }
}
