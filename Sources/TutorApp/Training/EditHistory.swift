import Workbench

/// The workspace as it was before each edit, and after each that was taken back: whole copies, so that every number returns.
struct EditHistory {
  /// A state to go to, and the edit between it and the present one.
  struct State {
    let workspace: Workspace
    let label: String
  }

  /// The most edits that can be taken back; what is older is forgotten.
  static let most = 32

  private var past: [State] = []
  private var future: [State] = []

  /// Notes an edit: the workspace before it, and what it was.
  mutating func note(_ workspace: Workspace, _ label: String) {
    past = past.suffix(Self.most - 1) + [State(workspace: workspace, label: label)]
    future = []
  }

  /// The state before the last edit; nil when there is none.
  mutating func undo(from now: Workspace) -> State? {
    guard let state = past.popLast() else { return nil }
    future.append(State(workspace: now, label: state.label))
    return state
  }

  /// The state after the edit that was taken back last; nil when there is none.
  mutating func redo(from now: Workspace) -> State? {
    guard let state = future.popLast() else { return nil }
    past.append(State(workspace: now, label: state.label))
    return state
  }
}
