extension ProblemKind {
  /// A learning rate at or beyond the limit of a quadratic cost, or one whose steps plainly go too far.
  ///
  /// Gradient descent goes towards the minimum of a quadratic cost if η < 2/λ_max, and never if η is larger.
  public static let unstableRate: ProblemKind = ProblemKind("unstable learning rate") { found in
    let beyond = unstableRate(of: found.run)
    return beyond.isEmpty ? overshooting(found) : beyond
  }

  static func unstableRate(of run: Run) -> [TrainingProblem] {
    let optimizer = run.activeExperiment.optimizer
    guard let bound = optimizer.rule.rateLimit, let plain = run.learningRateLimit else { return [] }
    let limit = plain * bound.factor(optimizer)
    // At the limit itself, up to rounding, the weights swing for ever.
    guard run.learningRate >= limit * (1 - 1e-9) else { return [] }
    let (rate, edge) = Decimal.distinct(run.learningRate, limit)
    return [
      TrainingProblem(
        .unstableRate, headline: "Learning rate \(rate) is not below the limit \(edge)",
        "The learning rate \(rate) is not below \(edge), the limit \(bound.formula) for this cost, whose steepest curvature is "
          + "λ = \(Decimal.short(2 / plain)): \(bound.consequence).",
        remedy: "A rate of \(Decimal.short(limit / 2)) is safe\(run.scalingAdvice).")
    ]
  }

  /// A loss that has grown, or stands still no lower than at the start although a shorter step the same way would lower it.
  private static func overshooting(_ found: Examination) -> [TrainingProblem] {
    let (run, now) = (found.run, found.objective)
    let standsStill = run.curve.standstill(within: 0.1) != nil
    guard standsStill || found.mayHaveGrown else { return [] }
    let first = found.objective(of: run.plan.firstState.network)
    // The first updates may throw a loss up that comes down by itself.
    let update = run.position.update
    let hasGrown = found.mayHaveGrown && now > first * (update < 10 ? 10 : update < 200 ? 2 : 1.2)
    guard hasGrown || standsStill && now >= first * (1 - 1e-9) else { return [] }
    let shorter = [0.1, 0.01].map {
      found.objective(of: found.network.moved($0, towards: found.next))
    }
    let lowest = shorter.min() ?? now
    guard hasGrown || lowest < 0.99 * now else { return [] }
    guard !run.hasTinyNormalizedBatches else { return [tinyBatches(found, first, hasGrown)] }
    return [
      TrainingProblem(
        .unstableRate, headline: "The steps are too long",
        "The steps are too long: the loss \(course(from: first, to: now))"
          + (lowest < 0.99 * now
            ? ", where a shorter step the same way would take it to \(Decimal.short(lowest))."
            : "."),
        remedy: run.harmfulScale?.remedy(atRate: run.baseLearningRate)
          ?? "What helps is a learning rate well below \(Decimal.short(run.learningRate)).")
    ]
  }

  private static func course(from first: Double, to now: Double) -> String {
    now > 1.1 * first
      ? "has grown from \(Decimal.short(first)) to \(Decimal.short(now))"
      : "stands still at \(Decimal.short(now)), no lower than the \(Decimal.short(first)) of the start"
  }

  /// Batches of which batch norm learns nothing: whether a rate is too high cannot be told with them.
  private static func tinyBatches(
    _ found: Examination, _ first: Double, _ hasGrown: Bool
  ) -> TrainingProblem {
    let (run, size) = (found.run, found.run.activePlan.largestBatch)
    return TrainingProblem(
      .unstableRate, headline: "Batches of \(size) are too small for batch norm",
      "Batch norm takes mean and variance from each batch, and those of \(size) samples say next to nothing: the loss is "
        + "\(Decimal.short(found.objective)), no lower than the \(Decimal.short(first)) of the start.",
      remedy: "What helps is \(run.helpForTinyBatches(if: hasGrown ? "the loss grows" : nil)).")
  }
}

extension Examination {
  /// Whether a loss that is larger than at first has been made so by steps.
  ///
  /// Decay of weights does so at any rate, a hand that changes the network as well, and one that falls fast is on its way back.
  /// To the perceptron's rule all rates are one.
  fileprivate var mayHaveGrown: Bool {
    isFarFromFit && run.loss != .perceptron && run.activeExperiment.optimizer.weightDecay == 0
      && !run.curve.isFallingFast && !run.curve.marks.contains { $0.change.makesAnotherNetwork }
  }
}

extension Change {
  /// Whether the network says something else at once, without a step.
  fileprivate var makesAnotherNetwork: Bool {
    switch self {
    case .hiddenActivation, .parameter: true
    case .learningRate, .loss, .recipe, .samples: false
    }
  }
}

extension Network {
  /// A share of the way from here to another.
  fileprivate func moved(_ share: Double, towards other: Network) -> Network {
    var network = self
    for index in model.indices {
      network.model[index] += share * (other.model[index] - model[index])
    }
    return network
  }
}

extension Run {
  /// Whether batch norm has to take its figures from next to no samples.
  var hasTinyNormalizedBatches: Bool {
    activePlan.largestBatch < min(5, dataset.count) && plan.network.hasBatchNorm
  }

  /// What helps then, and what if that does not.
  func helpForTinyBatches(if trouble: String?) -> String {
    let rate = trouble.map {
      "; if \($0) then, too, a learning rate well below \(Decimal.short(learningRate))"
    }
    return "a larger 'batch_size', or no 'batch_norm'\(rate ?? "")"
  }

  /// 2/λ_max, where the cost is quadratic: one linear layer with a mean squared error.
  ///
  /// Nil for all other runs.
  public var learningRateLimit: Double? {
    guard let curvature = activePlan.steepestCurvature(of: loss), curvature > 0 else { return nil }
    return 2 / curvature
  }

  /// What scaling would do for inputs of very different or very large sizes; empty where they are scaled, or need it not.
  var scalingAdvice: String {
    scaler == nil && largestInput > 10
      ? "; 'scaling: standard' for inputs of up to \(Decimal.short(largestInput)) allows a larger one"
      : ""
  }
}
