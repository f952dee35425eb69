import Foundation
import NeuralNetwork

/// The numbers of a workload: little-endian float32, inputs [samples][inputs], targets [samples][outputs], and for each
/// network, layer by layer, weights [units][inputs] and biases [units].
struct WorkloadFile {
  let workload: Workload
  private let numbers: [Double]

  /// Nil when the file is missing or too short.
  init?(_ workload: Workload, folder: String) {
    guard let bytes = FileManager.default.contents(atPath: "\(folder)/\(workload.name).f32") else {
      return nil
    }
    let numbers = bytes.withUnsafeBytes { bytes in
      (0..<bytes.count / 4).map { index in
        let bits = bytes.loadUnaligned(fromByteOffset: 4 * index, as: UInt32.self)
        return Double(Float(bitPattern: UInt32(littleEndian: bits)))
      }
    }
    (self.workload, self.numbers) = (workload, numbers)
    guard numbers.count >= parametersStart + workload.networks * parameterCount else { return nil }
  }

  private var inputs: Int { workload.shape[0] }
  private var outputs: Int { workload.shape[workload.shape.count - 1] }
  private var parametersStart: Int { workload.samples * (inputs + outputs) }
  private var parameterCount: Int {
    zip(workload.shape, workload.shape.dropFirst()).reduce(0) { $0 + ($1.0 + 1) * $1.1 }
  }

  /// The recipe of a network of the file; the samples of an incomplete last batch are left out.
  func experiment(network: Int = 0) -> Experiment {
    let samples = workload.samples / workload.batch * workload.batch
    let targetStart = workload.samples * inputs
    return Experiment(
      data: .explicit(
        inputs: rows(samples, of: inputs, from: 0),
        targets: rows(samples, of: outputs, from: targetStart)),
      layers: layers(from: parametersStart + network * parameterCount), loss: workload.loss,
      optimizer: Optimizer(.sgd, learningRate: workload.rate),
      batches: samples == workload.batch ? .full : .size(workload.batch, isShuffled: false))
  }

  private func layers(from start: Int) -> [LayerRecipe] {
    var next = start
    return (1..<workload.shape.count).map { index in
      let (inputs, units) = (workload.shape[index - 1], workload.shape[index])
      let weights = rows(units, of: inputs, from: next)
      let biases = Array(numbers[next + units * inputs..<next + units * (inputs + 1)])
      next += units * (inputs + 1)
      return LayerRecipe(
        units: units,
        activation: index == workload.shape.count - 1 ? workload.output : workload.hidden,
        explicit: ExplicitParameters(weights: weights, biases: biases))
    }
  }

  private func rows(_ count: Int, of width: Int, from start: Int) -> [[Double]] {
    (0..<count).map { Array(numbers[start + $0 * width..<start + ($0 + 1) * width]) }
  }
}
