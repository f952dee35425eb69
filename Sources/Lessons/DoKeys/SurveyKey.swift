import Experiments
import NeuralNetwork
import Workbench

extension DoKey {
  static let survey = DoKey(
    "survey",
    .group(SurveyParser.fields),
    help:
      "`{seeds, epochs or updates, success, measure, vary: {key: [values]}}`: many runs from seeds of their own, which are "
      + "counted and measured",
    deed: { value, context in SurveyParser(context: context).survey(value) })
}

/// Reads `survey` keys: `{seeds: 20, epochs: 100, success: loss < 0.1, vary: {learning_rate: [0.1, 1]}}`.
struct SurveyParser {
  static let fields: [ValueForm.Key] = [
    .init("seeds", .integer(1...10_000), "how many runs of each recipe", isRequired: true),
    .init("epochs", .integer(1...100_000), "how long each trains"),
    .init("updates", .integer(1...1_000_000), "the same in updates"),
    .init("success", .word, "a condition to count"),
    .init("measure", .word, "a quantity to read in the end"),
    .init("vary", .group([]), "keys with lists of values"),
  ]
  /// The most recipes that one survey compares.
  static let mostSettings = 64

  let context: LessonContext

  /// A survey; nil after complaints.
  func survey(_ value: YAMLValue) -> Survey? {
    let fields = value.fields(of: "'survey'", known: Self.fields.map(\.name))
    guard let fields,
      let seeds = fields.required("seeds", in: "'survey'")?.integer(
        1...10_000, "a number of seeds"),
      let length = length(fields), let settings = settings(fields)
    else { return nil }
    let success = fields["success"].flatMap(context.condition)
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

  private func reading(_ value: YAMLValue) -> QuantityReference? {
    value.text(of: "a quantity").flatMap { context.reading($0, at: value.position) }
  }

  // MARK: Settings

  /// Every combination of the values that `vary` gives, the last key's changing first.
  private func settings(_ fields: YAMLFields) -> [Survey.Setting]? {
    guard let value = fields["vary"] else {
      return [Survey.Setting(label: "", edits: [])]
    }
    guard let keys = ExperimentReading.fields(of: value, "'vary'") else { return nil }
    var combinations: [[YAMLNode.Member]] = [[]]
    var common: [String: [String]] = [:]
    for key in keys.keys {
      guard let items = keys[key.name]?.items("a list of values") else { return nil }
      common[key.name] = Self.common(items.map(\.node))
      combinations = combinations.flatMap { row in
        items.map { row + [YAMLNode.Member(key.name, $0.node, position: key.place)] }
      }
      guard combinations.count <= Self.mostSettings else {
        return value.reject("Too many settings: \(Self.mostSettings) at most.")
      }
    }
    return combinations.compactMap { members in
      let differing = members.map { Self.word(for: $0, without: common[$0.key] ?? []) }
      let label = differing.filter { !$0.isEmpty }.joined(separator: " ")
      return setting(members, label.isEmpty ? "plain" : label, value.source)
    }
  }

  /// What is said of a key and its value: a flag that is set by its name, one that is not by nothing, a key that is left
  /// out by its name, too.
  private static func word(for member: YAMLNode.Member, without common: [String]) -> String {
    switch member.value.text {
    case "true": member.key.replacing("_", with: " ")
    case "false": ""
    case "null": "no \(member.key.replacing("_", with: " "))"
    default:
      title(of: member) ?? common.reduce(into: member.value) { $0[$1] = nil }.inBrief
    }
  }

  /// What readers call an activation or optimizer that a value names, or hidden layers whose units it lists.
  private static func title(of member: YAMLNode.Member) -> String? {
    switch member.key {
    case "activation": Activation.all.first { $0.name == member.value.text }?.title
    case "optimizer": Optimizer.Rule.all.first { $0.name == member.value.text }?.title
    case "hidden": member.value.items.flatMap(units)
    default: nil
    }
  }

  /// `8, 8`, or `none`; nil where layers have more than units.
  private static func units(_ layers: [YAMLNode]) -> String? {
    let units = layers.compactMap(\.text)
    guard units.count == layers.count else { return nil }
    return units.isEmpty ? "none" : units.joined(separator: ", ")
  }

  /// The keys that say the same in each of these groups, and so tell none from the others.
  private static func common(_ nodes: [YAMLNode]) -> [String] {
    guard nodes.count > 1, let first = nodes[0].members else { return [] }
    return first.filter { member in
      nodes.allSatisfy { $0[member.key]?.withoutPositions == member.value.withoutPositions }
    }.map(\.key)
  }

  private func setting(
    _ members: [YAMLNode.Member], _ label: String, _ source: YAMLSource
  ) -> Survey.Setting? {
    let value = YAMLValue(node: YAMLNode(.group(members)), source: source)
    guard let fields = ExperimentReading.fields(of: value, "'vary'") else { return nil }
    // Read here already, so that what is wrong with a value shows at once.
    _ = ExperimentReading(fields, isPartial: true)
    return Survey.Setting(
      label: label, edits: members.map { ExperimentEdit($0.key, value: $0.value) })
  }
}
