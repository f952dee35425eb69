import Experiments
import NeuralNetwork
import Testing

@testable import Lessons

/// Settings that change while a run is under way.
@Suite struct LiveEditTests {
  private static let base = "data: xor\nhidden: [2]\nholdout: 0.25\nbatch_size: 2\n"

  private func run() throws -> Run { try Run(document(Self.base).read().experiment) }

  /// Every live field is taken by a run; the recipe in force is then the one that a file with that value describes.
  @Test(arguments: ExperimentField.all.filter(\.isLive).map(\.name))
  func isTakenByARun(_ key: String) throws {
    let field = try #require(ExperimentField.named(key))
    for example in field.examples + ["null"] {
      let value = try document("\(key): \(example)")[key]
      let edit = ExperimentEdit(key, value: try #require(value))
      var run = try run()
      run.train(updates: 1)
      let rejection = run.apply(try edit.change(in: run.activeExperiment))
      var wanted = try document(Self.base).read(replacing: [edit]).experiment
      // In a file the output layer follows the loss; under way it stays.
      if key == "loss" { wanted.layers = run.experiment.layers }
      // What 'batch_size' says is gone with the value that excludes it.
      if key == "batches", value?.isNull == true { wanted.batches = .full }
      #expect(
        rejection == nil && run.activeExperiment == wanted,
        "\(example): \(String(describing: rejection))")
    }
  }

  @Test func aSettingOfAGroupChangesAlone() throws {
    var run = try run()
    let momentum = try ExperimentEdit("optimizer", value: "momentum").change(
      in: run.activeExperiment)
    #expect(run.apply(momentum) == nil)
    let edit = ExperimentEdit("optimizer", "momentum", value: YAMLNode(0.25))
    #expect(run.apply(try edit.change(in: run.activeExperiment)) == nil)
    #expect(run.activeExperiment.optimizer.rule == .momentum)
    #expect(run.activeExperiment.optimizer.momentum == 0.25)
  }

  @Test(arguments: ExperimentField.all.filter { !$0.isLive }.map(\.name))
  func whatRestartsSaysSo(_ key: String) throws {
    let edit = ExperimentEdit(key, value: YAMLNode(1))
    let error = #expect(throws: Diagnostics.self) {
      try edit.change(in: run().activeExperiment)
    }
    #expect(error?.description.contains("takes a new run (↻)") == true)
  }

  @Test func aWrongValueIsRefused() throws {
    let edit = ExperimentEdit("loss", value: "bec")
    let error = #expect(throws: Diagnostics.self) {
      try edit.change(in: run().activeExperiment)
    }
    #expect(error?.list.first?.message.contains("Did you mean 'bce'?") == true)
  }

  private func document(_ text: String) throws -> ExperimentDocument {
    try ExperimentDocument(SourceText(name: "x", text: text))
  }
}
