import NeuralNetwork

/// Reads where the samples come from.
struct DataReader {
  let fields: YAMLFields

  /// Named or written-out data; nil when the file gives none, or after complaints.
  func data(layers: [LayerRecipe]?) -> DataRecipe? {
    if let value = fields["data"] { return Self.named(value) }
    guard fields["inputs"] != nil || fields["targets"] != nil else { return nil }
    let inputs = fields.required("inputs", in: "An experiment with 'targets'")?.rows()
    let targets = fields.required("targets", in: "An experiment with 'inputs'")
      .flatMap { self.targets($0, layers: layers) }
    guard let inputs, let targets else { return nil }
    return .explicit(inputs: inputs, targets: targets)
  }

  /// Rows, or class indices where the loss is `cce`.
  private func targets(_ value: YAMLValue, layers: [LayerRecipe]?) -> [[Double]]? {
    guard let items = value.items("rows of targets") else { return nil }
    guard let first = items.first, first.isNumber else { return value.rows("rows of targets") }
    guard fields["loss"]?.scalarText == Loss.categoricalCrossEntropy.rawValue else {
      return first.refuse(
        "Targets are rows: write [[1], [2]]. Class indices in a plain list go with 'loss: cce'.")
    }
    guard
      let classes = value.list(of: { $0.integer(0...Limits.unitsPerLayer - 1, "a class index") })
    else { return nil }
    return Self.oneHot(classes, value, count: layers?.last?.units)
  }

  private static func oneHot(_ classes: [Int], _ value: YAMLValue, count: Int?) -> [[Double]]? {
    let largest = classes.max() ?? 0
    let count = count ?? largest + 1
    guard largest < count else {
      return value.refuse(
        "There is a class \(largest), but \(count) output units count from 0 to \(count - 1).")
    }
    guard classes.count <= Limits.dataValues / count else {
      return value.refuse("\(classes.count) samples of \(count) classes are too many.")
    }
    return classes.map { label in (0..<count).map { $0 == label ? 1 : 0 } }
  }

  private static func named(_ value: YAMLValue) -> DataRecipe? {
    if !value.isMapping { return value.choice(Dataset.Name.self, "data set").map { .named($0) } }
    let known = ["name", "samples", "noise", "classes", "slope", "intercept", "turns"]
    guard let fields = value.fields(of: "'data'", known: known),
      let name = fields.required("name", in: "'data'")?.choice(Dataset.Name.self, "data set")
    else { return nil }
    return .named(name, options(fields))
  }

  /// Samples that training never sees: a share of all, or samples of their own.
  static func holdout(_ value: YAMLValue) -> Holdout? {
    if !value.isMapping { return value.number("a share of the samples").map { .share($0) } }
    return value.fields(of: "'holdout'", known: ["data", "inputs", "targets"])
      .flatMap { DataReader(fields: $0).data(layers: nil) }.map { .data($0) }
  }

  private static func options(_ fields: YAMLFields) -> DatasetOptions {
    DatasetOptions(
      samples: fields["samples"]?.integer(1...1_000_000, "a number of samples"),
      noise: fields["noise"]?.number(),
      classes: fields["classes"]?.integer(1...Limits.unitsPerLayer, "a number of classes"),
      slope: fields["slope"]?.number(), intercept: fields["intercept"]?.number(),
      turns: fields["turns"]?.number())
  }
}
