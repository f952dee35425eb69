extension ProblemKind {
  /// Outputs that are far from the targets and hardly move: a matter of scale, or of the rate.
  public static let slowOutputs: ProblemKind = ProblemKind("slow outputs") { found in
    let run = found.run
    guard let output = found.layers.last, output.layer.activation == .linear,
      let baseline = found.baseline, baseline > 0, found.dataLoss > 1.001 * baseline
    else { return [] }
    let size = rootMeanSquare(run.dataset.targets.elements)
    if size < 1e-3, run.targetScaler == nil, found.dataLoss > 100 * baseline,
      // There it is the rate that throws the outputs far away.
      ProblemKind.unstableRate(of: run).isEmpty
    {
      return [tinyTargets(found, baseline)]
    }
    guard
      // At a minimum the samples pull against each other, and no pace is slow.
      output.biasNorm > 0.3 * found.error || output.weightNorm > 0.3 * output.reach
    else { return [] }
    let now = run.outputs(of: found.network)
    let distance = rootMeanSquare(zip(now, run.dataset.targets.elements).map { $0 - $1 })
    // One batch may have little to say: the last one counts, too.
    let pace =
      [found.next, run.previousStep?.network].compactMap { $0 }.map { network in
        rootMeanSquare(zip(now, run.outputs(of: network)).map { $0 - $1 })
      }.max() ?? 0
    guard distance > 5000 * pace, pace > 0 || run.isBatchWhole && output.isTrained else {
      return []
    }
    let isLarge = size > 100
    let first = run.firstObjective
    // What was thrown far away is slow to come back.
    guard found.objective < 2 * first else { return [thrownAway(from: first, found)] }
    return [
      TrainingProblem(
        .slowOutputs,
        headline: isLarge ? "The targets are too large for these steps" : "The steps are too small",
        "The outputs are \(Decimal.short(distance)) away from the targets, and an update "
          + (pace > 0
            ? "moves them by \(Decimal.short(pace)): at this pace it takes about \(Decimal.short(distance / pace)) updates. "
            : "is too small to move them at all. ")
          + "The loss, "
          + "\(Decimal.short(found.dataLoss)), is above the \(Decimal.short(baseline)) of the best answer that is always the same.",
        remedy: run.firstRemedy
          ?? (run.wasThrown(beyond: first)
            ? "The first steps were too long: begin again with a lower learning rate."
            : run.remedyForPace))
    ]
  }

  private static func thrownAway(from first: Double, _ found: Examination) -> TrainingProblem {
    let (run, now) = (found.run, found.objective)
    return TrainingProblem(
      .slowOutputs, headline: "The outputs were thrown far away",
      "The outputs were thrown far away: the loss is \(Decimal.short(now)), and was \(Decimal.short(first)) before the first "
        + "update. At the present pace they do not come back.",
      remedy: run.harmfulScale?.remedy(atRate: run.baseLearningRate)
        ?? "The steps were too long: begin again with a lower learning rate.")
  }

  private static func tinyTargets(_ found: Examination, _ baseline: Double) -> TrainingProblem {
    let loss = found.dataLoss
    return TrainingProblem(
      .slowOutputs, headline: "The targets are too small for these steps",
      "The outputs are far from the targets, measured by these: the loss, \(Decimal.short(loss)), is "
        + "\(Decimal.short(loss / baseline)) times that of the best answer that is always the same, \(Decimal.short(baseline)).",
      remedy: found.run.firstRemedy ?? "What helps is 'target_scaling: standard'.")
  }

  private static func rootMeanSquare(_ values: [Double]) -> Double {
    (values.reduce(0) { $0 + $1 * $1 } / Double(max(1, values.count))).squareRoot()
  }
}

extension Run {
  /// Whether the loss was far above its first one on the way: rules that remember how large gradients were creep from then on.
  fileprivate func wasThrown(beyond first: Double) -> Bool {
    curve.buckets.contains { $0.maximum > 100 * first }
  }

  /// What makes it faster: inputs of very different sizes have no rate that suits all of them.
  fileprivate var remedyForPace: String {
    let isNearLimit = learningRateLimit.map { learningRate > $0 / 100 } ?? false
    return scaler == nil && isNearLimit
      ? "It is a matter of scale: scale the inputs ('scaling: standard'); a larger learning rate may soon be too large."
      : "What helps is a larger learning rate."
  }

  /// The objective that training began with.
  var firstObjective: Double { objective(of: plan.firstState.network) }

  /// The size of the largest input.
  var largestInput: Double { dataset.inputs.elements.reduce(0) { max($0, abs($1)) } }

  /// What a network in place of the run's own makes of all samples, as inference.
  fileprivate func outputs(of network: Network) -> [Double] {
    network.outputs(for: dataset.inputs).elements
  }
}
