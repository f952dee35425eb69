/// Everything of one update, computed whole: the batch, every z and a, the loss, every delta and gradient, the moments
/// and what becomes of each parameter.
public struct TrainingStep: Hashable, Sendable {
  /// How many updates came before this one.
  public let update: Int
  /// Which samples of the data set the batch holds, from 0, in order.
  public let sampleIndices: [Int]
  /// The batch's inputs: B rows of D numbers.
  public let inputs: Matrix
  /// The batch's targets: B rows of K numbers.
  public let targets: Matrix
  /// The loss of the batch without penalties, before the update.
  public let dataLoss: Double
  /// The objective: the loss with penalties, before the update.
  public let loss: Double
  /// η of this update.
  public let learningRate: Double
  /// What each layer worked out, from the first.
  let passes: [LayerPass]
  /// The loss in force.
  public let lossKind: Loss
  /// The network that the step starts from.
  public let network: Network
  /// The network that it leads to.
  public let nextNetwork: Network
  /// ∂objective/∂θ in the layout of the parameters, before clipping.
  let gradients: [Double]
  /// The optimizer's state after the update.
  let moments: Moments
  /// The first value that is not finite, if there is one: such a step is not taken.
  public let divergence: Divergence?

  /// z of a layer (from 1): a row for each sample, a column for each unit.
  public func preActivations(layer: Int) -> Matrix { passes[layer - 1].preActivations }

  /// The final output a of a layer (from 1), after residual and dropout; layer 0 is the input.
  public func activations(layer: Int) -> Matrix {
    layer == 0 ? inputs : passes[layer - 1].activations
  }

  /// ∂objective/∂z of a layer (from 1); the 1/B of the mean is in it.
  public func deltas(layer: Int) -> Matrix { passes[layer - 1].deltas }

  /// u, the batch-normalised z that a batch-normalised layer (from 1) hands to its activation; z itself elsewhere.
  public func normalized(layer: Int) -> Matrix {
    passes[layer - 1].normalized ?? passes[layer - 1].preActivations
  }

  /// f(u) of a layer (from 1), before residual and dropout.
  public func unitOutputs(layer: Int) -> Matrix {
    passes[layer - 1].unitOutputs ?? passes[layer - 1].activations
  }

  /// 0 for each dropped unit and 1/(1 − p) for each kept one; nil for a layer (from 1) without dropout.
  public func dropoutScale(layer: Int) -> Matrix? { passes[layer - 1].dropoutScale }

  /// What the network made of the batch: B rows of K numbers.
  public var outputs: Matrix { activations(layer: passes.count) }

  /// ∂(data loss)/∂a of the output layer, B rows of K numbers.
  public var outputGradient: Matrix {
    let derivative = lossKind.definition.derivative
    let divisor = lossKind.divisor(rows: outputs.rows, outputs: outputs.columns)
    let values = lossKind == .perceptron ? preActivations(layer: passes.count) : outputs
    return Matrix(
      rows: outputs.rows, columns: outputs.columns,
      elements: zip(values.elements, targets.elements).map { derivative($0, $1) / divisor })
  }

  /// ∂objective/∂θ of one parameter, before clipping.
  public func gradient(_ index: ParameterIndex) -> Double { gradients[offset(index)] }

  /// What the update adds to a parameter.
  public func change(_ index: ParameterIndex) -> Double { after(index) - before(index) }

  /// A parameter before the update.
  public func before(_ index: ParameterIndex) -> Double { network[index] }

  /// A parameter after the update.
  public func after(_ index: ParameterIndex) -> Double { nextNetwork[index] }

  /// The optimizer's first moment of a parameter after the update: v of momentum, m of Adam; nil when it keeps none.
  public func firstMoment(_ index: ParameterIndex) -> Double? {
    let values = moments.first.isEmpty ? moments.velocity : moments.first
    return values.isEmpty ? nil : values[offset(index)]
  }

  /// The optimizer's second moment of a parameter after the update, its s; nil when it keeps none.
  public func secondMoment(_ index: ParameterIndex) -> Double? {
    moments.second.isEmpty ? nil : moments.second[offset(index)]
  }

  /// The L2 norm of the gradient of each layer's weights.
  public var weightGradientNorms: [Double] {
    network.layers.map { norm($0.start..<$0.biasStart) }
  }

  /// The L2 norm of the gradient of each layer's biases; 0 where there are none.
  public var biasGradientNorms: [Double] {
    network.layers.map { norm($0.biasStart..<$0.gammaStart) }
  }

  /// The L2 norm of the gradient over all parameters together.
  public var totalGradientNorm: Double { norm(gradients.indices) }

  private func norm(_ range: Range<Int>) -> Double {
    gradients[range].reduce(0) { $0 + $1 * $1 }.squareRoot()
  }

  private func offset(_ index: ParameterIndex) -> Int {
    guard let offset = network.offset(of: index) else {
      preconditionFailure("there is no \(index) in a network of shape \(network.shape)")
    }
    return offset
  }
}

/// What one layer worked out in one step; rows are samples, columns are units.
struct LayerPass: Hashable, Sendable {
  /// The pre-activations z.
  var preActivations: Matrix
  /// u, with batch normalisation.
  var normalized: Matrix?
  /// f(u), where residual or dropout make the final output something else.
  var unitOutputs: Matrix?
  /// 0 or 1/(1 − p), with dropout.
  var dropoutScale: Matrix?
  /// The final outputs a.
  var activations: Matrix
  /// The error terms δ = ∂objective/∂z.
  var deltas: Matrix
}

/// The optimizer's memory, each part in the layout of the parameters or empty when the rule keeps none.
struct Moments: Hashable, Sendable {
  /// v of momentum and Nesterov, b of RMSprop with momentum.
  var velocity: [Double] = []
  /// m of Adam, the mean gradient of centred RMSprop.
  var first: [Double] = []
  /// s: squared gradients, summed or averaged.
  var second: [Double] = []
}
