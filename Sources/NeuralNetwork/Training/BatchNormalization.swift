// Batch normalization (Ioffe and Szegedy 2015): over the batch, unit by unit,
// x̂ = (z − mean) / √(variance + ε) and u = γ x̂ + β. The variance is the biased one, divided by B.

extension Trainer {
  /// u of a layer; the batch's mean and 1/√(variance + ε) stay in the arena for the way back.
  func normalize(_ layer: Layer, _ z: Arena.Pointer, into u: Arena.Pointer) {
    let (rows, units) = (batch.count, layer.units)
    let (mean, inverse) = batchStatistics(of: layer)
    let (gamma, beta) = (arena.model + layer.gammaStart, arena.model + layer.betaStart)
    for unit in 0..<units {
      var sum = 0.0
      for row in 0..<rows { sum += z[row * units + unit] }
      mean[unit] = sum / Double(rows)
      let variance = squaredDeviations(z + unit, from: mean[unit], units) / Double(rows)
      inverse[unit] = 1 / (variance + (layer.batchNormEpsilon ?? 0)).squareRoot()
      for index in Swift.stride(from: unit, to: rows * units, by: units) {
        u[index] = gamma[unit] * ((z[index] - mean[unit]) * inverse[unit]) + beta[unit]
      }
    }
  }

  /// From ∂L/∂u to ∂L/∂z in place, through mean and variance too; leaves the gradients of γ and β.
  func normalizeBackward(_ layer: Layer, _ z: Arena.Pointer, _ delta: Arena.Pointer) {
    let (rows, units) = (batch.count, layer.units)
    let (mean, inverse) = batchStatistics(of: layer)
    for unit in 0..<units {
      var (sum, product) = (0.0, 0.0)
      for index in Swift.stride(from: unit, to: rows * units, by: units) {
        sum += delta[index]
        product += delta[index] * ((z[index] - mean[unit]) * inverse[unit])
      }
      arena.gradients[layer.gammaStart + unit] = product
      arena.gradients[layer.betaStart + unit] = sum
      let factor = arena.model[layer.gammaStart + unit] * inverse[unit] / Double(rows)
      for index in Swift.stride(from: unit, to: rows * units, by: units) {
        let normalized = (z[index] - mean[unit]) * inverse[unit]
        delta[index] = factor * (Double(rows) * delta[index] - sum - normalized * product)
      }
    }
  }

  /// Running statistics become 0.9 of the old and 0.1 of the batch's, the variance unbiased (divided by B − 1).
  func updateStatistics(of layer: Layer) {
    let index = layer.number - 1
    let (rows, units) = (batch.count, layer.units)
    let mean = batchStatistics(of: layer).mean
    let running = arena.model + layer.statistics
    for unit in 0..<units {
      let squares = squaredDeviations(arena.z + plan.starts[index] + unit, from: mean[unit], units)
      running[unit] = 0.9 * running[unit] + 0.1 * mean[unit]
      running[units + unit] = 0.9 * running[units + unit] + 0.1 * (squares / Double(rows - 1))
    }
  }

  private func batchStatistics(
    of layer: Layer
  ) -> (mean: Arena.Pointer, inverse: Arena.Pointer) {
    let mean = arena.batchStatistics + layer.statistics - plan.network.parameterCount
    return (mean, mean + layer.units)
  }

  private func squaredDeviations(
    _ z: Arena.Pointer, from mean: Double, _ stride: Int
  ) -> Double {
    var sum = 0.0
    for row in 0..<batch.count {
      let deviation = z[row * stride] - mean
      sum += deviation * deviation
    }
    return sum
  }
}
