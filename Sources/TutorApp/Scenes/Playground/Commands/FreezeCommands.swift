import NeuralNetwork
import Workbench

extension PlaygroundCommand {
  static let freeze = PlaygroundCommand(
    "freeze", "NAME",
    help:
      "Training leaves a layer or a parameter as it is: freeze layer 1, freeze layer1.b, freeze layer1.w[1,2]; alone the selected one",
    completions: { model, before in before.isEmpty ? model.freezableNames : [] },
    run: { model, text throws(CommandProblem) in
      let parts = try model.frozenParts(text)
      return model.setFrozen(
        model.run.activeExperiment.frozen.filter { !parts.contains($0) } + parts)
    })

  static let thaw = PlaygroundCommand(
    "thaw", "NAME", help: "Training changes it again; without a name everything that was frozen",
    completions: { model, before in
      before.isEmpty ? model.run.activeExperiment.frozen.map(\.description) : []
    },
    run: { model, text throws(CommandProblem) in
      let frozen = model.run.activeExperiment.frozen
      guard !frozen.isEmpty else { throw CommandProblem("Nothing was frozen: freeze layer 1") }
      guard !text.isEmpty else { return model.setFrozen([]) }
      let parts = try model.frozenParts(text)
      let missing = parts.filter { !frozen.contains($0) }
      guard missing.isEmpty else {
        throw CommandProblem("Frozen are \(frozen.map(\.description).joined(separator: ", "))")
      }
      return model.setFrozen(frozen.filter { !parts.contains($0) })
    })
}

extension Model {
  /// Freezes the selected parameter, or lets training change it again.
  mutating func toggleFrozen() -> [Effect] {
    guard let index = look.selected, run.network.contains(index) else {
      notice = "Select a parameter first, with j and k"
      return []
    }
    let (part, frozen) = (FrozenPart.parameter(index), run.activeExperiment.frozen)
    if frozen.contains(part) { return setFrozen(frozen.filter { $0 != part }) }
    guard !run.network.isFrozen(index) else {
      notice = "Layer \(index.layer) is frozen as a whole: ':thaw' lets everything go"
      return []
    }
    return setFrozen(frozen + [part])
  }

  /// Layers, and the first parameters.
  fileprivate var freezableNames: [String] {
    (1...run.depth).map { "layer\($0)" }
      + run.network.parameterIndices.prefix(500).map(\.description)
  }

  /// The parts that names say, with a blank before a layer's number or without; without a name the selected parameter.
  fileprivate func frozenParts(_ text: String) throws(CommandProblem) -> [FrozenPart] {
    let names = text.replacing("layer ", with: "layer").split(separator: " ").map(String.init)
    let parts = names.compactMap(FrozenPart.init(parsing:))
    guard parts.count == names.count else {
      throw CommandProblem("Write a layer or a parameter: freeze layer 1, freeze layer1.w[1,2]")
    }
    guard parts.isEmpty else { return parts }
    guard let selected = look.selected else {
      throw CommandProblem("Select a parameter with j and k, or name one: freeze layer1.w[1,2]")
    }
    return [.parameter(selected)]
  }

  /// From the next update on training leaves these parts as they are, and no others.
  fileprivate mutating func setFrozen(_ parts: [FrozenPart]) -> [Effect] {
    let names = parts.map { "\"\($0)\"" }.joined(separator: ", ")
    let effects = edit(["frozen"], typed: parts.isEmpty ? "" : "[\(names)]") ?? []
    let said = parts.map(\.description).joined(separator: ", ")
    notice = notice ?? (parts.isEmpty ? "Training changes everything again" : "Frozen: \(said)")
    return effects
  }
}
