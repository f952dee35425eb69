extension ProblemKind {
  /// A learning rate at or beyond 2/λ_max, where gradient descent on a quadratic cost stops converging.
  ///
  /// Gradient descent goes towards the minimum if η < 2/λ_max, and never if η is larger.
  public static let unstableRate: ProblemKind = ProblemKind("unstable learning rate") {
    unstableRate(of: $0.run)
  }

  static func unstableRate(of run: Run) -> [TrainingProblem] {
    guard run.activeExperiment.optimizer.rule == .sgd, let limit = run.learningRateLimit,
      // At the limit itself, up to rounding, the weights swing for ever.
      run.learningRate >= limit * (1 - 1e-9)
    else { return [] }
    let (rate, edge) = Decimal.distinct(run.learningRate, limit)
    return [
      TrainingProblem(
        .unstableRate, headline: "Learning rate \(rate) is not below the limit \(edge)",
        "The learning rate \(rate) is not below \(edge), the limit 2/λ for this cost, whose steepest curvature is "
          + "λ = \(Decimal.short(2 / limit)): each step overshoots at least as far as it was off.",
        remedy: "A rate of \(Decimal.short(limit / 2)) is safe\(run.scalingAdvice).")
    ]
  }
}

extension Run {
  /// 2/λ_max, where the cost is quadratic: one linear layer with a mean squared error.
  ///
  /// Nil for all other runs.
  public var learningRateLimit: Double? {
    guard let curvature = activePlan.steepestCurvature(of: loss), curvature > 0 else { return nil }
    return 2 / curvature
  }

  /// What scaling would do for inputs of very different or very large sizes; empty where they are scaled, or need it not.
  var scalingAdvice: String {
    let largest = dataset.inputs.elements.reduce(0) { max($0, abs($1)) }
    return scaler == nil && largest > 10
      ? "; 'scaling: standard' for inputs of up to \(Decimal.short(largest)) allows a larger one"
      : ""
  }
}
