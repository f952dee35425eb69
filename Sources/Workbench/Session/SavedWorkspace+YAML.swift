import Experiments

/// What the runs of a file began with, each once: most of them share it with others.
struct SavedStarts {
  private(set) var all: [SavedRun.Start] = []
  /// How many words and numbers there is still room for.
  private var room = 20_000

  /// The number of a start, from 1.
  mutating func number(of start: SavedRun.Start) -> Int {
    if let index = all.firstIndex(of: start) { return index + 1 }
    all.append(start)
    return all.count
  }

  /// A state as a file holds it; nil where it would make the file too large to be written after each key.
  mutating func node(of state: SavedState) -> YAMLNode? {
    var copy = self
    let node = YAMLNode.group(
      [("edit", YAMLNode(state.edit))] + state.workspace.members(&copy))
    copy.room -=
      node.wordCount() + copy.all[all.count...].reduce(0) { $0 + $1.experiment.wordCount() }
    guard copy.room >= 0 else { return nil }
    self = copy
    return node
  }
}

extension SavedWorkspace {
  static let keys = ["focus", "runs"]

  /// The members of a group that holds it.
  func members(_ starts: inout SavedStarts) -> [(String, YAMLNode?)] {
    let nodes = runs.map { $0.node(start: starts.number(of: $0.start)) }
    return [("focus", YAMLNode(focus)), ("runs", YAMLNode(nodes))]
  }

  /// The runs of a group; nil after complaints.
  init?(_ fields: YAMLFields, starts: [SavedRun.Start]) {
    guard let value = fields.required("runs", in: "A session"),
      let runs = value.list("a list of runs", of: { SavedRun($0, starts: starts) })
    else { return nil }
    guard !runs.isEmpty else {
      value.diagnose("A session has a run at least.")
      return nil
    }
    let focus = fields["focus"]?.integer(0...runs.count - 1, "the number of a run") ?? 0
    self.init(runs: runs, focus: focus)
  }
}

extension SavedState {
  /// The state of a file; nil after complaints.
  init?(_ value: YAMLValue, starts: [SavedRun.Start]) {
    guard let fields = value.fields(of: "An edit", known: ["edit"] + SavedWorkspace.keys),
      let edit = fields.required("edit", in: "An edit")?.scalarText,
      let workspace = SavedWorkspace(fields, starts: starts)
    else { return nil }
    self.init(edit: edit, workspace: workspace)
  }
}
