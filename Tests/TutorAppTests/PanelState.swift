import Experiments
import NeuralNetwork
import TerminalCanvas

@testable import TutorApp

/// What may have become of a training: the states in which every panel is looked at.
enum PanelState: CaseIterable {
  /// The rate is far too high, and the loss is no number any more.
  case diverged
  /// No hidden unit is ever above zero.
  case dead
  /// Two moons after two updates, some of them held out and some taken for the other.
  case wrong
  /// Twelve classes, a few of them learned.
  case manyClasses
  /// A second run with another rate beside the first.
  case compared
  /// Nothing was done yet, not even the first phase.
  case begun
  /// A chain of two units and one sample.
  case oneSample
  /// Inputs of a million millions, and targets of as small a part.
  case huge
  /// A weight whose gradient is beyond all numbers, beside one whose gradient is not.
  case halfLost
  /// Three classes straight from the inputs.
  case unhidden
  /// Classes that linear outputs were to tell apart, and whose outputs are beyond all numbers.
  case lostClasses

  /// A tutor that is in this state.
  func tutor() throws -> Tutor {
    var tutor = try Tutor(experiment)
    for key in keys { tutor.press(key) }
    return tutor
  }

  private var keys: [Key] {
    switch self {
    case .diverged: Array(repeating: "u", count: 40)
    case .dead: ["u", "u", "u"]
    case .wrong: ["u", "u", "x"]
    case .manyClasses: ["e", "e", "e", "N"]
    case .compared: ["u", "u", "c", "+", "u", "u"]
    case .begun: Array(repeating: ",", count: 6)
    case .oneSample, .huge, .unhidden: ["u", "j"]
    case .halfLost: ["j"]
    case .lostClasses: Array(repeating: "u", count: 60)
    }
  }

  private var experiment: Experiment {
    switch self {
    case .diverged:
      var experiment = Samples.line
      experiment.optimizer = Optimizer(.sgd, learningRate: 1e6)
      return experiment
    case .dead: return Self.deadNetwork
    case .wrong:
      var experiment = Samples.classifier(shape: [2, 5, 1])
      experiment.data = .named(.moons)
      experiment.loss = .binaryCrossEntropy
      experiment.holdout = .share(0.25)
      return experiment
    case .manyClasses: return Self.twelveClasses
    case .compared: return Samples.xor
    case .begun, .oneSample: return Samples.twoNeurons
    case .huge:
      var experiment = Samples.valley
      experiment.data = .explicit(
        inputs: [[1e12, -1e12], [3e12, 2]], targets: [[1e-12], [-2e-12]])
      return experiment
    case .halfLost:
      var experiment = Samples.valley
      experiment.data = .explicit(inputs: [[1e160, 1]], targets: [[1e160]])
      return experiment
    case .unhidden:
      var experiment = Samples.images
      experiment.layers.removeFirst()
      return experiment
    case .lostClasses:
      var experiment = Samples.images
      experiment.layers[1].activation = .linear
      experiment.loss = .meanSquaredError
      experiment.optimizer = Optimizer(.sgd, learningRate: 1e8)
      return experiment
    }
  }

  private static let deadNetwork = Experiment(
    data: .named(.xor),
    layers: [
      LayerRecipe(
        units: 2, activation: .relu,
        explicit: ExplicitParameters(weights: [[1, -1], [-1, 1]], biases: [-2, -3])),
      LayerRecipe(
        units: 1, activation: .sigmoid,
        explicit: ExplicitParameters(weights: [[1, 1]], biases: [0])),
    ],
    loss: .binaryCrossEntropy, optimizer: Optimizer(.sgd, learningRate: 0.5))

  /// The numbers from 0 to 11 in four bits, twice: a sample of each is a little off.
  private static let twelveClasses: Experiment = {
    let inputs = (0..<24).map { index in
      (0..<4).map { Double(index % 12 >> $0 & 1) * (index < 12 ? 1 : 0.75) }
    }
    let targets = (0..<24).map { index in (0..<12).map { $0 == index % 12 ? 1.0 : 0 } }
    return Experiment(
      data: .explicit(inputs: inputs, targets: targets),
      layers: [
        LayerRecipe(units: 8, activation: .tanh), LayerRecipe(units: 12, activation: .softmax),
      ],
      loss: .categoricalCrossEntropy, optimizer: Optimizer(.adam, learningRate: 0.1))
  }()
}

extension Tutor {
  /// One panel alone, drawn in a size.
  func drawing(
    of panel: Panel, _ width: Int, _ height: Int, _ glyphs: GlyphSet = .braille,
    isZoomed: Bool = false
  ) -> Canvas {
    var canvas = Canvas(size: Size(width: width, height: height), glyphs: glyphs)
    var model = model
    panel.prepare?(&model, canvas.bounds, canvas)
    (isZoomed ? panel.drawZoomed : panel.draw)(model, canvas.bounds, &canvas)
    return canvas
  }
}
