import NeuralNetwork
import Testing

@testable import Exporters

/// Exported scripts, run by Python, print the losses that the engine has.
@Suite struct ScriptTests {
  @Test(Python.has("numpy")) func numpyAgreesInEveryCombination() throws {
    try Self.expectAgreement(.numpy, Samples.combinations)
  }

  @Test(Python.has("torch")) func pytorchAgreesInEveryCombination() throws {
    try Self.expectAgreement(.pytorch, Samples.combinations)
  }

  @Test(Python.has("numpy")) func numpyAgreesInEveryFeature() throws {
    try Self.expectAgreement(.numpy, Samples.features.map { ($0, try Samples.run($0)) })
  }

  @Test(Python.has("torch")) func pytorchAgreesInEveryFeature() throws {
    try Self.expectAgreement(.pytorch, Samples.features.map { ($0, try Samples.run($0)) })
  }

  /// Every schedule stands among the features, every activation, loss and rule among the combinations.
  @Test func theListsAreWalked() {
    for name in Schedule.names where name != Schedule.constant.name {
      #expect(Samples.features.contains { $0.contains("name: \(name)") }, "\(name)")
    }
    let words = Set(Samples.combinations.flatMap { $0.name.split(separator: " ").map(String.init) })
    for name in Activation.names + Loss.names + Optimizer.Rule.names {
      #expect(words.contains(name), "\(name)")
    }
  }

  /// Early stopping goes back to its best.
  @Test(Python.has("numpy")) func numpyEndsWithTheTrainedParameters() throws {
    let runs = try Samples.features.map { try Samples.run($0) }
    let printing = "for p in trained:\n    for x in p.ravel():\n        print('p', float(x))\n"
    let printed = try Python.numbers(
      ofScripts: runs.map { try Exporter.numpy.write($0) + Array(printing.utf8) })
    for (index, run) in runs.enumerated() {
      let expected = trained(try run.trained().network)
      let numbers = printed[index].suffix(expected.count)
      let worst = zip(numbers, expected).map { abs($0 - $1) / max(1, abs($1)) }.max() ?? 1
      #expect(
        numbers.count == expected.count && worst < 1e-9, "\(Samples.features[index]): \(numbers)")
    }
  }

  /// The parameters that training changes, in the script's order.
  private func trained(_ network: Network) -> [Double] {
    network.layers.flatMap { layer in
      let n = layer.number
      let parts: [(ParameterParts, [Double]?)] = [
        (.weights, network.weights(layer: n).elements), (.biases, network.biases(layer: n)),
        (.normalization, network.gamma(layer: n)), (.normalization, network.beta(layer: n)),
      ]
      return parts.filter { layer.trainable.contains($0.0) }.flatMap { $0.1 ?? [] }
    }
  }

  @Test func aScriptThatWouldHoldTooMuchIsRefused() throws {
    let run = try Samples.run(
      "data: {name: moons, samples: 2000}\nhidden: [64]\ndropout: 0.5", updates: 50)
    #expect(throws: ExportError.self) { try Exporter.numpy.write(run) }
  }

  @Test func ofADivergedRunTheUpdatesThatWereMadeAreExported() throws {
    let text =
      "inputs: [[10], [20]]\ntargets: [[1], [2]]\nhidden: []\nloss: mse\nlearning_rate: 1e5"
    let run = try Samples.run(text, updates: 500)
    let made = try Samples.losses(run).count
    #expect(made < 500)
    let script = String(decoding: try Exporter.numpy.write(run), as: UTF8.self)
    #expect(script.contains("for k in range(\(made)):"))
  }

  static func expectAgreement(
    _ exporter: Exporter, _ runs: [(name: String, run: ExportedRun)]
  ) throws {
    let printed = try Python.numbers(ofScripts: runs.map { try exporter.write($0.run) })
    for (run, numbers) in zip(runs, printed) {
      let losses = try Samples.losses(run.run)
      #expect(numbers.count == losses.count && !losses.isEmpty, "\(run.name)")
      let worst = zip(numbers, losses).map { abs($0 - $1) / max(1, abs($1)) }.max() ?? .infinity
      #expect(worst < 1e-9, "\(run.name): \(numbers) instead of \(losses)")
    }
  }
}
