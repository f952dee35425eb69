import Experiments
import NeuralNetwork

extension SavedRun {
  private static let keys = [
    "label", "pinned", "experiment", "source", "samples", "changes", "update", "phase",
  ]

  /// As a file holds it.
  var node: YAMLNode {
    .group([
      ("label", label.isEmpty ? nil : YAMLNode(label)), ("pinned", isPinned ? YAMLNode(true) : nil),
      ("experiment", experiment),
      ("source", YAMLNode(source)),
      ("samples", samples.map { YAMLNode($0) }),
      ("changes", entries.isEmpty ? nil : YAMLNode(entries.map(\.node))),
      ("update", YAMLNode(update)), ("phase", YAMLNode(phase)),
    ])
  }

  /// The run of a file; nil after complaints.
  init?(_ value: YAMLValue) {
    guard let fields = value.fields(of: "A run", known: Self.keys),
      let experiment = fields.required("experiment", in: "A run"),
      let update = fields["update"]?.integer(0...Limits.updates, "an update"),
      let phase = fields["phase"]?.integer(0...Limits.updates, "a phase")
    else { return nil }
    let entries = fields["changes"].map { $0.list("a list of changes") { Entry($0) } } ?? []
    guard let entries else { return nil }
    self.init(
      label: fields["label"]?.scalarText ?? "", isPinned: fields["pinned"]?.flag() ?? false,
      experiment: experiment.node.withoutPositions,
      source: fields["source"]?.scalarText ?? "experiment",
      samples: fields["samples"]?.scalarText, entries: entries, update: update, phase: phase)
  }
}

extension SavedRun.Entry {
  fileprivate var node: YAMLNode {
    switch change {
    case .edit(let edit):
      .group([
        ("update", YAMLNode(update)), ("set", YAMLNode(edit.path.joined(separator: "."))),
        ("to", edit.value.withoutPositions),
      ])
    case .parameter(let index, let value):
      .group([
        ("update", YAMLNode(update)), ("parameter", YAMLNode("\(index)")), ("to", YAMLNode(value)),
      ])
    }
  }

  fileprivate init?(_ value: YAMLValue) {
    // A value of null is taken for none by a group's fields, and says here that the setting is as usual.
    let to = value.node["to"] ?? .null
    guard let fields = value.fields(of: "A change", known: ["update", "set", "parameter", "to"]),
      let update = fields.required("update", in: "A change")?.integer(
        0...Limits.updates, "an update")
    else { return nil }
    if let name = fields["parameter"]?.scalarText {
      guard case .parameter(let index)? = Quantity(parsing: name)?.kind,
        let number = fields["to"]?.number()
      else {
        value.diagnose("'\(name)' is no parameter with its value.")
        return nil
      }
      self.init(update: update, change: .parameter(index, number))
    } else {
      guard let key = fields.required("set", in: "A change")?.scalarText else { return nil }
      let path = key.split(separator: ".").map(String.init)
      guard !path.isEmpty else {
        value.diagnose("A change needs a key.")
        return nil
      }
      self.init(
        update: update, change: .edit(ExperimentEdit(path: path, value: to.withoutPositions)))
    }
  }
}
