import Experiments
import NeuralNetwork

/// An example to begin with: a name, what can be seen in it, and its experiment file.
public struct Preset: Sendable {
  /// What it is called, also on the command line.
  public let name: String
  /// As the gallery shows it.
  public let title: String
  /// What can be seen in it, in a sentence.
  public let sentence: String
  /// The experiment file.
  public let text: String
  /// The panels that show it best.
  let panels: [Panel]

  private init(
    _ name: String, _ title: String, _ sentence: String, panels: [Panel], _ text: String
  ) {
    (self.name, self.title, self.sentence) = (name, title, sentence)
    (self.panels, self.text) = (panels, text)
  }

  /// The names of its panels.
  public var panelNames: [String] { panels.map(\.name) }

  /// Its experiment.
  /// - Throws: why it cannot be read, such as data that is missing.
  public func file() throws(Diagnostics) -> ExperimentFile {
    try ExperimentFile(SourceText(name: name, text: text))
  }
}

extension Preset {
  /// Every preset, in the order of the gallery.
  public static let all = [
    Preset(
      "line-fit", "A line", "One weight learns z = 2x: try rates from 0.1 to 1.3.",
      panels: [.data, .parabola, .loss],
      """
      inputs: [[-1], [-0.5], [0], [0.5], [1]]
      targets: [[-2], [-1], [0], [1], [2]]
      layers: [{weights: [[0]], activation: linear}]
      learning_rate: 0.4
      """),
    Preset(
      "two-neurons", "Two neurons",
      "Two sigmoid neurons in a row: the chain rule, factor by factor.",
      panels: [.network, .chain, .loss],
      """
      inputs: [[0.1]]
      targets: [[0.25]]
      layers:
        - {weights: [[0.15]], biases: [0.4], activation: sigmoid}
        - {weights: [[0.45]], biases: [0.65], activation: sigmoid}
      loss: half_mse
      learning_rate: 0.4
      """),
    Preset(
      "2-2-2", "The 2-2-2 example",
      "The numbers of a hundred blogs, with every gradient to be checked.",
      panels: [.network, .chain, .loss],
      """
      inputs: [[0.05, 0.10]]
      targets: [[0.01, 0.99]]
      layers:
        - {weights: [[0.15, 0.20], [0.25, 0.30]], biases: [0.35, 0.35], activation: sigmoid}
        - {weights: [[0.40, 0.45], [0.50, 0.55]], biases: [0.60, 0.60], activation: sigmoid}
      loss: mse
      learning_rate: 0.5
      """),
    Preset(
      "xor", "XOR", "The task that one neuron cannot learn, for four in between.",
      panels: [.network, .data, .loss],
      """
      data: xor
      hidden: [4]
      learning_rate: 0.5
      """),
    Preset(
      "moons", "Two moons", "Two classes that no line parts, with samples held out.",
      panels: [.network, .data, .loss],
      """
      data: {name: moons, samples: 200, noise: 0.15}
      holdout: 0.2
      hidden: [8, 8]
      optimizer: {name: adam, lr: 0.01}
      batch_size: 32
      seed: 7
      """),
    Preset(
      "circles", "Circles", "One class inside the other: how few hidden units will do?",
      panels: [.network, .data, .loss],
      """
      data: {name: circles, samples: 200, noise: 0.1}
      hidden: [4]
      optimizer: {name: adam, lr: 0.02}
      """),
    Preset(
      "spirals", "Spirals", "Arms that wind round each other, which takes depth and patience.",
      panels: [.network, .data, .loss],
      """
      data: {name: spirals, samples: 300, noise: 0.05, classes: 3}
      hidden: [16, 16]
      optimizer: {name: adam, lr: 0.01}
      batch_size: 32
      """),
    Preset(
      "digits", "Handwritten digits",
      "1797 real images of 8x8 pixels, ten classes; a fifth is held out.",
      panels: [.loss, .network, .gradients],
      """
      data: digits
      holdout: 0.2
      hidden: [64, 32]
      activation: relu
      init: he
      learning_rate: 0.2
      batch_size: 32
      """),
    Preset(
      "dying", "A dying network",
      "A rate too large kills ReLU units one by one: try leaky_relu, or a smaller rate.",
      panels: [.network, .loss, .diagnosis],
      """
      data: {name: moons, samples: 100, noise: 0.1}
      hidden: [8, 8]
      activation: relu
      init: he
      optimizer: {name: sgd, lr: 2}
      batch_size: 8
      """),
    Preset(
      "vanishing", "Vanishing gradients",
      "Seven layers of sigmoid: the first learns nothing until you change one setting.",
      panels: [.gradients, .loss, .network],
      """
      data: {name: moons, samples: 100, noise: 0.1}
      hidden: [8, 8, 8, 8, 8, 8, 8]
      activation: sigmoid
      learning_rate: 0.1
      """),
    Preset(
      "exploding", "Exploding gradients",
      "First weights too large for seven layers: clip, or begin smaller.",
      panels: [.gradients, .loss, .network],
      """
      data: {name: moons, samples: 100, noise: 0.1}
      hidden: [16, 16, 16, 16, 16, 16, 16]
      activation: relu
      init: normal
      scale: 1
      learning_rate: 0.1
      """),
    Preset(
      "valley", "A long valley",
      "Two weights that want different rates: momentum, Adam, or scaled inputs.",
      panels: [.contour, .loss, .parabola, .parameters],
      """
      inputs: [[1, 10], [1, -10], [-1, 10], [-1, -10]]
      targets: [[5], [-3], [3], [-5]]
      layers: [{weights: [[0, 0]], activation: linear, biases: false}]
      learning_rate: 0.005
      """),
    Preset(
      "overfitting", "An overfitting sine",
      "Twenty noisy points and a thousand weights: held-out loss turns and climbs.",
      panels: [.data, .loss, .network],
      """
      data: {name: sine, samples: 20, noise: 0.3}
      holdout: {data: {name: sine, samples: 200, noise: 0.3}}
      hidden: [32, 32]
      optimizer: {name: adam, lr: 0.01}
      seed: 6
      """),
  ]

  /// The preset of a name.
  public static func named(_ name: String) -> Preset? { all.first { $0.name == name } }
}
