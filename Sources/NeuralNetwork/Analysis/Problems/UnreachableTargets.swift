extension ProblemKind {
  /// Targets that no output can come near to, because the output layer's activation ends before them.
  public static let unreachableTargets: ProblemKind = ProblemKind("unreachable targets") {
    unreachableTargets(of: $0.run)
  }

  static func unreachableTargets(of run: Run) -> [TrainingProblem] {
    let output = run.network.layers[run.depth - 1]
    if run.loss.boundary == 0 { return signsOutOfReach(of: run, by: output) }
    if output.activation == .softmax { return targetsThatAreNoShares(of: run.dataset.targets) }
    let range = output.activation.range
    let targets = run.dataset.targets.elements
    let outside = targets.filter { !range.contains($0) }
    guard run.loss.output == nil, !output.isResidual,
      let worst = outside.max(by: { abs($0) < abs($1) })
    else { return [] }
    let name = output.activation.title
    let least = Decimal.short(range.lowerBound)
    let place =
      range.upperBound == .infinity
      ? "below \(least), which is the least"
      : "outside \(least) to \(Decimal.short(range.upperBound)), which is all"
    let isInRange = run.activeExperiment.targetScaling == .range
    return [
      TrainingProblem(
        .unreachableTargets,
        headline: "\(outside.count) of \(targets.count) targets are out of reach",
        "\(outside.count) of \(targets.count) targets lie \(place) that "
          + "\(name) outputs give: the farthest is \(Decimal.short(worst)).",
        remedy: "What helps is 'output: linear'\(isInRange ? "" : ", or 'target_scaling: range'").")
    ]
  }

  /// A loss that takes the sign of an output for the class needs outputs of both.
  private static func signsOutOfReach(of run: Run, by output: Layer) -> [TrainingProblem] {
    let targets = run.dataset.targets.elements
    let noes = targets.count { $0 == 0 }
    guard noes > 0, output.activation.range.lowerBound >= 0, !output.isResidual else { return [] }
    return [
      TrainingProblem(
        .unreachableTargets,
        headline: "\(noes) of \(targets.count) targets are out of reach",
        "\(noes) of \(targets.count) targets are 0, for which the \(run.loss.title) loss asks for outputs below 0, and "
          + "\(output.activation.title) outputs never lie there.",
        remedy: "What helps is 'output: linear'.")
    ]
  }

  /// Softmax's outputs add up to 1, and so must the targets of a sample.
  private static func targetsThatAreNoShares(of targets: Matrix) -> [TrainingProblem] {
    let rows = (0..<targets.rows).filter { row in
      let shares = targets.row(row)
      return abs(shares.reduce(0, +) - 1) > 1e-6 || !shares.allSatisfy { (0...1).contains($0) }
    }
    guard let first = rows.first else { return [] }
    return [
      TrainingProblem(
        .unreachableTargets,
        headline: "\(rows.count) of \(targets.rows) rows of targets do not add up to 1",
        "\(rows.count) of \(targets.rows) rows of targets are no shares that add up to 1, as softmax outputs do: the first is "
          + "row \(first + 1).",
        remedy:
          "Give the right class 1 and the others 0; for several at once 'output: sigmoid' goes with 'loss: bce'."
      )
    ]
  }
}
