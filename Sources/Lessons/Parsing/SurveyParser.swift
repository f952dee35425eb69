import NeuralNetwork
import Yams

/// Reads `survey` keys: `{seeds: 20, epochs: 100, success: loss < 0.1, vary: {learning_rate: [0.1, 1]}}`.
struct SurveyParser {
  static let keys = ["seeds", "epochs", "updates", "success", "measure", "vary"]
  /// The most recipes that one survey compares.
  static let mostSettings = 64

  let context: LessonContext

  /// A survey; nil after complaints.
  func survey(_ value: YAMLValue) -> Survey? {
    let fields = value.fields(of: "'survey'", known: Self.keys)
    guard let fields,
      let seeds = fields.required("seeds", in: "'survey'")?.integer(
        1...10_000, "a number of seeds"),
      let length = length(fields), let settings = settings(fields)
    else { return nil }
    let success = fields["success"].flatMap(condition)
    let measure = fields["measure"].flatMap(reading)
    guard success != nil || measure != nil else {
      return fields["success"] ?? fields["measure"] == nil
        ? value.reject("'survey' needs 'success', a condition, or 'measure', a quantity.") : nil
    }
    return Survey(
      seeds: seeds, length: length, success: success, measure: measure, settings: settings)
  }

  private func length(_ fields: YAMLFields) -> Survey.Length? {
    if let value = fields["updates"], fields["epochs"] == nil {
      return value.integer(1...1_000_000, "a number of updates").map { .updates($0) }
    }
    fields.reject("updates", besides: "epochs", because: "a run has one length")
    return fields.required("epochs", in: "'survey'")?
      .integer(1...100_000, "a number of epochs").map { .epochs($0) }
  }

  private func condition(_ value: YAMLValue) -> Condition? {
    value.text(of: "a condition").flatMap {
      ConditionParser(context: context, position: value.position).condition($0)
    }
  }

  private func reading(_ value: YAMLValue) -> QuantityReference? {
    value.text(of: "a quantity").flatMap { context.reading($0, at: value.position) }
  }

  // MARK: Settings

  /// Every combination of the values that `vary` gives, the last key's changing first.
  private func settings(_ fields: YAMLFields) -> [Survey.Setting]? {
    guard let value = fields["vary"] else {
      return [Survey.Setting(label: "", patch: ExperimentPatch())]
    }
    guard let keys = value.fields(of: "'vary'", known: ExperimentParser.keys) else { return nil }
    var combinations: [[(Node, Node)]] = [[]]
    for key in keys.keys {
      guard let items = keys[key.name]?.items("a list of values") else { return nil }
      combinations = combinations.flatMap { row in items.map { row + [(Node(key.name), $0.node)] } }
      guard combinations.count <= Self.mostSettings else {
        return value.reject("Too many settings: \(Self.mostSettings) at most.")
      }
    }
    return combinations.compactMap { setting($0, value.source) }
  }

  private func setting(_ pairs: [(Node, Node)], _ source: YAMLSource) -> Survey.Setting? {
    let value = YAMLValue(node: Node(pairs), source: source)
    return value.fields(of: "'vary'", known: ExperimentParser.keys).map {
      Survey.Setting(
        label: pairs.map { Self.text(of: $0.1) }.joined(separator: " "),
        patch: ExperimentParser(fields: $0).patch())
    }
  }

  /// A value as it is written in one line.
  private static func text(of node: Node) -> String {
    switch node {
    case .scalar(let scalar): scalar.string
    case .sequence(let items): "[\(items.map(text).joined(separator: ", "))]"
    case .mapping(let pairs): pairs.map { text(of: $0.value) }.joined(separator: " ")
    case .alias: ""
    }
  }
}
