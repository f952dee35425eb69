/// The learning-rate range test (Smith 2015): one run whose rate grows by the same factor at each update.
///
/// Where the loss falls fastest learning goes best; where it rises the rate is too high. The loss of a point is that over all
/// samples, or over many of them, so that no lucky batch decides. What is suggested has been tried, beside lower rates. Batches
/// of very many samples are stood for by those that judge, which pull in nearly the same direction in less time.
public struct LearningRateRange: Hashable, Sendable {
  /// One update of the test.
  public struct Point: Hashable, Sendable {
    /// η of the update.
    public let rate: Double
    /// The objective over the samples that judge, before the update.
    public let loss: Double
    /// The losses so far, later ones weighing more: a running mean that forgets a tenth at each update.
    public let smoothed: Double
  }

  /// The most samples that judge a point, and that a batch has.
  public static let judges = 4096

  /// The updates, until the run diverged or its smoothed loss was four times the best.
  public private(set) var points: [Point] = []
  /// The rate that is suggested, with what it does; nil when no rate beats the start.
  public private(set) var proof: Proof?
  /// What helps where no rate learns much and the scale of the data is at fault.
  public private(set) var remedyForScale: String?
  /// The smallest smoothed loss so far.
  private var best = Double.infinity

  /// The rate that is suggested.
  public var suggestion: Double? { proof?.rate }

  /// Runs the test on a recipe, whose own schedule is left aside.
  /// - Parameters:
  ///   - experiment: the recipe.
  ///   - lowest: the first rate, above 0; nil: so low that it hardly changes the loss.
  ///   - highest: the last rate, above `lowest`; nil: so high that one update spoils everything.
  ///   - updates: how many updates, at least 2.
  /// - Throws: what `Run` rejects.
  public init(
    _ experiment: Experiment, from lowest: Double? = nil, to highest: Double? = nil, updates: Int
  ) throws(ExperimentError) {
    let whole = try Run(experiment)
    let experiment = whole.recipeOfTrials
    let start = try RateProbe(experiment)
    let low = lowest ?? highest.map { min($0 / 10, start.lowest) } ?? start.lowest
    let high = highest ?? max(low * 10, start.highest)
    let growth = Elementary.exp(Elementary.log(high / low) / Double(max(1, updates - 1)))
    var recipe = experiment
    let warmup = experiment.warmup
    recipe.optimizer.learningRate = low / Elementary.power(growth, warmup)
    recipe.schedule = .exponential(gamma: growth)
    var run = try Run(recipe)
    run.train(updates: warmup)
    let judges = run.judges
    for update in 0..<updates where run.divergence == nil {
      append(rate: run.learningRate, loss: run.objective(over: judges), update)
      guard points[update].smoothed <= 4 * best else { break }
      run.advance(by: .update)
    }
    proof = try bestProof(experiment, judgedBy: whole.dataset)
    if proof?.isClear != true { remedyForScale = whole.remedyForScale }
  }

  /// The rate at which the smoothed loss falls fastest against the logarithm of the rate, before it is smallest.
  ///
  /// Nil if it never falls. What falls beyond the smallest has been thrown up before.
  var steepest: Double? {
    let end = points.indices.min { points[$0].smoothed < points[$1].smoothed } ?? 0
    guard end > 0 else { return nil }
    let falls = (1...end).map { index in
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

/// Between which rates a test is worth its while: found by a few updates from the start.
private struct RateProbe {
  /// A rate whose first updates change the loss by less than a hundred-thousandth.
  let lowest: Double
  /// A rate whose first updates make the loss ten times as large, or no number; 10 where there is none up to there.
  let highest: Double

  init(_ experiment: Experiment) throws(ExperimentError) {
    var recipe = experiment
    recipe.schedule = .constant
    let start = try Run(recipe)
    let judges = start.judges
    func loss(_ rate: Double) -> Double {
      var run = start
      guard run.apply(.learningRate(rate)) == nil else { return .infinity }
      // One batch may be nothing to learn from.
      run.train(updates: min(run.updatesPerEpoch, 50))
      return run.divergence == nil ? run.objective(over: judges) : .infinity
    }
    // What statistics of batches alone would change is no work of a rate.
    let first = loss(.leastNormalMagnitude)
    func change(_ rate: Double) -> Double {
      let loss = loss(rate)
      return loss.isFinite ? abs(loss - first) : .infinity
    }
    let scale = max(first, .leastNormalMagnitude)
    var low = 1e-3
    while low > 1e-30, change(low) > 1e-5 * scale { low /= 10 }
    while low < 1e-5, change(low * 10) <= 1e-5 * scale { low *= 10 }
    var high = low * 100
    while high < 10, change(high) < 10 * scale { high *= 10 }
    (lowest, highest) = (low, high)
  }
}

extension Run {
  /// The samples by which a rate is judged: all, or evenly chosen ones of very many.
  var judges: Dataset {
    guard dataset.count > LearningRateRange.judges else { return dataset }
    let judges = LearningRateRange.judges
    return dataset.selecting((0..<judges).map { $0 * dataset.count / judges })
  }

  /// The recipe by which rates are tried: where a batch would have more samples than those that judge, these are all there is.
  fileprivate var recipeOfTrials: Experiment {
    guard plan.largestBatch > LearningRateRange.judges else { return experiment }
    var recipe = experiment
    (recipe.data, recipe.batches) = (.samples(judges), .full)
    // The samples are parted and scaled already.
    (recipe.holdout, recipe.test, recipe.earlyStopping) = (nil, nil, nil)
    (recipe.scaling, recipe.targetScaling) = (nil, nil)
    return recipe
  }

  func objective(over samples: Dataset) -> Double {
    loss(of: network, on: samples) + network.penalty(l1: experiment.l1, l2: experiment.l2)
  }
}

extension Experiment {
  /// How many updates go before a test, at still lower rates, until the running statistics are those of the data.
  fileprivate var warmup: Int {
    layers.contains { $0.batchNorm != nil } ? 50 : 0
  }
}
