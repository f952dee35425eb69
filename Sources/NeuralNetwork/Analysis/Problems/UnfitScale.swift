extension ProblemKind {
  /// A loss that many updates have not brought down to that of one answer for all.
  ///
  /// The scale of the data is to blame, or a penalty; where neither is, it is the rate.
  public static let unfitScale: ProblemKind = ProblemKind("unfit scale", isLastResort: true) {
    found in
    guard found.run.position.update >= 200, found.isFarFromFit, let baseline = found.baseline,
      let remedy = remedy(found, baseline)
    else { return [] }
    let (now, constant) = Decimal.distinct(found.dataLoss, baseline)
    let place = found.dataLoss > baseline ? "still above" : "hardly below"
    return [
      TrainingProblem(
        .unfitScale, headline: "The loss is \(place) that of one answer for all",
        "After \(found.run.position.update) updates the loss, \(now), is \(place) the "
          + "\(constant) of the best answer that is always the same.",
        remedy: remedy)
    ]
  }

  private static func remedy(_ found: Examination, _ baseline: Double) -> String? {
    let (run, share) = (found.run, found.dataLoss / max(baseline, .leastNormalMagnitude))
    // Without hidden layers it may be that there is nothing to learn but the mean, about which batches throw it.
    if share > (found.layers.count > 1 ? 1 : 1.05), run.harmfulScale != nil {
      return run.firstRemedy
    }
    if share > 0.995, run.position.update >= 1000, let remedy = run.remedyForShrinking(below: 0.5) {
      return remedy
    }
    return baseline > 0 && share > 1.2 && found.couldAnswerAlike
      ? "Another learning rate may help: 'downhill range' looks for one." : nil
  }
}

extension Examination {
  /// Whether biases of the outputs could give one answer for all, which nothing but training keeps from it.
  fileprivate var couldAnswerAlike: Bool {
    guard let output = layers.last?.layer, !output.isResidual else { return false }
    let biases = output.biasStart..<output.gammaStart
    return network.trainableRanges.contains { $0.overlaps(biases) }
  }
}
