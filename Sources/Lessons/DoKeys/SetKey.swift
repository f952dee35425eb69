import Experiments
import NeuralNetwork
import Workbench

extension DoKey {
  static let set = DoKey(
    "set", .group([]),
    help:
      "`{learning_rate: 0.2, w1: 0.5}`: changes parameters, and keys of an experiment file without ↻, while the run is under way",
    steps: { value, context in
      (value.pairs(of: "'set'") ?? []).compactMap { key, value in
        SetParser(context: context).change(key, value).map { Action.Step($0, at: key.position) }
      }
    })
}

/// Reads what `set` changes.
struct SetParser {
  let context: LessonContext

  /// A setting that may change while a run is under way, or a parameter.
  func change(_ key: YAMLFields.Key, _ value: YAMLValue) -> (any Deed)? {
    let path = key.name.split(separator: ".").map(String.init)
    if let first = path.first, ExperimentField.named(ExperimentField.key(first)) != nil {
      return setting(ExperimentEdit(path: path, value: value.node), key)
    }
    let names = context.names.keys.sorted()
    let live = ExperimentField.all.filter(\.isLive).map(\.name)
    if !names.contains(key.name),
      let near = Suggestion.nearest(to: key.name, among: names + live)
    {
      context.diagnose(
        "Nothing is called '\(key.name)' here. Did you mean '\(near)'?", at: key.position)
      return nil
    }
    guard let index = context.parameter(key.name, at: key.position) else { return nil }
    return value.number().map { NewParameter(index, $0) }
  }

  private func setting(_ edit: ExperimentEdit, _ key: YAMLFields.Key) -> (any Deed)? {
    guard ExperimentField.named(edit.path[0])?.isLive == true else {
      context.diagnose(
        "'\(edit.path[0])' decides how a run begins: changing it takes a new run (↻), 'experiment' in a lesson.",
        at: key.position)
      return nil
    }
    // What is inside a group shows when the group is known; the key and a whole value show now.
    let source = YAMLSource(context.source)
    let group = YAMLNode(.group([YAMLNode.Member(edit.path[0], edit.value, position: key.place)]))
    if edit.path.count == 1,
      let fields = ExperimentReading.fields(of: YAMLValue(node: group, source: source), "'set'")
    {
      _ = ExperimentReading(fields, isPartial: true)
    }
    context.adopt(source.diagnostics)
    return source.diagnostics.isEmpty ? NewSetting(edit) : nil
  }
}
