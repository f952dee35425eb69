import NeuralNetwork

/// Small recipes that several tests share.
enum Samples {
  /// y = w x without a bias through given points, by plain gradient descent on the mean squared error.
  static func lineFit(x: [Double], rate: Double, start: Double = 0) -> Experiment {
    Experiment(
      data: .explicit(inputs: x.map { [$0] }, targets: x.map { [2 * $0] }),
      layers: [
        LayerRecipe(units: 1, activation: .linear, explicit: .init(weights: [[start]]))
      ],
      loss: .meanSquaredError, optimizer: Optimizer(.sgd, learningRate: rate))
  }

  /// The chain of two sigmoid neurons.
  static func twoNeurons(_ loss: Loss) -> Experiment {
    Experiment(
      data: .explicit(inputs: [[0.1]], targets: [[0.25]]),
      layers: [
        LayerRecipe(
          units: 1, activation: .sigmoid, explicit: .init(weights: [[0.15]], biases: [0.4])),
        LayerRecipe(
          units: 1, activation: .sigmoid, explicit: .init(weights: [[0.45]], biases: [0.65])),
      ],
      loss: loss, optimizer: Optimizer(.sgd, learningRate: 0.4))
  }

  /// XOR with two ReLU units from written-out weights, biases 0.
  static func xor(_ hidden: [[Double]], _ output: [Double], rate: Double = 0.1) -> Experiment {
    Experiment(
      data: .named(.xor),
      layers: [
        LayerRecipe(
          units: 2, activation: .relu, explicit: .init(weights: hidden, biases: [0, 0])),
        LayerRecipe(
          units: 1, activation: .sigmoid, explicit: .init(weights: [output], biases: [0])),
      ],
      loss: .binaryCrossEntropy, optimizer: Optimizer(.sgd, learningRate: rate))
  }

  /// A deep network on two moons.
  static func deep(
    _ activation: Activation, _ initializer: Initializer, layers: Int = 7, width: Int = 8,
    rate: Double = 0.1, seed: UInt64 = 1
  ) -> Experiment {
    let hidden = LayerRecipe(units: width, activation: activation, initializer: initializer)
    let output = LayerRecipe(units: 1, activation: .sigmoid, initializer: initializer)
    return Experiment(
      data: .named(.moons), layers: Array(repeating: hidden, count: layers) + [output],
      loss: .binaryCrossEntropy, optimizer: Optimizer(.sgd, learningRate: rate), seed: seed)
  }

  /// Recipes that between them use every kind of state that lives on from update to update.
  static let journeys: [Journey] = [
    Journey(
      name: "mini-batches, Adam",
      experiment: Experiment(
        data: .named(.moons, .init(samples: 30)),
        layers: [
          LayerRecipe(units: 5, activation: .tanh), LayerRecipe(units: 1, activation: .sigmoid),
        ],
        loss: .binaryCrossEntropy, optimizer: Optimizer(.adam, learningRate: 0.05),
        l2: 0.001, batches: .size(8))),
    Journey(
      name: "batch norm, momentum, clipping, schedule",
      experiment: Experiment(
        data: .named(.circles, .init(samples: 24)),
        layers: [
          LayerRecipe(units: 6, activation: .relu, initializer: .he, batchNorm: .init()),
          LayerRecipe(units: 6, activation: .tanh, batchNorm: .init(), isResidual: true),
          LayerRecipe(units: 1, activation: .sigmoid),
        ],
        loss: .binaryCrossEntropy, optimizer: Optimizer(.momentum, learningRate: 0.1),
        schedule: .exponential(gamma: 0.999), clipping: .norm(0.5), batches: .size(10))),
    Journey(
      name: "dropout, centered RMSprop with momentum",
      experiment: Experiment(
        data: .named(.blobs, .init(samples: 30, classes: 3)),
        layers: [
          LayerRecipe(units: 7, activation: .leakyRelu, dropout: .init(rate: 0.3)),
          LayerRecipe(units: 3, activation: .softmax),
        ],
        loss: .categoricalCrossEntropy, optimizer: centeredRmsprop, l1: 0.0001,
        batches: .size(7, isShuffled: false))),
    Journey(name: "full batch, plain", experiment: xor([[1.7, 0.8], [0.8, 1.1]], [0.7, -1.1])),
    Journey(
      name: "noise and shifts",
      experiment: Experiment(
        data: .explicit(inputs: images, targets: images.map { [$0[4]] }),
        layers: [
          LayerRecipe(units: 5, activation: .tanh), LayerRecipe(units: 1, activation: .linear),
        ],
        loss: .meanSquaredError, optimizer: Optimizer(.sgd, learningRate: 0.05),
        batches: .size(3), augmentation: Augmentation(noise: 0.1, shift: 1))),
  ]

  /// Seven images of 3 by 3 pixels.
  private static let images: [[Double]] = (0..<7).map { image in
    (0..<9).map { pixel -> Double in
      let shade = (image * 5 + pixel * 7) % 11
      return Double(shade) / 10
    }
  }

  private static var centeredRmsprop: Optimizer {
    var optimizer = Optimizer(.rmsprop, learningRate: 0.003)
    optimizer.isCentered = true
    optimizer.momentum = 0.5
    return optimizer
  }
}

/// A named recipe, for tests with arguments.
struct Journey: Sendable, CustomStringConvertible {
  let name: String
  let experiment: Experiment
  var description: String { name }
}
