extension Plan {
  /// λ_max of the cost's Hessian where the cost is quadratic: one linear layer with a mean squared error; else nil.
  ///
  /// For each output the Hessian is c X̃ᵀX̃ + λ₂ on the weights, with X̃ the inputs and a column of ones for the bias,
  /// and c = 2/(N K), or 1/(N K) for the halved error.
  func steepestCurvature(of loss: Loss) -> Double? {
    guard let curvature = dataCurvature else { return nil }
    switch loss {
    case .meanSquaredError: return curvature.full
    case .halfMeanSquaredError: return curvature.half
    default: return nil
    }
  }

  /// Both curvatures, worked out once.
  static func dataCurvature(
    _ experiment: Experiment, _ network: Network, _ data: Dataset
  ) -> (full: Double, half: Double)? {
    guard network.depth == 1, network.layers[0].activation == .linear,
      experiment.augmentation == nil
    else { return nil }
    let scale = 1 / Double(data.count * data.targets.columns)
    let hasBias = network.layers[0].hasBiases
    let cost = { (factor: Double) in
      largestEigenvalue(of: data.inputs, hasBias, factor * scale, ridge: experiment.l2)
    }
    let full = cost(2)
    return (full, experiment.l2 == 0 ? full / 2 : cost(1))
  }

  /// The largest eigenvalue of c X̃ᵀX̃ + ridge, by power iteration from a random start.
  private static func largestEigenvalue(
    of x: Matrix, _ hasBias: Bool, _ c: Double, ridge: Double
  ) -> Double {
    var stream = RandomStream(seed: 0, purpose: .data)
    var vector = (0..<x.columns + (hasBias ? 1 : 0)).map { _ in stream.uniform() + 0.5 }
    var (eigenvalue, settled) = (0.0, 0)
    for _ in 0..<2000 where settled < 3 {
      let image = product(x, hasBias, c, ridge, vector)
      let length = image.reduce(0) { $0 + $1 * $1 }.squareRoot()
      let old = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
      let next = length / old
      settled = abs(next - eigenvalue) <= 1e-15 * next ? settled + 1 : 0
      eigenvalue = next
      guard length > 0 else { break }
      vector = image.map { $0 / length }
    }
    return eigenvalue
  }

  private static func product(
    _ x: Matrix, _ hasBias: Bool, _ c: Double, _ ridge: Double, _ vector: [Double]
  ) -> [Double] {
    let width = x.columns
    var image = vector.enumerated().map { $0 < width ? ridge * $1 : 0 }
    for row in 0..<x.rows {
      let start = row * width
      var value = hasBias ? vector[width] : 0
      for column in 0..<width { value += x.elements[start + column] * vector[column] }
      for column in 0..<width { image[column] += c * value * x.elements[start + column] }
      if hasBias { image[width] += c * value }
    }
    return image
  }
}
