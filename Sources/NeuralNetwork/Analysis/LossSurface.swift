/// The loss over two parameters, all others as a run leaves them in the end, and the way the run took there.
///
/// The loss is that over all samples with the recipe's penalties, as inference. Unless nothing but the two parameters moved, the
/// way does not lie on this surface: each of its places had other values in the other parameters.
public struct LossSurface: Hashable, Sendable {
  /// A place on the way.
  public struct Place: Hashable, Sendable {
    /// Updates made so far.
    public let update: Int
    /// The value of the parameter to the right.
    public let x: Double
    /// The value of the parameter upwards.
    public let y: Double
  }

  /// The values of the parameter to the right, rising.
  public let xs: [Double]
  /// The values of the parameter upwards, rising.
  public let ys: [Double]
  /// A row for each of `ys`, a column for each of `xs`.
  public let losses: Matrix
  /// The way of the run, from its first place to its last.
  public let path: [Place]

  /// The most places of a path.
  public static let mostPlaces = 256

  /// Trains a run further and looks around where it ends.
  /// - Parameters:
  ///   - run: where to begin.
  ///   - updates: how far to train.
  ///   - x: the parameter to the right.
  ///   - y: the parameter upwards.
  ///   - xRange: its values; nil: as far as the way goes, with room around it.
  ///   - yRange: the same upwards.
  ///   - columns: how many values of x, at least 2.
  ///   - rows: how many values of y, at least 2.
  /// - Precondition: the network has both parameters.
  public init(
    of run: Run, updates: Int, x: ParameterIndex, y: ParameterIndex,
    xRange: ClosedRange<Double>? = nil, yRange: ClosedRange<Double>? = nil, columns: Int = 61,
    rows: Int = 21
  ) {
    var run = run
    path = Self.path(of: &run, updates: updates, x, y)
    xs = Self.values(columns, in: xRange ?? Self.surroundings(of: path.map(\.x)))
    ys = Self.values(rows, in: yRange ?? Self.surroundings(of: path.map(\.y)))
    losses = Self.losses(of: run, x, xs, y, ys)
  }

  private static func losses(
    of run: Run, _ x: ParameterIndex, _ xs: [Double], _ y: ParameterIndex, _ ys: [Double]
  ) -> Matrix {
    let recipe = run.activeExperiment
    let isStepLoss = run.isBatchWhole && !recipe.hasPenalty
    let loss = isStepLoss ? stepLoss(of: run, x, y) : loss(of: run, x, y)
    var losses = Matrix(rows: ys.count, columns: xs.count)
    for (row, y0) in ys.enumerated() {
      for (column, x0) in xs.enumerated() { losses[row, column] = loss(x0, y0) }
    }
    return losses
  }

  /// The loss over all samples by what the two parameters are.
  private static func loss(
    of run: Run, _ x: ParameterIndex, _ y: ParameterIndex
  ) -> (Double, Double) -> Double {
    let recipe = run.activeExperiment
    var network = run.network
    return { x0, y0 in
      (network[y], network[x]) = (y0, x0)
      return run.loss(of: network, on: run.dataset) + network.penalty(l1: recipe.l1, l2: recipe.l2)
    }
  }

  /// The same, to the last bit, where a step works on all samples anyway: nothing is made anew for each place.
  private static func stepLoss(
    of run: Run, _ x: ParameterIndex, _ y: ParameterIndex
  ) -> (Double, Double) -> Double {
    let trainer = run.trainerOfStep
    let (right, up) = (run.network.checkedOffset(of: x), run.network.checkedOffset(of: y))
    return { x0, y0 in
      (trainer.arena.model[up], trainer.arena.model[right]) = (y0, x0)
      return trainer.objective()
    }
  }

  private static func path(
    of run: inout Run, updates: Int, _ x: ParameterIndex, _ y: ParameterIndex
  ) -> [Place] {
    let stride = max(1, (updates + mostPlaces - 2) / (mostPlaces - 1))
    let end = run.position.update + updates
    func place(_ run: Run) -> Place {
      Place(update: run.position.update, x: run.network[x], y: run.network[y])
    }
    var path = [place(run)]
    while run.position.update < end, run.divergence == nil {
      run.train(updates: min(stride, end - run.position.update))
      guard run.position.update > path[path.count - 1].update else { break }
      path.append(place(run))
    }
    return path
  }

  /// From the smallest to the largest of some values, half as much again, and at least 1 on either side.
  private static func surroundings(of values: [Double]) -> ClosedRange<Double> {
    let (low, high) = (values.min() ?? 0, values.max() ?? 0)
    let room = max(1, (high - low) / 2)
    return low - room...high + room
  }

  private static func values(_ count: Int, in range: ClosedRange<Double>) -> [Double] {
    (0..<count).map { index in
      let share = Double(index) / Double(max(1, count - 1))
      return range.lowerBound * (1 - share) + range.upperBound * share
    }
  }
}
