import Experiments
import NeuralNetwork

extension SavedRun.Start {
  fileprivate static let keys = ["experiment", "source", "samples"]

  /// As a file holds it.
  var node: YAMLNode {
    .group([
      ("experiment", experiment), ("source", YAMLNode(source)),
      ("samples", samples.map { YAMLNode($0) }),
    ])
  }

  /// What a run of a file began with; nil after complaints.
  init?(_ value: YAMLValue) {
    guard let fields = value.fields(of: "A start", known: Self.keys) else { return nil }
    self.init(fields)
  }

  fileprivate init?(_ fields: YAMLFields) {
    guard let experiment = fields.required("experiment", in: "A start") else { return nil }
    self.init(
      experiment: experiment.node.withoutPositions,
      source: fields["source"]?.scalarText ?? "experiment", samples: fields["samples"]?.scalarText)
  }
}

extension SavedRun {
  private static let keys =
    ["label", "pinned", "start", "story", "changes", "update", "phase"] + Start.keys

  /// As a file holds it that says with which of its starts it began, from 1.
  func node(start: Int) -> YAMLNode {
    .group([
      ("label", label.isEmpty ? nil : YAMLNode(label)), ("pinned", isPinned ? YAMLNode(true) : nil),
      ("start", YAMLNode(start)),
      ("story", story.isEmpty ? nil : YAMLNode(story.map { YAMLNode($0) })),
      ("changes", entries.isEmpty ? nil : YAMLNode(entries.map(\.node))),
      ("update", YAMLNode(update)), ("phase", YAMLNode(phase)),
    ])
  }

  /// The run of a file, which has the starts of its runs before them, or in an old one within each; nil after complaints.
  init?(_ value: YAMLValue, starts: [Start]) {
    guard let fields = value.fields(of: "A run", known: Self.keys),
      let start = Self.start(fields, among: starts),
      let update = fields["update"]?.integer(0...Limits.updates, "an update"),
      let phase = fields["phase"]?.integer(0...Limits.updates, "a phase")
    else { return nil }
    let entries = fields["changes"].map { $0.list("a list of changes") { Entry($0) } } ?? []
    let story = fields["story"].map { $0.list("a list of sentences", of: \.scalarText) } ?? []
    guard let entries, let story else { return nil }
    self.init(
      label: fields["label"]?.scalarText ?? "", isPinned: fields["pinned"]?.flag() ?? false,
      start: start, story: story, entries: entries, update: update, phase: phase)
  }

  private static func start(_ fields: YAMLFields, among starts: [Start]) -> Start? {
    guard !starts.isEmpty else { return Start(fields) }
    let number = fields.required("start", in: "A run")?
      .integer(1...starts.count, "the number of a start")
    return number.map { starts[$0 - 1] }
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
    case .sample(let edit): .group([("update", YAMLNode(update)), ("sample", edit.node)])
    }
  }

  fileprivate init?(_ value: YAMLValue) {
    // A value of null is taken for none by a group's fields, and says here that the setting is as usual.
    let to = value.node["to"] ?? .null
    guard
      let fields = value.fields(
        of: "A change", known: ["update", "set", "parameter", "sample", "to"]),
      let update = fields.required("update", in: "A change")?.integer(
        0...Limits.updates, "an update")
    else { return nil }
    if let sample = fields["sample"] {
      guard let edit = SampleEdit(sample) else { return nil }
      self.init(update: update, change: .sample(edit))
    } else if let name = fields["parameter"]?.scalarText {
      guard case .parameter(let index)? = Quantity(parsing: name)?.kind,
        let number = fields["to"]?.number()
      else {
        value.diagnose("'\(name)' is not a parameter with its value.")
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

extension SampleEdit {
  /// As a file holds it: the number of the sample, from 1, where it is one that was there, and its numbers where it is one then.
  fileprivate var node: YAMLNode {
    let (number, numbers): (Int?, ([Double], [Double])?) =
      switch self {
      case .add(let inputs, let targets): (nil, (inputs, targets))
      case .replace(let sample, let inputs, let targets): (sample + 1, (inputs, targets))
      case .remove(let sample): (sample + 1, nil)
      }
    return .group([
      ("number", number.map { YAMLNode($0) }),
      ("inputs", numbers.map { YAMLNode($0.0.map { YAMLNode($0) }) }),
      ("targets", numbers.map { YAMLNode($0.1.map { YAMLNode($0) }) }),
    ])
  }

  fileprivate init?(_ value: YAMLValue) {
    guard let fields = value.fields(of: "A sample", known: ["number", "inputs", "targets"]) else {
      return nil
    }
    let sample = fields["number"]?.integer(1...Limits.updates, "the number of a sample")
    let inputs = fields["inputs"]?.numbers()
    let targets = fields["targets"]?.numbers()
    switch (sample, inputs ?? nil, targets ?? nil) {
    case (nil, let inputs?, let targets?): self = .add(inputs: inputs, targets: targets)
    case (let sample?, let inputs?, let targets?):
      self = .replace(sample - 1, inputs: inputs, targets: targets)
    case (let sample?, nil, nil): self = .remove(sample - 1)
    default:
      value.diagnose("A change of a sample needs its number, or inputs and targets.")
      return nil
    }
  }
}
