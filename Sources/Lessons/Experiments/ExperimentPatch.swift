import NeuralNetwork

/// Parts of a recipe that take the place of another's: what an experiment file or a lesson's overrides say.
///
/// What is nil is left as it was.
public struct ExperimentPatch: Hashable, Sendable {
  var data: DataRecipe?
  /// All weight layers, written out.
  var layers: [LayerRecipe]?
  /// The units of the hidden layers; each is a copy of the first hidden layer, or new.
  var hidden: [Int]?
  /// The activation of every hidden layer.
  var activation: Activation?
  /// The activation of the output layer.
  var output: Activation?
  /// How the weights of every layer start.
  var initializer: Initializer?
  var loss: Loss?
  /// The loss that goes with the data, where nothing else is said.
  var usualLoss: Loss?
  /// The names of the data's classes.
  var classNames: [String]?
  var optimizer: Optimizer?
  var learningRate: Double?
  var schedule: Schedule?
  var l1: Double?
  var l2: Double?
  var clipping: Clipping?
  var batches: BatchRecipe?
  /// Whether mini-batches are shuffled anew each epoch.
  var shuffle: Bool?
  var seed: UInt64?
  var holdout: Holdout?
  var test: Holdout?
  var scaling: Scaling?
  var targetScaling: Scaling?
  var classWeights: [Double]?
  var augmentation: Augmentation?
  var earlyStopping: EarlyStopping?
  var fault: Fault?
  var steps: Int?
  var recordedSteps: [Int]?

  /// A patch that changes nothing.
  public init() {}

  /// A recipe with the patch's parts in place of its own.
  public func applied(to base: Experiment) -> Experiment {
    var result = base
    replace(&result.data, with: data)
    replace(&result.layers, with: layers)
    replace(&result.loss, with: loss)
    replace(&result.optimizer, with: optimizer)
    result.optimizer.learningRate = learningRate ?? base.optimizer.learningRate
    replace(&result.schedule, with: schedule)
    replace(&result.l1, with: l1)
    replace(&result.l2, with: l2)
    result.clipping = clipping ?? result.clipping
    replace(&result.batches, with: batches)
    if let shuffle, case .size(let size, _) = result.batches {
      result.batches = .size(size, isShuffled: shuffle)
    }
    replace(&result.seed, with: seed)
    result.holdout = holdout ?? result.holdout
    result.test = test ?? result.test
    result.scaling = scaling ?? result.scaling
    result.targetScaling = targetScaling ?? result.targetScaling
    result.classWeights = classWeights ?? result.classWeights
    result.augmentation = augmentation ?? result.augmentation
    result.earlyStopping = earlyStopping ?? result.earlyStopping
    result.fault = fault ?? result.fault
    result.steps = steps ?? result.steps
    replace(&result.recordedSteps, with: recordedSteps)
    return withLayersReshaped(result)
  }

  /// The shorthands for layers, after the layers themselves.
  private func withLayersReshaped(_ base: Experiment) -> Experiment {
    var result = base
    if let hidden { result.layers = reshaped(result.layers, hidden: hidden) }
    for index in result.layers.indices {
      if index < result.layers.count - 1 {
        replace(&result.layers[index].activation, with: activation)
      }
      guard let initializer else { continue }
      result.layers[index].initializer = initializer
      result.layers[index].explicit = nil
    }
    return result
  }

  /// Hidden layers of these units like the first one, drawn anew, before the same output layer.
  private func reshaped(_ layers: [LayerRecipe], hidden: [Int]) -> [LayerRecipe] {
    guard var output = layers.last else { return layers }
    var pattern = layers.count > 1 ? layers[0] : LayerRecipe(units: 1, activation: .tanh)
    pattern.explicit = nil
    output.explicit = nil
    return hidden.map { units in
      var layer = pattern
      layer.units = units
      return layer
    } + [output]
  }

  private func replace<Value>(_ place: inout Value, with value: Value?) {
    if let value { place = value }
  }
}
