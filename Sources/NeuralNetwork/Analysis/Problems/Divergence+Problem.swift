extension ProblemKind {
  /// A value that is not finite: found by training itself.
  public static let divergence: ProblemKind = ProblemKind("divergence") { _ in [] }
}

extension TrainingProblem {
  /// What is said of a run that has diverged, with what helps.
  static func divergence(_ divergence: Divergence, of run: Run) -> TrainingProblem {
    TrainingProblem(
      .divergence, headline: "Diverged at update \(divergence.update)", divergence.sentence,
      // Where the limit of the rate is known to be passed, that says what helps.
      remedy: ProblemKind.unstableRate(of: run).isEmpty ? run.remedy(for: divergence) : "")
  }
}

extension Run {
  fileprivate func remedy(for divergence: Divergence) -> String {
    guard divergence.update > 0 else {
      return "That is before any update, so no learning rate helps. What helps is "
        + "'scaling: {inputs: standard, targets: standard}', or smaller first weights."
    }
    let (recipe, rate) = (activeExperiment, learningRate)
    if recipe.optimizer.rule == .sgd, rate * recipe.l2 >= 2 {
      return
        "The penalty alone turns every weight around and makes it larger, since learning_rate · l2 is "
        + "\(Decimal.short(rate * recipe.l2)), not below 2. What helps is a learning rate below "
        + "\(Decimal.short(2 / recipe.l2)), or a smaller 'l2'."
    }
    if let scale = harmfulScale { return scale.remedy(atRate: baseLearningRate) }
    if hasTinyNormalizedBatches {
      return
        "Batch norm takes its figures from each batch, and those of a few samples say next to nothing: what helps is "
        + "\(helpForTinyBatches(if: "it diverges"))."
    }
    // Where steps are divided by the gradient's own size it does not matter how large that is.
    let clips =
      recipe.clipping == nil && recipe.optimizer.rule.rateLimit != nil ? ", or 'clip'" : ""
    return
      "What helps is a learning rate well below \(Decimal.short(rate))\(clips)."
  }
}
