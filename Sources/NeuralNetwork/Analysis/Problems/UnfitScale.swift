extension ProblemKind {
  /// A loss that many updates have not brought down to that of one answer for all, where the scale of the data is to blame.
  public static let unfitScale: ProblemKind = ProblemKind("unfit scale", isLastResort: true) {
    found in
    guard found.run.position.update >= 200, found.isFarFromFit, let baseline = found.baseline,
      found.dataLoss > 1.05 * baseline, let remedy = found.run.remedyForScale
    else { return [] }
    return [
      TrainingProblem(
        .unfitScale, headline: "The loss is still above that of one answer for all",
        "After \(found.run.position.update) updates the loss, \(Decimal.short(found.dataLoss)), is still above the "
          + "\(Decimal.short(baseline)) of the best answer that is always the same.",
        remedy: remedy)
    ]
  }
}
