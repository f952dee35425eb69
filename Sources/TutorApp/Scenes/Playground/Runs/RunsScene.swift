import Experiments
import NeuralNetwork
import TerminalCanvas
import Workbench

/// The runs side by side as a table: picked, sorted, pinned, forked and dropped with keys.
public struct RunsScene: Scene {
  /// The name of the selected run.
  private(set) var selected: String
  /// What the runs were sorted by last; nil while they stand as they were made.
  private(set) var sorting: Int?

  /// What happens to the runs.
  public enum Message: Hashable, Sendable {
    case move(Int), select(Int)
    /// The keys act on the selected run from now on.
    case pick
    case pin, fork, drop
    /// By the next quantity.
    case sort
    /// The first update that sets the selected run apart from the reference.
    case differ
  }

  init(selected: String) { self.selected = selected }

  /// The name of the screen.
  public var title: String { "Runs side by side" }
  /// Its own keys.
  public var keyContext: KeyContext { .runs }
  /// The runs lie beneath.
  public var hasWorkbench: Bool { false }
  /// Its session is the playground's.
  public var belongsToPlayground: Bool { true }
  /// There is one place only.
  public var whereabouts: [String] { [title] }

  /// A sentence a run.
  public func words(_ model: Model) -> [String] { ["", title] + model.runSentences }

  /// The place of the selected run.
  func index(in workspace: Workspace) -> Int {
    workspace.runs.firstIndex { $0.label == selected } ?? workspace.focus
  }

  mutating func select(_ index: Int, in workspace: Workspace) {
    selected = workspace.runs[min(max(0, index), workspace.runs.count - 1)].label
  }

  mutating func sortNext(of count: Int) -> Int {
    let next = sorting.map { ($0 + 1) % max(1, count) } ?? 0
    sorting = next
    return next
  }
}

extension RunsScene {
  static let keys: [KeyBinding] = [
    key([.down, "j"], .move(1), "select", 3, "The next run"),
    key([.up, "k"], .move(-1), nil, nil, "The run before"),
    key([.enter], .pick, "act on it", 1, "The keys of the playground act on this run"),
    key(["s"], .sort, "sort", 4, "Sort by the next figure, the best first"),
    key(["p"], .pin, "pin", 5, "It stays where it stands, as the reference; again to let it go on"),
    key(["c"], .fork, "fork", 6, "A copy of it beside the others"),
    key(["d"], .differ, "differ", 7, "The first update that sets it apart from the reference"),
    key([.delete, .backspace, "x"], .drop, "drop", 8, "Take it away"),
    KeyBinding(["Z"], .playground(.undo), "undo", rank: 9, help: "Take it back", .playground),
    KeyBinding([.escape], .close, "back", rank: 2, help: "Back to the playground", .playground),
  ]

  private static func key(
    _ keys: [Key], _ message: Message, _ short: String?, _ rank: Int?, _ help: String
  ) -> KeyBinding {
    KeyBinding(keys, .runs(message), short, rank: rank, help: help, .playground)
  }
}

extension Model {
  mutating func update(_ message: RunsScene.Message) -> [Effect] {
    guard var table = scene as? RunsScene else { return [] }
    defer { if scene is RunsScene { scene = table } }
    let index = table.index(in: workspace)
    let name = workspace.runs[index].label
    switch message {
    case .move(let rows): table.select(index + rows, in: workspace)
    case .select(let row): table.select(row, in: workspace)
    case .pick:
      path.removeLast()
      return [.send(.focus(index))]
    case .pin: return act("the pin") { ws throws(Diagnostics) in try ws.togglePin(name) }
    case .fork:
      return act("the fork") { ws throws(Diagnostics) in
        if ws.runs.count > 1 { try ws.pick(name) }
        try ws.fork()
      }
    case .drop: return act("dropping \(name)") { ws throws(Diagnostics) in try ws.drop(name) }
    case .sort: return sort(&table)
    case .differ: return tellDifference(of: index)
    }
    return []
  }

  private mutating func sort(_ table: inout RunsScene) -> [Effect] {
    let figures = runFigures
    let figure = figures[table.sortNext(of: figures.count)]
    notice = "Sorted by \(figure.title)"
    return act("the order") { workspace throws(Diagnostics) in
      workspace.sort(descending: figure.descends) { figure.value(RunSummary($0.run), $0) }
    }
  }

  /// Where a run parts from the pinned one, or else from the first.
  private mutating func tellDifference(of index: Int) -> [Effect] {
    let runs = workspace.runs
    let reference =
      runs.indices.first { runs[$0].isPinned && $0 != index }
      ?? runs.indices.first { $0 != index }
    guard let reference else {
      notice = "There is one run only; c forks another"
      return []
    }
    return askDifference(reference, index)
  }
}
