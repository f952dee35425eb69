import NeuralNetwork
import Platform

/// Reads where the samples come from.
struct DataParser {
  let source: YAMLSource
  let demand: TargetDemand
  /// Other samples, which have decided what words and classes there are.
  var model: GivenData?

  /// Named, written-out or filed data among other keys; nil when there is none, or after complaints.
  func data(among fields: YAMLFields) -> GivenData? {
    if let value = fields["data"] { return data(value) }
    let inputs = fields.required("inputs", in: "A group of samples")?.rows()
    let targets = fields.required("targets", in: "A group of samples").flatMap(targets)
    guard let inputs, let targets else { return nil }
    return GivenData(recipe: .explicit(inputs: inputs, targets: targets))
  }

  // MARK: Written out

  /// Rows, or class indices where the loss is `cce`.
  func targets(_ value: YAMLValue) -> [[Double]]? {
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

  /// A data set by its name, alone or with what is asked of it, or a file.
  func data(_ value: YAMLValue) -> GivenData? {
    if value.member("csv") != nil { return filed(value) }
    if let path = value.scalarText, CSVTable.isPath(path) {
      return filed(
        YAMLValue(
          node: YAMLNode(.group([.init("csv", value.node)]), position: value.node.position),
          source: source))
    }
    guard value.isGroup else {
      if let table = table(called: value) {
        return value.reject(
          "There is no data set of this name, but a file: write 'data: \(table)'.")
      }
      if let name = value.scalarText, ForeignWord.isPublicData(name) {
        return value.reject(
          "The data set '\(name)' does not come along: get its table as CSV, and write 'data: \(name).csv'."
        )
      }
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

  /// The table beside the file that a name which is no data set's was meant for; nil where there is none.
  private func table(called value: YAMLValue) -> String? {
    guard let name = value.scalarText, !name.isEmpty, NamedDataset(named: name) == nil else {
      return nil
    }
    return CSVTable.fileExtensions.map { "\(name).\($0)" }.first { file in
      value.file(file).map { FileManager.default.fileExists(atPath: $0) } ?? false
    }
  }

  private func named(
    _ name: NamedDataset, _ value: YAMLValue, _ options: DatasetOptions = DatasetOptions()
  ) -> GivenData? {
    switch name {
    case .digits: digits(value, count: options.samples)
    case .insects: insects(value)
    default: GivenData(recipe: .named(name, options))
    }
  }

  /// A data set by its name, or with what is asked of it.
  static func node(_ name: NamedDataset, _ options: DatasetOptions) -> YAMLNode {
    let settings = name.settings.map { setting in
      (setting.key, options[setting].map { YAMLNode($0, of: setting) })
    }
    let isAlone = settings.allSatisfy { $0.1 == nil }
    let node = YAMLNode(name.name)
    return isAlone ? node : .group([("name", node)] + settings)
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
      let first = Array(0..<(count ?? Digits.count))
      return GivenData(
        recipe: .samples(
          Dataset(
            inputs: digits.inputs.selecting(rows: first),
            targets: digits.targets.selecting(rows: first))),
        kind: .oneHot(Digits.classes))
    }
  }

  /// The insects, whose kinds are their classes.
  private func insects(_ value: YAMLValue) -> GivenData? {
    do {
      let table = try BundledTable.insects.get()
      guard let columns = CSVColumns(YAMLFields(value: value, keys: [], fields: [:]), table) else {
        return nil
      }
      return CSVSamples(table: table, columns: columns, source: source, fillsMissing: false)
        .data(demand, like: model)
    } catch {
      source.diagnose(error.list)
      return nil
    }
  }

  /// What may be said of a file.
  static let fileSettings: [ValueForm.Key] = [
    .init("csv", .word, "the path of the file, beside this one", isRequired: true),
    .init("inputs", .either([.word, .list(.word)]), "the columns of the inputs"),
    .init("target", .either([.word, .list(.word)]), "the column of the targets"),
    .init("header", .flag, "whether the first line names the columns"),
    .init("decimal", .choice(CSVDecimal.allCases.map(\.rawValue)), "what stands before decimals"),
    .init("missing", .choice(["skip", "mean"]), "what to do about rows that lack a value"),
  ]

  /// The columns of a CSV file.
  private func filed(_ value: YAMLValue) -> GivenData? {
    let question = FileSamples.Question(data: value.node, demand: demand, kind: model?.kind)
    if let known = source.files[question] {
      known.notes.forEach(source.note)
      return known.data
    }
    let count = source.notes.count
    guard
      let fields = value.fields(
        of: "'data' from a file", known: Self.fileSettings.map(\.name),
        correction: ForeignWord.meaning(ofTableKey:)), let data = read(fields)
    else { return nil }
    source.files[question] = FileSamples.Answer(
      data: data, notes: Array(source.notes.dropFirst(count)))
    return data
  }

  private func read(_ fields: YAMLFields) -> GivenData? {
    guard let file = fields["csv"] else { return nil }
    guard source.mayReadFiles else {
      return file.reject(
        "A lesson reads no files: write its numbers out, or use a data set with a name.")
    }
    let missing = fields["missing"]?.name(among: ["skip", "mean"], "way with missing values")
    guard let path = file.text(of: "the path of a CSV file"),
      let table = CSVTable.read(
        path, for: file, header: fields["header"]?.flag(),
        decimal: fields["decimal"]?.choice(CSVDecimal.self, "decimal sign")),
      let columns = CSVColumns(fields, table)
    else { return nil }
    table.notes.forEach { source.note(Diagnostic(file: table.source.name, message: $0)) }
    return CSVSamples(
      table: table, columns: columns, source: source, fillsMissing: missing == "mean"
    ).data(demand, like: model)
  }
}
