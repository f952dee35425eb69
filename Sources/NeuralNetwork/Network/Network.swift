/// A network of dense layers: its shape and its parameters.
///
/// A value: a copy keeps the parameters of its moment.
public struct Network: Hashable, Sendable {
  /// How many numbers a sample has.
  public let inputCount: Int
  /// The weight layers, from the first hidden layer to the output layer.
  public internal(set) var layers: [Layer]
  /// How many weights, biases, γ and β there are together.
  public let parameterCount: Int
  /// The parameters, layer by layer, then the running mean and variance of each batch-normalized layer.
  var model: [Double]

  /// How many weight layers there are.
  public var depth: Int { layers.count }
  /// How many numbers come out.
  public var outputCount: Int { layers.last?.units ?? inputCount }
  /// How many units all layers have together.
  var unitCount: Int { layers.reduce(0) { $0 + $1.units } }
  /// Whether some layer is batch-normalized.
  var hasBatchNorm: Bool { layers.contains(where: \.hasBatchNorm) }
  /// The units of every layer, the inputs first: [2, 2, 1].
  public var shape: [Int] { [inputCount] + layers.map(\.units) }

  /// Every parameter in order: layer by layer the weights unit by unit, then biases, γ and β.
  public var parameterIndices: [ParameterIndex] { layers.flatMap(\.parameterIndices) }

  /// Whether there is such a parameter.
  public func contains(_ index: ParameterIndex) -> Bool { offset(of: index) != nil }

  /// One parameter.
  /// - Precondition: `contains(index)`.
  public internal(set) subscript(index: ParameterIndex) -> Double {
    get { model[checkedOffset(of: index)] }
    set { model[checkedOffset(of: index)] = newValue }
  }

  /// The weights of a layer (from 1): a row for each unit, a column for each input.
  public func weights(layer: Int) -> Matrix { layers[layer - 1].weights(in: model) }

  /// The same weights as they lie in memory: a row for each input, a column for each unit.
  public func weightsByInput(layer: Int) -> Matrix {
    let layer = layers[layer - 1]
    return Matrix(
      rows: layer.inputs, columns: layer.units,
      elements: Array(model[layer.start..<layer.biasStart]))
  }

  /// The largest finite weight of all layers, without its sign; 0 where there is none.
  public var largestWeight: Double {
    layers.reduce(0) { Swift.max($0, largestWeight(layer: $1.number)) }
  }

  /// The largest finite weight of a layer (from 1), without its sign; 0 where there is none.
  public func largestWeight(layer: Int) -> Double {
    let layer = layers[layer - 1]
    return model.withUnsafeBufferPointer { model in
      model[layer.start..<layer.biasStart].reduce(0) {
        $1.isFinite ? Swift.max($0, abs($1)) : $0
      }
    }
  }

  /// The biases of a layer (from 1); nil when it has none.
  public func biases(layer: Int) -> [Double]? {
    let layer = layers[layer - 1]
    return layer.hasBiases ? Array(model[layer.biasStart..<layer.gammaStart]) : nil
  }

  /// γ of a batch-normalized layer (from 1).
  public func gamma(layer: Int) -> [Double]? {
    let layer = layers[layer - 1]
    return layer.hasBatchNorm ? Array(model[layer.gammaStart..<layer.betaStart]) : nil
  }

  /// β of a batch-normalized layer (from 1).
  public func beta(layer: Int) -> [Double]? {
    let layer = layers[layer - 1]
    return layer.hasBatchNorm ? Array(model[layer.betaStart..<layer.end]) : nil
  }

  /// The running mean of z, one number a unit, of a batch-normalized layer (from 1).
  public func runningMean(layer: Int) -> [Double]? { statistics(layer, 0) }

  /// The running variance of z, one number a unit, of a batch-normalized layer (from 1).
  public func runningVariance(layer: Int) -> [Double]? { statistics(layer, 1) }

  /// What the network makes of samples (rows): inference, without dropout and with running statistics.
  /// - Precondition: `inputs` has `inputCount` columns.
  public func outputs(for inputs: Matrix) -> Matrix {
    outputPass(for: inputs).a
  }

  func offset(of index: ParameterIndex) -> Int? {
    guard layers.indices.contains(index.layer - 1) else { return nil }
    return layers[index.layer - 1].offset(of: index.kind)
  }

  /// Where a parameter lies in the flat array.
  /// - Precondition: `contains(index)`.
  func checkedOffset(of index: ParameterIndex) -> Int {
    guard let offset = offset(of: index) else {
      preconditionFailure("there is no \(index) in a network of shape \(shape)")
    }
    return offset
  }

  private func statistics(_ layer: Int, _ which: Int) -> [Double]? {
    let layer = layers[layer - 1]
    let start = layer.statistics + which * layer.units
    return layer.hasBatchNorm ? Array(model[start..<start + layer.units]) : nil
  }
}
