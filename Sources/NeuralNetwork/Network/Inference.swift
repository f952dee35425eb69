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

  /// What every layer makes of samples in inference, from the first.
  func activations(for inputs: Matrix) -> [Matrix] { passes(for: inputs).map(\.a) }

  private func pass(
    through layer: Layer, _ inputs: Matrix, _ statistics: Statistics
  ) -> InferencePass {
    var z = Matrix(rows: inputs.rows, columns: layer.units)
    inputs.elements.withUnsafeBufferPointer { x in
      model.withUnsafeBufferPointer { model in
        z.elements.withUnsafeMutableBufferPointer { z in
          guard let x = x.baseAddress, let model = model.baseAddress, let z = z.baseAddress else {
            return
          }
          Kernels.affine(
            x, model + layer.start, layer.hasBiases ? model + layer.biasStart : nil, z,
            rows: inputs.rows, inputs: layer.inputs, units: layer.units)
        }
      }
    }
    let u = layer.hasBatchNorm ? normalized(z, layer, statistics) : z
    var f = u
    f.elements.withUnsafeMutableBufferPointer { a in
      guard let a = a.baseAddress else { return }
      Kernels.activate(
        layer.activation, slope: layer.slope, a, a, rows: inputs.rows, units: layer.units)
    }
    var a = f
    if layer.isResidual {
      for index in a.elements.indices { a.elements[index] += inputs.elements[index] }
    }
    return InferencePass(z: z, u: u, f: f, a: a)
  }

  private func normalized(_ z: Matrix, _ layer: Layer, _ statistics: Statistics) -> Matrix {
    var u = z
    for unit in 0..<layer.units {
      let (mean, variance) = moments(of: z, layer, unit, statistics)
      let inverse = 1 / (variance + (layer.batchNormEpsilon ?? 0)).squareRoot()
      for row in 0..<z.rows {
        let scaled = (z[row, unit] - mean) * inverse
        u[row, unit] = model[layer.gammaStart + unit] * scaled + model[layer.betaStart + unit]
      }
    }
    return u
  }

  private func moments(
    of z: Matrix, _ layer: Layer, _ unit: Int, _ statistics: Statistics
  ) -> (mean: Double, variance: Double) {
    guard statistics == .batch else {
      return (model[layer.statistics + unit], model[layer.statistics + layer.units + unit])
    }
    let values = z.column(unit)
    let mean = values.reduce(0, +) / Double(values.count)
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (mean, squares / Double(values.count))
  }

  /// The loss on some samples without penalties.
  func loss(
    _ kind: Loss, _ classWeights: [Double]? = nil, on data: Dataset,
    statistics: Statistics = .running
  ) -> Double {
    guard let last = passes(for: data.inputs, statistics: statistics).last else { return 0 }
    return loss(kind, classWeights, of: last, data.targets)
  }

  /// The loss of what the output layer made of some samples.
  func loss(
    _ kind: Loss, _ classWeights: [Double]?, of last: InferencePass, _ targets: Matrix
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
    let trained = layers.filter { $0.trainable.contains(.weights) }
    let weights = trained.flatMap { model[$0.start..<$0.biasStart] }
    return weights.reduce(0) { $0 + l1 * abs($1) + l2 / 2 * $1 * $1 }
  }
}
