/// What one layer works out in inference; rows are samples, columns are units.
struct InferencePass {
  /// W x + b, the batch-normalized z (or z), f(u), and a with the residual.
  let z, u, f, a: Matrix
}

extension Network {
  /// Which mean and variance batch normalization uses.
  enum Statistics {
    /// The ones gathered in training.
    case running
    /// Those of the samples at hand.
    case batch
  }

  /// What every layer works out for samples (rows), without dropout.
  func passes(
    for inputs: Matrix, statistics: Statistics = .running
  ) -> [InferencePass] {
    precondition(
      inputs.columns == inputCount,
      "samples of \(inputs.columns) numbers do not fit a network of shape \(shape)")
    var results: [InferencePass] = []
    for layer in layers {
      results.append(pass(through: layer, results.last?.a ?? inputs, statistics))
    }
    return results
  }

  /// How many samples go through the layers together where only the outputs are kept.
  static let inferenceBlock = 1024

  /// What the output layer works out for samples (rows) by the running statistics, without dropout.
  ///
  /// The samples go through in blocks, so that no more is held of hidden layers than that of one block.
  func outputPass(
    for inputs: Matrix, statistics: Statistics = .running
  ) -> (z: Matrix, a: Matrix) {
    // The statistics of a batch need the whole of it.
    let size = statistics == .batch ? max(1, inputs.rows) : Self.inferenceBlock
    var (z, a) = ([Double](), [Double]())
    z.reserveCapacity(inputs.rows * outputCount)
    a.reserveCapacity(inputs.rows * outputCount)
    for first in stride(from: 0, to: inputs.rows, by: size) {
      let block = inputs.rows(first..<min(first + size, inputs.rows))
      guard let last = passes(for: block, statistics: statistics).last else { continue }
      z += last.z.elements
      a += last.a.elements
    }
    return (
      Matrix(rows: inputs.rows, columns: outputCount, elements: z),
      Matrix(rows: inputs.rows, columns: outputCount, elements: a)
    )
  }

  /// What every layer makes of samples (rows) in inference, from the first hidden layer to the output.
  /// - Precondition: `inputs` has `inputCount` columns.
  public func activations(for inputs: Matrix) -> [Matrix] { passes(for: inputs).map(\.a) }

  private func pass(
    through layer: Layer, _ inputs: Matrix, _ statistics: Statistics
  ) -> InferencePass {
    let count = inputs.rows * layer.units
    let memory = UnsafeMutablePointer<Double>.allocate(capacity: max(1, 4 * count))
    defer { memory.deallocate() }
    let u = memory + (layer.hasBatchNorm ? count : 0)
    let f = memory + 2 * count
    let rows = LayerRows(z: memory, u: u, f: f, a: f + (layer.isResidual ? count : 0))
    inputs.elements.withUnsafeBufferPointer { x in
      guard let x = x.baseAddress else { return }
      layer.forward(x, model, into: rows, count: inputs.rows, scale: nil) { z, u in
        normalize(z, into: u, rows: inputs.rows, layer, statistics)
      }
    }
    func matrix(_ block: UnsafeMutablePointer<Double>) -> Matrix {
      let numbers = UnsafeBufferPointer(start: block, count: count)
      return Matrix(rows: inputs.rows, columns: layer.units, elements: Array(numbers))
    }
    let (z, output) = (matrix(rows.z), matrix(rows.f))
    return InferencePass(
      z: z, u: layer.hasBatchNorm ? matrix(rows.u) : z, f: output,
      a: layer.isResidual ? matrix(rows.a) : output)
  }

  private func normalize(
    _ z: Kernels.Input, into u: Kernels.Output, rows: Int, _ layer: Layer, _ statistics: Statistics
  ) {
    let units = layer.units
    for unit in 0..<units {
      let values = (0..<rows).map { z[$0 * units + unit] }
      let (mean, variance) = moments(of: values, layer, unit, statistics)
      let inverse = 1 / (variance + (layer.batchNormEpsilon ?? 0)).squareRoot()
      for (row, value) in values.enumerated() {
        let scaled = (value - mean) * inverse
        u[row * units + unit] =
          model[layer.gammaStart + unit] * scaled + model[layer.betaStart + unit]
      }
    }
  }

  private func moments(
    of values: [Double], _ layer: Layer, _ unit: Int, _ statistics: Statistics
  ) -> (mean: Double, variance: Double) {
    guard statistics == .batch else {
      return (model[layer.statistics + unit], model[layer.statistics + layer.units + unit])
    }
    let mean = values.reduce(0, +) / Double(values.count)
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (mean, squares / Double(values.count))
  }

  /// The loss on some samples without penalties.
  func loss(
    _ kind: Loss, _ classWeights: [Double]? = nil, on data: Dataset,
    statistics: Statistics = .running
  ) -> Double {
    let outputs = outputPass(for: data.inputs, statistics: statistics)
    return loss(kind, classWeights, of: outputs, data.targets)
  }

  /// The loss of what the output layer made of some samples.
  func loss(
    _ kind: Loss, _ classWeights: [Double]?, of last: (z: Matrix, a: Matrix), _ targets: Matrix
  ) -> Double {
    var outputs = last.a.elements
    return outputs.withUnsafeMutableBufferPointer { outputs in
      guard let outputs = outputs.baseAddress else { return 0 }
      return Kernels.loss(
        kind, classWeights, last.z.elements, outputs, targets.elements, nil, rows: targets.rows,
        units: outputCount)
    }
  }

  /// λ₁ Σ|w| + λ₂/2 Σw² over all weights that are trained.
  func penalty(l1: Double, l2: Double) -> Double {
    let weights = layers.flatMap(\.trainableWeights).flatMap { model[$0] }
    return weights.reduce(0) { $0 + l1 * abs($1) + l2 / 2 * $1 * $1 }
  }
}
