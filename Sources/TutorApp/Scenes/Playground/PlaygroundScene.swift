import TerminalCanvas

/// An experiment of the learner's own, with no lesson around it.
public struct PlaygroundScene: Scene {
  /// What the experiment is called, such as the name of its file.
  public let name: String

  /// The playground of an experiment; the model's workspace holds its run.
  public init(name: String) { self.name = name }

  /// The experiment's name.
  public var title: String { name }
  /// The keys of a run.
  public var keyContext: KeyContext { .playground }
  /// The run is all there is to see.
  public var hasWorkbench: Bool { true }
  /// There is one place only.
  public var whereabouts: [String] { [name] }

  /// Where the run stands.
  public func words(_ model: Model) -> [String] {
    ["", "Playground: \(name)"] + workbenchWords(model) + ["? lists the keys."]
  }

  /// The line of time and the panels.
  public func message(for mouse: Mouse, in model: Model) -> Message? {
    Workbench.message(for: mouse, in: model).map(Message.workbench)
  }

  /// Panels and status around the run.
  public func draw(_ model: Model, on canvas: inout Canvas) { drawWorkbench(model, on: &canvas) }
}

extension PlaygroundScene {
  static let keys: [KeyBinding] = [
    KeyBinding(
      ["i", .control("p")], .openHome, "lessons", rank: 30, help: "The list of lessons", .lesson)
  ]
}
