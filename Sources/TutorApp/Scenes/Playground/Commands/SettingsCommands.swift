import Experiments
import NeuralNetwork

extension PlaygroundCommand {
  /// Commands that change the recipe.
  static let settings = [set, unset, undo, redo]

  /// Every setting where a key is asked for, and behind it the words that may stand there.
  static let settingNames: @Sendable (Model, [String]) -> [String] = { model, before in
    let rows = model.playground?.settings.rows ?? []
    guard let key = before.first else { return rows.map(\.key) }
    return before.count == 1 ? rows.first { $0.key == key }?.names ?? [] : []
  }

  private static let set = PlaygroundCommand(
    "set", "KEY VALUE", help: "Give a setting a value as an experiment file writes it",
    completions: settingNames,
    run: { model, text throws(CommandProblem) in
      let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
      guard parts.count == 2 else {
        throw CommandProblem("Write a key and its value: set optimizer.beta1 0.8")
      }
      // A parameter is no setting, and whoever takes it for one means this.
      if case .parameter? = Quantity(parsing: parts[0])?.kind {
        return try weight.run(&model, text)
      }
      return model.set(parts[0], to: parts[1])
    })

  private static let unset = PlaygroundCommand(
    "unset", "KEY", help: "Set a setting back to its usual value",
    completions: settingNames,
    run: { model, text throws(CommandProblem) in
      guard !text.isEmpty else { throw CommandProblem("Write the key: unset schedule") }
      return model.set(text, to: "")
    })

  private static let undo = PlaygroundCommand(
    "undo", help: "Take the last change back, with every number as it was",
    run: { _, _ throws(CommandProblem) in [.send(.undo)] })

  private static let redo = PlaygroundCommand(
    "redo", help: "Make the change again that was taken back",
    run: { _, _ throws(CommandProblem) in [.send(.redo)] })
}

extension Model {
  /// Gives the setting of a dotted key a value, and selects it.
  fileprivate mutating func set(_ key: String, to value: String) -> [Effect] {
    let path = key.split(separator: ".").map(String.init)
    guard let effects = edit(path, typed: value) else { return [] }
    playground?.settings.select(ExperimentEdit(path: path, value: .null).path)
    return effects
  }
}
