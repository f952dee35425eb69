import Experiments
import NeuralNetwork
import Workbench

/// Reads `do` and `solution` blocks.
struct ActionParser {
  static let keys = [
    "reset", "go", "set", "experiment", "compare", "survey", "prune", "focus", "panels", "select",
    "expect",
  ]
  /// The most runs that stand side by side.
  static let mostRuns = 4

  let context: LessonContext

  /// An action: keys that happen in their order, or a list of such groups.
  func action(_ root: YAMLValue) -> Action? {
    let groups = root.isList ? root.items(atMost: 100) ?? [] : [root]
    return Action(steps: groups.flatMap { steps($0) }, position: root.position)
  }

  private func steps(_ value: YAMLValue) -> [Action.Step] {
    guard let fields = value.fields(of: "A 'do' block", known: Self.keys) else { return [] }
    return fields.keys.flatMap { key in
      fields[key.name].map { kinds(key, $0) } ?? []
    }
  }

  private func kinds(_ key: YAMLFields.Key, _ value: YAMLValue) -> [Action.Step] {
    func step(_ kind: Action.Kind?) -> [Action.Step] {
      kind.map { [Action.Step(kind: $0, position: value.position)] } ?? []
    }
    switch key.name {
    case "reset":
      return step(
        value.name(among: ["run", "lesson"], "reset").map {
          $0 == "run" ? .resetRuns : .resetLesson
        })
    case "go": return step(travel(value).map { .go($0) })
    case "set": return changes(value)
    case "experiment": return step(edits(value, of: "'experiment'").map { .experiment($0) })
    case "compare": return step(variants(value).map { .compare($0) })
    case "survey": return step(SurveyParser(context: context).survey(value).map { .survey($0) })
    case "prune": return step(share(value).map { .prune($0) })
    case "focus": return step(label(value).map { .focus($0) })
    case "panels": return step(panels(value).map { .panels($0) })
    case "select": return step(parameter(value).map { .select($0) })
    default:
      return ExpectationParser(context: context).terms(value)
        .map { Action.Step(kind: .expect($0), position: $0.position) }
    }
  }

  func travel(_ value: YAMLValue) -> Move? {
    value.text(of: "a way such as '3 updates'")
      .flatMap { MoveParser(context: context, position: value.position).travel($0) }
  }

  private func share(_ value: YAMLValue) -> Double? {
    guard let share = value.number("a share of the weights") else { return nil }
    return (0...1).contains(share) ? share : value.reject("A share lies between 0 and 1.")
  }

  private func parameter(_ value: YAMLValue) -> ParameterIndex? {
    value.text(of: "a parameter").flatMap { context.parameter($0, at: value.position) }
  }

  private func label(_ value: YAMLValue) -> String? {
    value.name(among: context.labels.sorted(), "run")
  }

  /// Panels by name.
  func panels(_ value: YAMLValue) -> [String]? {
    value.list("a list of panels", atMost: 8) { item in
      guard let known = context.panels else { return item.text(of: "a panel") }
      return item.name(among: known, "panel")
    }
  }

  private func changes(_ value: YAMLValue) -> [Action.Step] {
    (value.pairs(of: "'set'") ?? []).compactMap { key, value in
      change(key, value).map { Action.Step(kind: $0, position: key.position) }
    }
  }

  /// A setting that may change while a run is under way, or a parameter.
  private func change(_ key: YAMLFields.Key, _ value: YAMLValue) -> Action.Kind? {
    let path = key.name.split(separator: ".").map(String.init)
    if let first = path.first, ExperimentField.named(ExperimentField.key(first)) != nil {
      return setting(ExperimentEdit(path: path, value: value.node), key)
    }
    let live = ExperimentField.all.filter(\.isLive).map(\.name)
    if let near = Suggestion.nearest(to: key.name, among: live) {
      context.diagnose(
        "Nothing is called '\(key.name)' here. Did you mean '\(near)'?", at: key.position)
      return nil
    }
    guard let index = context.parameter(key.name, at: key.position) else { return nil }
    return value.number().map { .setParameter(index, $0) }
  }

  private func setting(_ edit: ExperimentEdit, _ key: YAMLFields.Key) -> Action.Kind? {
    let group = YAMLNode(
      .group([YAMLNode.Member(edit.path[0], edit.value, position: key.place)]))
    // What is inside a group shows when the group is known; the key and a whole value show now.
    let source = YAMLSource(context.source)
    guard ExperimentField.named(edit.path[0])?.isLive == true else {
      context.diagnose(
        "'\(edit.path[0])' decides how a run begins: changing it takes a new run (↻), 'experiment' in a lesson.",
        at: key.position)
      return nil
    }
    if edit.path.count == 1,
      let fields = ExperimentReading.fields(of: YAMLValue(node: group, source: source), "'set'")
    {
      _ = ExperimentReading(fields, isPartial: true)
    }
    context.adopt(source.diagnostics)
    return source.diagnostics.isEmpty ? .set(edit) : nil
  }

  private func variants(_ value: YAMLValue) -> [Action.Variant]? {
    guard let items = value.items("a list of runs", atMost: Self.mostRuns) else { return nil }
    guard items.count > 1 else { return value.reject("Compare two runs or more.") }
    let variants = items.compactMap { variant($0) }
    if Set(variants.map(\.label)).count < variants.count {
      value.diagnose("Two runs have the same label: give each its own.")
    }
    return variants.count == items.count ? variants : nil
  }

  private func variant(_ value: YAMLValue) -> Action.Variant? {
    let label = value.member("label")
    guard let label else { return value.reject("A run of a comparison needs 'label'.") }
    guard let text = label.text(of: "a label", limit: 16), isLabel(text, label) else { return nil }
    return edits(value, of: "A run of a comparison", besides: ["label"])
      .map { Action.Variant(label: text, edits: $0) }
  }

  private func isLabel(_ text: String, _ value: YAMLValue) -> Bool {
    let isPlain = text.allSatisfy { $0.isLetter || $0.isNumber || "_- ".contains($0) }
    if !isPlain { value.diagnose("A label has letters, digits, '-' and '_' only.") }
    return isPlain
  }

  /// The keys of an experiment that take the place of another's; each is read here already, so that what is wrong with
  /// it shows at once.
  private func edits(_ value: YAMLValue, of what: String, besides extra: [String] = [])
    -> [ExperimentEdit]?
  {
    guard let fields = ExperimentReading.fields(of: value, what, besides: extra) else { return nil }
    _ = ExperimentReading(fields, isPartial: true)
    return (value.pairs(of: what) ?? []).filter { !extra.contains($0.0.name) }
      .map { ExperimentEdit($0.0.name, value: $0.1.node) }
  }
}
