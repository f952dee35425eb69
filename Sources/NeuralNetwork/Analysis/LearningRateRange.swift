/// The learning-rate range test (Smith 2015): one run whose rate grows by the same factor at each update.
///
/// Where the loss falls fastest learning goes best; where it rises the rate is too high.
public struct LearningRateRange: Hashable, Sendable {
  /// One update of the test.
  public struct Point: Hashable, Sendable {
    /// η of the update.
    public let rate: Double
    /// The loss of its batch, before the update.
    public let loss: Double
    /// The losses so far, later ones weighing more: a running mean that forgets a tenth at each update.
    public let smoothed: Double
  }

  /// The updates, until the run diverged or its smoothed loss was four times the best.
  public private(set) var points: [Point] = []
  /// The smallest smoothed loss so far.
  private var best = Double.infinity

  /// Runs the test on a recipe, whose own schedule is left aside.
  /// - Parameters:
  ///   - experiment: the recipe.
  ///   - lowest: the first rate, above 0.
  ///   - highest: the last rate, above `lowest`.
  ///   - updates: how many updates, at least 2.
  /// - Throws: what `Run` rejects.
  public init(
    _ experiment: Experiment, from lowest: Double, to highest: Double, updates: Int
  ) throws(ExperimentError) {
    let growth = Elementary.exp(Elementary.log(highest / lowest) / Double(max(1, updates - 1)))
    var recipe = experiment
    recipe.optimizer.learningRate = lowest
    recipe.schedule = .exponential(gamma: growth)
    var run = try Run(recipe)
    for update in 0..<updates where run.divergence == nil {
      append(rate: run.learningRate, loss: run.step.loss, update)
      guard points[update].smoothed <= 4 * best else { return }
      run.advance(by: .update)
    }
  }

  /// The rate at which the smoothed loss falls fastest against the logarithm of the rate; nil if it never falls.
  ///
  /// The first tenth of the updates, where the mean has little to go by, is left out.
  public var suggestion: Double? {
    let first = max(1, points.count / 10)
    let falls = (first..<max(first, points.count)).map { index in
      (rate: points[index].rate, fall: points[index - 1].smoothed - points[index].smoothed)
    }
    return falls.filter { $0.fall > 0 }.max { $0.fall < $1.fall }?.rate
  }

  private mutating func append(rate: Double, loss: Double, _ update: Int) {
    // Undoing the division by its weights gives the running mean itself, which starts from 0.
    let mean = (points.last?.smoothed ?? 0) * (1 - Elementary.power(0.9, update))
    let smoothed = (0.9 * mean + 0.1 * loss) / (1 - Elementary.power(0.9, update + 1))
    points.append(Point(rate: rate, loss: loss, smoothed: smoothed))
    best = min(best, smoothed)
  }
}
