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
    let bounds =
      range.upperBound == .infinity
      ? "at least \(Decimal.short(range.lowerBound))"
      : "\(Decimal.short(range.lowerBound)) to \(Decimal.short(range.upperBound))"
    return [
      TrainingProblem(
        .unreachableTargets,
        headline: "\(outside.count) of \(targets.count) targets are out of reach",
        "\(outside.count) of \(targets.count) targets lie outside \(bounds), which is all that "
          + "\(name) outputs give: the farthest is \(Decimal.short(worst)).",
        remedy: "What helps is 'output: linear', or targets that are scaled.")
    ]
  }
}
