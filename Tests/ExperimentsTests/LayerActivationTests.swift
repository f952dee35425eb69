import NeuralNetwork
import Testing

@testable import Experiments

/// One activation for all hidden layers, or one for each.
@Suite struct LayerActivationTests {
  private func file(_ lines: String) throws -> ExperimentFile {
    try ExperimentFile(SourceText(name: "x.yaml", text: "data: xor\n" + lines))
  }

  @Test func aListNamesOneForEachLayer() throws {
    let file = try file("hidden: [4, 3]\nactivation: [relu, tanh]\n")
    #expect(file.experiment.layers.map(\.activation) == [.relu, .tanh, .sigmoid])
    #expect(file.form.rows.first { $0.key == "activation" }?.text == "[relu, tanh]")
  }

  @Test func theListIsAsLongAsThereAreLayers() throws {
    let error = #expect(throws: Diagnostics.self) {
      try file("hidden: [4, 3, 2]\nactivation: [relu, tanh]\n")
    }
    #expect(
      error?.list.first?.message
        == "There are 2 activations for 3 hidden layers: name one for all, or one for each.")
    let live = #expect(throws: Diagnostics.self) {
      let run = try Run(file("hidden: [4]\n").experiment)
      _ = try ExperimentEdit("activation", value: YAMLNode(["relu", "tanh"] as [YAMLNode]))
        .change(in: run.activeExperiment)
    }
    #expect(live?.list.first?.message.contains("for 1 hidden layer") == true)
  }

  /// A layer of its own changes on the way, and the way back is the same bit for bit.
  @Test func oneLayerChangesOnTheWay() throws {
    var run = try Run(file("hidden: [4, 3]\nactivation: relu\n").experiment)
    run.train(updates: 5)
    let edit = ExperimentEdit("activation", value: YAMLNode(["relu", "sigmoid"] as [YAMLNode]))
    let change = try edit.change(in: run.activeExperiment)
    #expect(run.apply(change) == nil && change.edit == edit)
    run.train(updates: 5)
    let end = run.network
    #expect(run.activeExperiment.layers.map(\.activation) == [.relu, .sigmoid, .sigmoid])
    run.seek(to: Position(update: 4))
    #expect(run.activeExperiment.layers[1].activation == .relu)
    run.seek(to: Position(update: 10))
    #expect(run.network == end)
  }
}
