import Experiments
import NeuralNetwork

extension Exporter {
  /// The trained parameters, by the names that the PyTorch script gives them.
  static let safetensors = Exporter(
    name: "safetensors", title: "safetensors",
    summary: "The trained parameters in 64 bits, named as in the PyTorch script",
    limits: "Parameters alone: neither the functions of the layers nor the data",
    fileExtension: "safetensors", isText: false
  ) { run in
    SafeTensors.bytes(NamedTensor.all(of: try run.trained().network))
  }
}

/// Numbers with a name and a shape.
struct NamedTensor {
  let name: String
  /// How many there are in each direction; [units, inputs] for weights.
  let shape: [Int]
  /// Row by row.
  let values: [Double]

  /// The parameters and running figures of a network, layer by layer.
  static func all(of network: Network) -> [NamedTensor] {
    network.layers.flatMap { layer in
      let n = layer.number
      let weights = network.weights(layer: n)
      let lists = [
        ("layer\(n).bias", network.biases(layer: n)), ("norm\(n).weight", network.gamma(layer: n)),
        ("norm\(n).bias", network.beta(layer: n)),
        ("norm\(n).running_mean", network.runningMean(layer: n)),
        ("norm\(n).running_var", network.runningVariance(layer: n)),
      ]
      return [
        NamedTensor(
          name: "layer\(n).weight", shape: [weights.rows, weights.columns],
          values: weights.elements)
      ]
        + lists.compactMap { name, values in
          values.map { NamedTensor(name: name, shape: [$0.count], values: $0) }
        }
    }
  }
}

/// The form of Hugging Face's safetensors: the length of a head in JSON, the head, and the numbers.
enum SafeTensors {
  /// The file's bytes.
  static func bytes(_ tensors: [NamedTensor]) -> [UInt8] {
    var (entries, offset) = ([String](), 0)
    for tensor in tensors {
      let end = offset + 8 * tensor.values.count
      let shape = tensor.shape.map { "\($0)" }.joined(separator: ",")
      entries.append(
        "\"\(tensor.name)\":{\"dtype\":\"F64\",\"shape\":[\(shape)],\"data_offsets\":[\(offset),\(end)]}"
      )
      offset = end
    }
    var head = Array("{\(entries.joined(separator: ","))}".utf8)
    // Readers like the numbers to begin at a multiple of their size.
    while head.count % 8 != 0 { head.append(UInt8(ascii: " ")) }
    let numbers = tensors.flatMap(\.values).flatMap { littleEndian($0.bitPattern) }
    return littleEndian(UInt64(head.count)) + head + numbers
  }
}
