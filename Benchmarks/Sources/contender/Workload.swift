import NeuralNetwork

/// One of the networks that many trainers are compared on: its shape, its loss and how much is one step.
struct Workload {
  let name: String
  /// The units of every layer, the inputs first.
  let shape: [Int]
  let hidden: Activation
  let output: Activation
  let loss: Loss
  let samples: Int
  let batch: Int
  let rate: Double

  /// Updates in one step: an epoch without its incomplete last batch; for w6 the training of a whole network.
  var updatesPerStep: Int { name == "w6" ? 1000 : samples / batch }

  /// How many sets of parameters the file holds.
  var networks: Int { name == "w6" ? 1000 : 1 }

  init(
    _ name: String, _ shape: [Int], _ hidden: Activation, _ output: Activation, _ loss: Loss,
    samples: Int, batch: Int, rate: Double
  ) {
    (self.name, self.shape, self.hidden, self.output) = (name, shape, hidden, output)
    (self.loss, self.samples, self.batch, self.rate) = (loss, samples, batch, rate)
  }

  /// The workload of a name; w8-64 is the deep classifier with hidden layers of 64 units.
  static func named(_ name: String) -> Workload? {
    if name.hasPrefix("w8-"), let width = Int(name.dropFirst(3)), width > 0 {
      return Workload(
        name, [64, width, width, 10], .relu, .softmax, .categoricalCrossEntropy, samples: 64,
        batch: 64, rate: 0.05)
    }
    return fixed.first { $0.name == name }
  }

  private static let fixed = [
    Workload(
      "w1", [1, 1, 1], .sigmoid, .sigmoid, .meanSquaredError, samples: 1, batch: 1, rate: 0.5),
    Workload(
      "w2", [2, 2, 1], .relu, .sigmoid, .binaryCrossEntropy, samples: 4, batch: 4, rate: 0.1),
    Workload(
      "w3", [2, 4, 2, 1], .tanh, .tanh, .halfMeanSquaredError, samples: 500, batch: 10, rate: 0.03),
    Workload(
      "w4", [64, 32, 10], .relu, .softmax, .categoricalCrossEntropy, samples: 1797, batch: 32,
      rate: 0.1),
    Workload(
      "w5", [784, 128, 10], .relu, .softmax, .categoricalCrossEntropy, samples: 10_000, batch: 64,
      rate: 0.1),
    Workload(
      "w6", [2, 2, 1], .relu, .sigmoid, .binaryCrossEntropy, samples: 4, batch: 4, rate: 0.1),
    Workload(
      "w7", Array(repeating: 32, count: 11), .relu, .linear, .meanSquaredError, samples: 64,
      batch: 64, rate: 0.1),
  ]
}
