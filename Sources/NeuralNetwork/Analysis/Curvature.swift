extension Plan {
  /// λ_max of the cost's Hessian where the cost is quadratic: one linear layer with a mean squared error; else nil.
  ///
  /// For each output the Hessian is c X̃ᵀX̃ + λ₂ on the weights, with X̃ the inputs and a column of ones for the bias,
  /// and c = 2/(N K), or 1/(N K) for the halved error.
  func steepestCurvature(of loss: Loss) -> Double? {
    loss.curvature.flatMap { dataCurvature?[$0] }
  }

  /// λ_max by the curvature of a loss, worked out once for all that have one.
  static func dataCurvature(
    _ experiment: Experiment, _ network: Network, _ data: Dataset
  ) -> [Double: Double]? {
    guard network.depth == 1, network.layers[0].activation == .linear,
      network.layers[0].trainable == .all, network.layers[0].frozen.isEmpty,
      experiment == experiment.asItsCostAloneMovesIt, experiment.batches.take(all: data.count)
    else { return nil }
    let scale = 1 / Double(data.count * data.targets.columns)
    let (inputs, hasBiases) = (data.inputs, network.layers[0].hasBiases)
    let isNarrow = inputs.columns <= mostColumns
    let multiplied =
      isNarrow
      ? product(with: products(of: inputs, withOnes: hasBiases))
      : rowByRow(inputs, withOnes: hasBiases)
    let cost = { (factor: Double) in
      largestEigenvalue(
        of: multiplied, places: inputs.columns + (hasBiases ? 1 : 0), factor * scale,
        ridge: experiment.l2, on: inputs.columns, steps: isNarrow ? 2000 : 200)
    }
    let full = cost(2)
    // Without a penalty all of it grows with the loss.
    let costs = Set(Loss.all.compactMap(\.curvature)).map { curvature in
      (curvature, curvature == 2 || experiment.l2 == 0 ? full * curvature / 2 : cost(curvature))
    }
    return Dictionary(uniqueKeysWithValues: costs)
  }

  /// X̃ᵀX̃ is kept up to this many inputs; of more it would soon be larger than all data.
  private static let mostColumns = 1000

  /// v ↦ M v.
  private static func product(with matrix: Matrix) -> ([Double]) -> [Double] {
    { vector in
      (0..<matrix.rows).map { row in
        zip(matrix.row(row), vector).reduce(0) { $0 + $1.0 * $1.1 }
      }
    }
  }

  /// v ↦ X̃ᵀ(X̃ v), one sample after another.
  private static func rowByRow(_ x: Matrix, withOnes: Bool) -> ([Double]) -> [Double] {
    { vector in
      var image = [Double](repeating: 0, count: vector.count)
      for row in 0..<x.rows {
        let start = withOnes ? vector[x.columns] : 0
        let output = zip(x.row(row), vector).reduce(start) { $0 + $1.0 * $1.1 }
        for (column, value) in x.row(row).enumerated() { image[column] += output * value }
        if withOnes { image[x.columns] += output }
      }
      return image
    }
  }

  /// X̃ᵀX̃, where X̃ is X or, with ones, X and a last column of ones.
  private static func products(of x: Matrix, withOnes: Bool) -> Matrix {
    let rows = (0..<x.rows).map { Array(x.row($0)) + (withOnes ? [1] : []) }
    let extended = Matrix(rows)
    var products = [Double](repeating: 0, count: extended.columns * extended.columns)
    Kernels.weightGradient(
      extended.elements, extended.elements, &products, nil, rows: x.rows,
      inputs: extended.columns, units: extended.columns)
    return Matrix(rows: extended.columns, columns: extended.columns, elements: products)
  }

  /// The largest eigenvalue of c M + ridge on the first `weights` of all places, by power iteration from a random start.
  private static func largestEigenvalue(
    of product: ([Double]) -> [Double], places: Int, _ c: Double, ridge: Double, on weights: Int,
    steps: Int
  ) -> Double {
    var stream = RandomStream(seed: 0, purpose: .data)
    var vector = (0..<places).map { _ in stream.uniform() + 0.5 }
    var (eigenvalue, settled) = (0.0, 0)
    for _ in 0..<steps where settled < 3 {
      let image = product(vector).enumerated().map { row, value in
        c * value + (row < weights ? ridge * vector[row] : 0)
      }
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
}

extension Experiment {
  /// The recipe with nothing in it that moves weights in ways which the cost over all samples knows nothing of, such as
  /// clipping and weight decay.
  ///
  /// What is added to recipes is left out here, so that no limit is told, until it is known to leave the cost alone.
  fileprivate var asItsCostAloneMovesIt: Experiment {
    var rule = optimizer
    rule.weightDecay = 0
    var known = Experiment(
      data: data, layers: layers, loss: loss, optimizer: rule, schedule: schedule, l1: l1, l2: l2,
      batches: batches, seed: seed, steps: steps, recordedSteps: recordedSteps, holdout: holdout,
      test: test, scaling: scaling, targetScaling: targetScaling, earlyStopping: earlyStopping,
      fault: fault)
    known.frozen = frozen
    return known
  }
}

extension BatchRecipe {
  /// Whether no sample is left out for ever.
  fileprivate func take(all count: Int) -> Bool {
    guard case .explicit(let batches) = self else { return true }
    return Set(batches.joined()).count == count
  }
}
