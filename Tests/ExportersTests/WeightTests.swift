import Experiments
import Foundation
import NeuralNetwork
import TestProject
import Testing

@testable import Exporters

/// What a run ends with, taken to files and read back.
@Suite struct WeightTests {
  /// Without what the first step draws.
  private static let plain = Samples.features.filter {
    !$0.contains("dropout") && !$0.contains("augment")
  }

  @Test(arguments: plain) func aTrainedExperimentHasTheSameLoss(_ text: String) throws {
    let run = try Samples.run(text)
    let written = String(decoding: try Exporter.experiment.write(run), as: UTF8.self)
    let again = try Run(ExperimentFile(SourceText(name: "t.yaml", text: written)).experiment)
    let trained = try run.trained()
    #expect(again.objective == trained.objective)
    #expect(again.objective != (try run.start()).objective)
    #expect(again.heldOutLoss == trained.heldOutLoss)
  }

  @Test func namesOfColumnsAndClassesGoWithATrainedExperiment() throws {
    let folder = try TestProject.temporaryFolder()
    let table = "size,weight,kind\n1,2,pear\n2,3,plum\n3,1,pear\n4,5,plum\n"
    try Data(table.utf8).write(to: URL(fileURLWithPath: folder + "/d.csv"))
    let text = "data: {csv: \(folder)/d.csv}\nhidden: [3]\n"
    let written = try Exporter.experiment.write(try Samples.run(text))
    let again = try ExperimentFile(
      SourceText(name: "t.yaml", text: String(decoding: written, as: UTF8.self)))
    #expect(again.classNames == ["pear", "plum"] && again.inputNames == ["size", "weight"])
  }

  /// Every sample whose weights are not in the file already.
  private static let drawn = Samples.features.filter { !$0.contains("weights: [[") }

  @Test(arguments: drawn) func parametersAreReadBackToTheLastDigit(_ text: String) throws {
    let run = try Samples.run(text)
    let path = try file(.safetensors, run)
    let trained = try run.trained().network
    let again = try Run(Samples.run(text + "\nweights: \(path)").experiment).network
    #expect(NamedTensor.all(of: again) == NamedTensor.all(of: trained))
    #expect(NamedTensor.all(of: again) != NamedTensor.all(of: try run.start().network))
  }

  @Test(Python.has("safetensors")) func safetensorsAreReadByTheirLibrary() throws {
    let run = try Samples.run(try #require(Samples.features.first { $0.contains("batch_norm") }))
    let printed = try Python.run(
      """
      import sys
      from safetensors.numpy import load_file
      for name, tensor in sorted(load_file(sys.argv[1]).items()):
          print(name, "x".join(map(str, tensor.shape)), *[float(x).hex() for x in tensor.flat])
      """, [try file(.safetensors, run)])
    let tensors = NamedTensor.all(of: try run.trained().network).sorted { $0.name < $1.name }
    let lines = printed.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    #expect(
      lines.map { $0[0] } == tensors.map(\.name) && tensors.contains { $0.name.contains("running") }
    )
    for (line, tensor) in zip(lines, tensors) {
      #expect(line[1] == tensor.shape.map { "\($0)" }.joined(separator: "x"))
      #expect(line.dropFirst(2).map { Double($0) } == tensor.values)
    }
  }

  @Test(Python.has("torch")) func pytorchEndsWithTheTrainedParameters() throws {
    let runs = try Samples.features.map { try Samples.run($0) }
    let printing = """
      for name, tensor in sorted(network.state_dict().items()):
          for number in tensor.flatten().tolist() if "tracked" not in name else []:
              print(name, number)
      """
    let printed = try Python.numbers(
      ofScripts: runs.map { try Exporter.pytorch.write($0) + Array(printing.utf8) })
    for (index, run) in runs.enumerated() {
      let tensors = NamedTensor.all(of: try run.trained().network).sorted { $0.name < $1.name }
      let expected = tensors.flatMap(\.values)
      let losses = try Samples.losses(run)
      let numbers = printed[index].suffix(expected.count)
      let worst = zip(numbers, expected).map { abs($0 - $1) / max(1, abs($1)) }.max() ?? 1
      #expect(
        printed[index].count == losses.count + expected.count && worst < 1e-9,
        "\(Samples.features[index]): \(numbers)")
    }
  }

  /// A network with each activation, and the parts that layers may have.
  private static let networks =
    Activation.all.map {
      $0.place == .outputLayer
        ? "inputs: [[0, 1], [1, 1]]\ntargets: [[1, 0], [0, 1]]\nhidden: [3]\noutput: \($0)\nloss: mse"
        : "data: xor\nlayers: [{units: 4, activation: \($0)}, {units: 1}]\nloss: mse"
    } + Samples.features.filter { $0.contains("scaling") || $0.contains("batch_norm") }

  @Test(Python.has("onnxruntime")) func onnxGivesTheOutputs() throws {
    let runs = try Self.networks.map { try Samples.run($0) }
    let files = try runs.map { try file(.onnx, $0) }
    let samples = try runs.map(rawInputs)
    let printed = try Python.run(
      """
      import json, sys
      import numpy, onnxruntime
      for path, samples in zip(sys.argv[2:], json.loads(sys.argv[1])):
          session = onnxruntime.InferenceSession(path)
          outputs = session.run(["outputs"], {"inputs": numpy.array(samples, dtype="float32")})[0]
          print(*outputs.flatten().tolist())
      """, ["\(samples)"] + files)
    let lines = printed.split(separator: "\n").map {
      $0.split(separator: " ").compactMap { Double($0) }
    }
    #expect(lines.count == runs.count)
    for (index, run) in runs.enumerated() {
      let trained = try run.trained()
      let outputs = trained.outputs(of: trained.network, on: trained.dataset).elements
      let worst = zip(lines[index], outputs).map { abs($0 - $1) / max(1, abs($1)) }.max() ?? 1
      #expect(lines[index].count == outputs.count && worst < 1e-4, "\(Self.networks[index])")
    }
  }

  /// The training samples as the data has them.
  private func rawInputs(_ run: ExportedRun) throws -> [[Double]] {
    let start = try run.start()
    let inputs = start.scaler?.unscaled(start.dataset.inputs) ?? start.dataset.inputs
    return (0..<inputs.rows).map { Array(inputs.row($0)) }
  }

  private func file(_ exporter: Exporter, _ run: ExportedRun) throws -> String {
    let path = try TestProject.temporaryFolder() + "/run." + exporter.fileExtension
    try Data(exporter.write(run)).write(to: URL(fileURLWithPath: path))
    return path
  }
}
