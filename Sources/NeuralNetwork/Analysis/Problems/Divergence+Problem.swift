extension ProblemKind {
  /// A value that is not finite: found by training itself.
  public static let divergence: ProblemKind = ProblemKind("divergence") { _ in [] }
}

extension TrainingProblem {
  /// What is said of a run that has diverged, with what helps.
  static func divergence(_ divergence: Divergence, of run: Run) -> TrainingProblem {
    let clips = run.activeExperiment.clipping == nil ? ", or 'clip'" : ""
    return TrainingProblem(
      .divergence, headline: "Diverged at update \(divergence.update + 1)", divergence.sentence,
      remedy: run.learningRateLimit == nil
        ? "What helps is a learning rate below \(Decimal.short(run.learningRate))\(clips)\(run.scalingAdvice)."
        : "")
  }
}
