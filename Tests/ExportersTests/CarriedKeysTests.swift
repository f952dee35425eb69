import Experiments
import NeuralNetwork
import Testing

@testable import Exporters

/// Whatever the engine lists has its lines for other programs, and whatever an experiment says is carried over or refused.
@Suite struct CarriedKeysTests {
  @Test func everyListedThingHasARecord() {
    expectRecords(of: Activation.all, ExportedActivation.all.map(\.original))
    expectRecords(of: Loss.all, ExportedLoss.all.map(\.original))
    expectRecords(of: Optimizer.Rule.all, ExportedOptimizer.all.map(\.original))
    expectRecords(of: Schedule.all, ExportedSchedule.all.map(\.original))
  }

  private func expectRecords<Thing: Equatable>(of listed: [Thing], _ exported: [Thing]) {
    let missing = listed.filter { !exported.contains($0) }
    #expect(
      exported == listed,
      "write what other programs call \(missing) in Sources/Exporters, in the order of the engine's list"
    )
  }

  /// A key that a script dropped would show in its losses.
  @Test(Python.has("numpy")) func everyKeyIsCarriedOverOrRefused() throws {
    let runs = try Samples.examples().filter { isWritten($0.run, by: .numpy) }
    try ScriptTests.expectAgreement(.numpy, runs)
    #expect(runs.count > 30)
  }

  @Test func noFormCarriesAKeyThatThereIsNot() {
    for exporter in Exporter.all {
      for key in exporter.carried ?? [] where !key.hasPrefix("layers.") {
        #expect(ExperimentField.named(key) != nil, "\(exporter) \(key)")
      }
    }
  }

  /// As it would be with a key that is new.
  @Test(arguments: ["layers.activation", "learning_rate", "batch_size", "holdout"])
  func whatIsNotCarriedIsRefused(_ key: String) throws {
    let run = try Samples.run("data: moons\nhidden: [3]\nholdout: 0.25\nbatch_size: 5")
    let form = Exporter(
      name: "form", title: "", summary: "", fileExtension: "",
      carries: PythonScript.keys.filter { $0 != key }
    ) { _ in [] }
    let error = #expect(throws: ExportError.self) { try form.write(run) }
    #expect(
      error?.sentence
        == "The form 'form' cannot carry over '\(key)': take the key out of the experiment, or choose another form."
    )
  }

  @Test func aPlantedFaultIsRefusedByScripts() throws {
    var experiment = try Samples.run("data: xor\nhidden: [3]").experiment
    experiment.fault = Fault.all[0]
    let run = ExportedRun(ExperimentFile(experiment), updates: 3)
    #expect(!isWritten(run, by: .numpy) && !isWritten(run, by: .pytorch))
    #expect(isWritten(run, by: .onnx) && isWritten(run, by: .csv))
  }

  /// What CONTRIBUTING.md adds.
  @Test func anExporterWritesFromItsRecord() throws {
    let bytes = try Exporter.sizes.write(Samples.run("data: xor\nhidden: [3]"))
    #expect(String(decoding: bytes, as: UTF8.self) == "3\n1\n")
  }

  private func isWritten(_ run: ExportedRun, by exporter: Exporter) -> Bool {
    (try? exporter.write(run)) != nil
  }
}
