import Foundation
import NeuralNetwork
import TestProject
import Testing

@testable import Experiments

/// Files of weights that do not fit, or that mean harm.
@Suite struct WeightsFileTests {
  private static let experiment = "data: xor\nhidden: [3]\n"

  /// What is wrong with an experiment that names such bytes.
  private func problems(_ bytes: [UInt8], _ text: String = experiment) throws -> String {
    let folder = try TestProject.temporaryFolder()
    try Data(bytes).write(to: URL(fileURLWithPath: folder + "/w.safetensors"))
    let source = SourceText(name: folder + "/x.yaml", text: text + "weights: w.safetensors\n")
    do { _ = try ExperimentFile(source) } catch { return "\(error)" }
    return ""
  }

  private static func file(_ head: String, data: Int = 0) -> [UInt8] {
    let count = UInt64(head.utf8.count)
    return withUnsafeBytes(of: count.littleEndian, Array.init) + Array(head.utf8)
      + [UInt8](repeating: 0, count: data)
  }

  static let hostile: [(bytes: [UInt8], sentence: String)] = [
    ([], "it is shorter than the length of a head"),
    ([1, 2, 3], "it is shorter than the length of a head"),
    ([UInt8](repeating: 0xFF, count: 64), "the length of its head is 18446744073709551615 bytes"),
    (file("{").dropLast() + [], "the length of its head is 1 bytes"),
    (file("[]"), "its head is no JSON"),
    (file("{\"layer1.weight\": 3}"), "its head is no JSON"),
    (
      file("{\"a\":{\"dtype\":\"F64\",\"shape\":[1e300],\"data_offsets\":[0,8]}}", data: 8),
      "no JSON"
    ),
    (file(String(repeating: "[", count: 100_000)), "its head is no JSON"),
    (
      file("{\"a\":{\"dtype\":\"F64\",\"shape\":[2],\"data_offsets\":[0,800]}}", data: 16),
      "its offsets overlap, leave gaps or do not fit"
    ),
    (
      file("{\"a\":{\"dtype\":\"F64\",\"shape\":[3],\"data_offsets\":[0,16]}}", data: 16),
      "its offsets overlap, leave gaps or do not fit"
    ),
    (
      file("{\"a\":{\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":[-8,0]}}", data: 8),
      "its offsets overlap, leave gaps or do not fit"
    ),
    (
      file(
        "{\"a\":{\"dtype\":\"F64\",\"shape\":[4611686018427387904,8],\"data_offsets\":[0,0]}}"),
      "its offsets overlap, leave gaps or do not fit"
    ),
    (
      file(
        "{\"a\":{\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":[0,8]},"
          + "\"b\":{\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":[0,8]}}", data: 8),
      "its offsets overlap, leave gaps or do not fit"
    ),
    (file("{}", data: 8), "its offsets overlap, leave gaps or do not fit"),
    (file("{}"), "it has no 'layer1.weight'."),
    (
      file("{\"\\u001b[2J\":{\"dtype\":\"I64\",\"shape\":[],\"data_offsets\":[0,8]}}", data: 8),
      "it has no 'layer1.weight', only '"
    ),
  ]

  @Test(arguments: hostile.indices) func hostileBytesAreRefused(_ index: Int) throws {
    let (bytes, sentence) = Self.hostile[index]
    let problems = try problems(bytes)
    #expect(problems.contains(sentence), "\(problems)")
    #expect(problems.contains("x.yaml:3:10: ") && !problems.contains("\u{1B}"))
  }

  /// The parameters of a network, as a file has them, with some of them changed.
  private func tensors(_ change: (NamedTensor) -> NamedTensor? = { $0 }) throws -> [UInt8] {
    let run = try Run(ExperimentFile.read(SourceText(name: "x", text: Self.experiment)))
    return SafeTensors.bytes(NamedTensor.all(of: run.network).compactMap(change))
  }

  @Test func whatDoesNotFitIsNamed() throws {
    #expect(try problems(tensors()).isEmpty)
    let short = try problems(tensors { $0.name == "layer2.weight" ? nil : $0 })
    #expect(
      short.contains(
        "does not fit the network: it has no 'layer2.weight', only 'layer1.bias', 'layer1.weight', 'layer2.bias'."
      ), "\(short)")
    let narrow = try problems(tensors(), "data: xor\nhidden: [4]\n")
    #expect(narrow.contains("'layer1.weight' is 3 x 2, but should be 4 x 2"), "\(narrow)")
    let other = try problems(tensors(), "data: xor\nlayers: [{units: 3, biases: false}, {}]\n")
    #expect(other.contains("there is no place for its 'layer1.bias'"), "\(other)")
    let endless = try problems(
      tensors { NamedTensor(name: $0.name, shape: $0.shape, values: $0.values.map { $0 / 0 }) })
    #expect(endless.contains("'layer1.weight' has a number that is not finite"), "\(endless)")
  }

  @Test func anotherWayToBeginIsRefused() throws {
    let drawn = try problems(tensors(), Self.experiment + "init: he\n")
    #expect(drawn.contains("the file has all parameters"), "\(drawn)")
    let written = try problems(
      tensors(), "data: xor\nlayers: [{weights: [[1, 1]], activation: tanh}, {}]\n")
    #expect(written.contains("Weights are written out in 'layers' already"), "\(written)")
  }

  @Test func aMissingFileIsNamed() {
    let text = Self.experiment + "weights: no-such.safetensors\n"
    let problems = ExperimentSamples.problems(inExperiment: text)
    #expect(problems.count == 1 && problems[0].contains("'no-such.safetensors' cannot be used."))
  }
}
