extension ProblemKind {
  /// Targets that no output can come near to, because the output layer's activation ends before them.
  public static let unreachableTargets: ProblemKind = ProblemKind("unreachable targets") {
    unreachableTargets(of: $0.run)
  }

  static func unreachableTargets(of run: Run) -> [TrainingProblem] {
    let output = run.network.layers[run.depth - 1]
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
}
