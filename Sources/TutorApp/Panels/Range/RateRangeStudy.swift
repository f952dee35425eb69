import NeuralNetwork

/// The range test of a recipe, and the recipe it belongs to.
struct RateRangeStudy: Sendable {
  private let recipe: Experiment
  /// Nil where the engine could not make it.
  let range: LearningRateRange?

  /// The updates of a test.
  static let updates = 100
  /// The multiplications that a test may take.
  private static let budget = 1_000_000_000

  init(_ run: Run) {
    recipe = run.activeExperiment
    // Each point is judged by all samples, and what is suggested is trained.
    let batch = min(run.step.sampleCount, LearningRateRange.judges)
    let tried = 3 * batch * (Self.updates + min(1000, recipe.usualUpdates))
    let samples = Self.updates * min(run.dataset.count, LearningRateRange.judges) + tried
    let isAffordable = run.network.parameterCount * samples <= Self.budget
    range =
      isAffordable ? try? LearningRateRange(recipe, updates: Self.updates) : nil
  }

  /// Whether it is that of a run as it is now.
  func holds(for run: Run) -> Bool { recipe == run.activeExperiment }
}

extension Model {
  /// The range test of the focused run's recipe; nil while the worker makes it.
  var rateRange: RateRangeStudy? {
    if let known = studies.range, known.holds(for: run) { return known }
    return studies.isBackground ? nil : RateRangeStudy(run)
  }

  /// Makes the range test, or asks the worker for it, once for each recipe.
  mutating func studyRange() {
    guard studies.isBackground else { return studies.range = rateRange }
    guard rateRange == nil, studies.askedRange != run.activeExperiment else { return }
    studies.askedRange = run.activeExperiment
    let run = run
    studies.asked.append(
      .study(
        Study {
          let range = RateRangeStudy(run)
          return { model in
            model.studies.range = range
            return []
          }
        }))
  }
}
