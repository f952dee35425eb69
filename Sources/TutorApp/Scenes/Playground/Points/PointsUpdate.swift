import Experiments
import NeuralNetwork
import TerminalCanvas
import Workbench

extension PointsScene {
  static let keys: [KeyBinding] = [
    key([.left, "h"], .move(columns: -1, rows: 0), "move", 1, "The cursor to the left"),
    key([.right, "l"], .move(columns: 1, rows: 0), nil, nil, "To the right"),
    key([.up, "k"], .move(columns: 0, rows: -1), nil, nil, "Up"),
    key([.down, "j"], .move(columns: 0, rows: 1), nil, nil, "Down"),
    key([.enter, " "], .add, "add", 3, "A sample more at the cursor; a click adds one too"),
    key(["c"], .nextClass, "class", 6, "The next class for new samples"),
    key(["m"], .carry, "take up", 4, "Take up the nearest sample, and put it down; or drag it"),
    key(["f"], .flip, "flip", 5, "The next class for the nearest sample; or the right button"),
    key(
      [.delete, .backspace, "x"], .delete, "delete", 7,
      "The nearest sample goes; or the middle button"),
    key(["Z"], .undo, "undo", 8, "Take it back; a sample in hand goes back to its place"),
    KeyBinding([.escape], .close, "back", rank: 2, help: "Back to the playground", .playground),
  ]
  /// A digit adds a sample of its class.
  static let digits: [KeyBinding] = (0...9).map { digit in
    KeyBinding(
      [.character(Character("\(digit)"))], .points(.addClass(digit)),
      help: "A sample of class \(digit)", .playground)
  }

  private static func key(
    _ keys: [Key], _ message: Message, _ short: String?, _ rank: Int?, _ help: String
  ) -> KeyBinding {
    KeyBinding(keys, .points(message), short, rank: rank, help: help, .playground)
  }

  /// The left button adds and moves, the right one gives another class, the middle one deletes.
  public func message(for mouse: Mouse, in model: Model) -> TutorApp.Message? {
    if case .release = mouse.action { return held == nil ? nil : .points(.release) }
    guard plot(in: model.size).contains(mouse.point) else { return nil }
    switch mouse.action {
    case .press(button: 0): return .points(.press(mouse.point))
    case .drag(button: 0): return .points(.drag(mouse.point))
    case .press(button: 1): return .points(.deleteAt(mouse.point))
    case .press(button: 2): return .points(.flipAt(mouse.point))
    default: return nil
    }
  }
}

extension Model {
  /// Opens the samples where they can be laid hands on.
  mutating func openPoints() -> [Effect] {
    guard let scene = PointsScene(run) else {
      notice = "Samples are moved by hand where two inputs span a plane and targets are classes"
      return []
    }
    path.append(scene)
    return []
  }

  mutating func update(_ message: PointsScene.Message) -> [Effect] {
    guard var points = scene as? PointsScene else { return [] }
    let plot = points.plot(in: size)
    defer { scene = points }
    switch message {
    case .move(let columns, let rows): points.move(columns, rows, in: plot)
    case .nextClass: points.choose((points.group + 1) % classCount)
    case .add: return points.held == nil ? add(points.group, points) : carry(&points)
    case .addClass(let group):
      guard group < classCount else {
        notice = "The classes are 0 to \(classCount - 1)"
        return []
      }
      points.choose(group)
      return add(group, points)
    case .delete:
      defer { points.hold(nil) }
      return lay(.delete(points.held ?? points.place))
    case .flip: return lay(.flip(points.held ?? points.place))
    case .carry, .release: return carry(&points)
    case .undo:
      guard points.held != nil else { return [.send(.undo)] }
      points.hold(nil)
    case .press(let cell): return press(cell, &points)
    case .drag(let cell): points.point(at: cell, in: plot)
    case .flipAt(let cell):
      points.point(at: cell, in: plot)
      return lay(.flip(points.place))
    case .deleteAt(let cell):
      points.point(at: cell, in: plot)
      return lay(.delete(points.place))
    }
    return []
  }

  private var classCount: Int { max(2, run.dataset.classCount ?? 2) }

  /// Changes the samples by hand, and says what becomes of the runs.
  mutating func lay(_ edit: Workspace.PointEdit) -> [Effect] {
    notice = run.activeExperiment.obstacleToSampleEdits.map(newRunsSentence) ?? liveSentence
    return act("the sample") { workspace throws(Diagnostics) in try workspace.edit(edit) }
  }

  /// The place stays: what was trained was trained on the samples as they were.
  private var liveSentence: String {
    let (count, all) = (workspace.runsSharingSamples.count, workspace.runs.count)
    let runs = all == 1 ? "" : count == all ? "All runs: " : "\(count) of \(all) runs: "
    let update = run.position.update
    guard update > 0 else { return runs + "Training begins with these samples" }
    return runs
      + "These samples count from update \(update + 1) on; going back meets them as they were"
  }

  private func newRunsSentence(_ obstacle: String) -> String {
    let (count, all) = (workspace.runsSharingSamples.count, workspace.runs.count)
    if all == 1 { return "A new run begins with these samples: \(obstacle)" }
    let others = "the other\(all - count == 1 ? " keeps its own" : "s keep their own")"
    return (count == 1 ? "The run in focus begins" : "\(count) runs begin")
      + " anew with these samples"
      + (count < all ? "; \(others)" : "")
  }

  private mutating func add(_ group: Int, _ points: PointsScene) -> [Effect] {
    lay(.add(points.place, targets: run.dataset.targets(ofClass: group)))
  }

  /// Takes the nearest sample up, or puts down what is in hand.
  private mutating func carry(_ points: inout PointsScene) -> [Effect] {
    if let held = points.held {
      points.hold(nil)
      return held == points.place ? [] : lay(.move(held, to: points.place))
    }
    guard let data = try? run.samplesByHand, let index = points.nearest(in: data) else {
      return []
    }
    points.hold(Array(data.inputs.row(index)))
    return []
  }

  /// On a sample the button takes it up, elsewhere it adds one.
  private mutating func press(_ cell: Point, _ points: inout PointsScene) -> [Effect] {
    let plot = points.plot(in: size)
    points.hold(nil)
    points.point(at: cell, in: plot)
    guard let data = try? run.samplesByHand, let index = points.nearest(in: data) else {
      return []
    }
    let sample = Array(data.inputs.row(index))
    guard points.cell(of: sample, in: plot) == cell else { return add(points.group, points) }
    points.hold(sample)
    return []
  }
}
