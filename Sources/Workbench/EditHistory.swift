import Experiments

/// The runs as they were before each edit, and after each that was taken back: every number returns.
public struct EditHistory: Sendable {
  /// The runs on the other side of an edit.
  struct State: Sendable {
    /// What makes them.
    let saved: SavedState
    /// The same whole, where they need not be trained back.
    var whole: Workspace?
  }

  /// The most edits that can be taken back; what is older is forgotten.
  static let most = 200
  /// How many of them are kept whole.
  static let mostWhole = 32

  private(set) var past: [State] = []
  private(set) var future: [State] = []

  /// A history of no edit yet.
  public init() {}

  /// What was edited in a session that is gone on with.
  public init(_ session: Session) {
    past = session.past.map { State(saved: $0) }
    future = session.future.map { State(saved: $0) }
  }

  /// Whether nothing was edited.
  public var isEmpty: Bool { past.isEmpty && future.isEmpty }
  /// How many changes can be taken back, and how many made again.
  public var counts: [Int] { [past.count, future.count] }

  /// Notes an edit: the workspace before it, and what it was.
  public mutating func note(_ workspace: Workspace, _ edit: String) {
    append(State(workspace, edit), to: \.past)
    future = []
  }

  /// Takes the last edit back.
  /// - Returns: what it was; nil when there is none.
  /// - Throws: why the runs before it cannot be brought back; then nothing has changed.
  public mutating func undo(_ workspace: inout Workspace) throws(Diagnostics) -> String? {
    try go(&workspace, from: \.past, to: \.future)
  }

  /// Makes the edit again that was taken back last.
  /// - Returns: what it was; nil when there is none.
  /// - Throws: why the runs after it cannot be brought back; then nothing has changed.
  public mutating func redo(_ workspace: inout Workspace) throws(Diagnostics) -> String? {
    try go(&workspace, from: \.future, to: \.past)
  }

  private mutating func go(
    _ workspace: inout Workspace, from here: WritableKeyPath<Self, [State]>,
    to there: WritableKeyPath<Self, [State]>
  ) throws(Diagnostics) -> String? {
    guard let state = self[keyPath: here].last else { return nil }
    let now = State(workspace, state.saved.edit)
    let surprise = try state.bringBack(&workspace)
    self[keyPath: here].removeLast()
    append(now, to: there)
    return [state.saved.edit, surprise].compactMap(\.self).joined(separator: ". ")
  }

  private mutating func append(_ state: State, to list: WritableKeyPath<Self, [State]>) {
    var states = self[keyPath: list].suffix(Self.most - 1) + [state]
    let old = states.dropLast(Self.mostWhole).indices.last
    if let old { states[old].whole = nil }
    self[keyPath: list] = Array(states)
  }
}

extension EditHistory.State {
  fileprivate init(_ workspace: Workspace, _ edit: String) {
    saved = SavedState(edit: edit, workspace: SavedWorkspace(workspace))
    whole = workspace
  }

  /// - Returns: a sentence when the samples have changed since.
  fileprivate func bringBack(_ workspace: inout Workspace) throws(Diagnostics) -> String? {
    guard let whole else { return try workspace.restore(saved.workspace) }
    workspace = whole
    return nil
  }
}
