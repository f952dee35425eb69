/// One weight layer of a network: what it computes, and where its numbers lie.
///
/// In this order: z = W x + b; u = the batch-normalized z, or z; a = f(u); a + x if residual; a · mask / (1 − p) if dropout.
public struct Layer: Hashable, Sendable {
  /// Its place, from 1 for the first hidden layer.
  public let number: Int
  /// How many numbers come in.
  public let inputs: Int
  /// How many units it has.
  public let units: Int
  /// The function f of its units.
  public internal(set) var activation: Activation
  /// The slope of leaky ReLU below 0.
  public let slope: Double
  /// Whether each unit has a bias.
  public let hasBiases: Bool
  /// The ε of batch normalization; nil: the layer has none.
  public internal(set) var batchNormEpsilon: Double?
  /// Whether the layer's input is added to its activation.
  public internal(set) var isResidual = false
  /// The share of units that dropout leaves out in training; 0: no dropout.
  public internal(set) var dropoutRate = 0.0
  /// Which of its parameters training may change.
  public internal(set) var trainable = ParameterParts.all
  /// Where in the flat array single parameters lie that it may not change either, in their order.
  public internal(set) var frozen: [Int] = []

  /// Where its parameters begin in the flat array: weights [inputs][units], biases, γ, β.
  let start: Int
  /// Where its running mean and variance begin, one of each a unit.
  let statistics: Int
}

extension Layer {
  var hasBatchNorm: Bool { batchNormEpsilon != nil }
  var weightCount: Int { inputs * units }
  var biasStart: Int { start + weightCount }
  var gammaStart: Int { biasStart + (hasBiases ? units : 0) }
  var betaStart: Int { gammaStart + (hasBatchNorm ? units : 0) }
  var end: Int { betaStart + (hasBatchNorm ? units : 0) }

  /// Where a parameter lies in the flat array; nil when the layer has no such parameter.
  func offset(of kind: ParameterIndex.Kind) -> Int? {
    switch kind {
    case .weight(let unit, let input):
      guard holds(unit), (1...inputs).contains(input) else { return nil }
      return start + (input - 1) * units + unit - 1
    case .bias(let unit): return hasBiases && holds(unit) ? biasStart + unit - 1 : nil
    case .gamma(let unit): return hasBatchNorm && holds(unit) ? gammaStart + unit - 1 : nil
    case .beta(let unit): return hasBatchNorm && holds(unit) ? betaStart + unit - 1 : nil
    }
  }

  private func holds(_ unit: Int) -> Bool { (1...units).contains(unit) }

  /// Every parameter: the weights unit by unit as in a book, then biases, γ and β.
  var parameterIndices: [ParameterIndex] {
    let units = 1...units
    var kinds = units.flatMap { unit in
      (1...inputs).map { ParameterIndex.Kind.weight(unit: unit, input: $0) }
    }
    if hasBiases { kinds += units.map { .bias(unit: $0) } }
    if hasBatchNorm { kinds += units.map { .gamma(unit: $0) } + units.map { .beta(unit: $0) } }
    return kinds.map { ParameterIndex(layer: number, kind: $0) }
  }

  /// The layer's weights out of a flat array, as `units` rows of `inputs` numbers.
  func weights(in flat: [Double]) -> Matrix {
    var weights = Matrix(rows: units, columns: inputs)
    for unit in 0..<units {
      for input in 0..<inputs { weights[unit, input] = flat[start + input * units + unit] }
    }
    return weights
  }
}
