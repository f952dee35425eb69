extension ProblemKind {
  /// Mini-batches that throw the network about as much as they teach it.
  public static let noise: ProblemKind = ProblemKind("noise floor", isLastResort: true) { found in
    let run = found.run
    guard run.updatesPerEpoch > 1, run.epoch >= 5, found.isFarFromFit,
      let stand = run.curve.standstill(within: 0.1), found.objective > 0
    else { return [] }
    let others = [run.previousStep?.network, found.next].compactMap { $0 }.map(found.objective)
    let swing = others.map { abs($0 - found.objective) }.max() ?? 0
    guard swing > 0.05 * found.objective else { return [] }
    return [
      TrainingProblem(
        .noise, headline: "The loss swings and no longer falls",
        "Noise: since about update \(stand) the losses of the batches no longer fall, and one update of a batch moves that over all "
          + "samples by \(Decimal.short(swing)), where it is \(Decimal.short(found.objective)).",
        remedy: run.hasTinyNormalizedBatches
          ? "What helps is a larger 'batch_size': batch norm takes its figures from each batch, which no rate mends."
          : run.firstRemedy
            ?? "What helps is a smaller learning rate, a 'schedule' that lowers it, or a larger 'batch_size'."
      )
    ]
  }
}
