extension ProblemKind {
  /// Running means and variances of batch norm that do not fit the samples: what the network says of new ones is false then.
  public static let runningFigures: ProblemKind = ProblemKind("running figures") { found in
    let (run, walked) = (found.run, found.objective)
    guard run.network.hasBatchNorm, run.position.update > 0 else { return [] }
    let told = run.objective
    guard told > 2 * walked, told - walked > 0.05 * (found.baseline ?? run.firstObjective) else {
      return []
    }
    let (one, other) = Decimal.distinct(told, walked)
    return [
      TrainingProblem(
        .runningFigures, headline: "Batch norm's running figures do not fit",
        "Batch norm's running means and variances do not fit the samples: with them, as on new samples, the loss is \(one), "
          + "and with the samples' own \(other).",
        remedy: run.position.update < 100
          ? "They follow the batches by a tenth at each update: more updates settle them."
          : run.firstRemedy
            ?? "What helps is a smaller learning rate\(run.isBatchWhole ? "" : ", or a larger 'batch_size'").",
        isHarmful: run.position.update >= 50)
    ]
  }
}
