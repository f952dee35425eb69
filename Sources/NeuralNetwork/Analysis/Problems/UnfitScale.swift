extension ProblemKind {
  /// A loss that many updates have not brought down to that of one answer for all, where the scale of the data is to blame.
  public static let unfitScale: ProblemKind = ProblemKind("unfit scale", isLastResort: true) {
    found in
    // Without hidden layers it may be that there is nothing to learn but the mean, about which batches throw it.
    let most = found.layers.count > 1 ? 1 : 1.05
    guard found.run.position.update >= 200, found.isFarFromFit, let baseline = found.baseline,
      found.dataLoss > most * baseline, let remedy = found.run.remedyForScale
    else { return [] }
    let (now, constant) = Decimal.distinct(found.dataLoss, baseline)
    return [
      TrainingProblem(
        .unfitScale, headline: "The loss is still above that of one answer for all",
        "After \(found.run.position.update) updates the loss, \(now), is still above the "
          + "\(constant) of the best answer that is always the same.",
        remedy: remedy)
    ]
  }
}
