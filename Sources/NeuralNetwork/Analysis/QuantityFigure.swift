extension Quantity {
  /// A quantity of a run as a whole, which has a word of its own: one record that holds all that is known of it.
  public struct Figure: ListedRecord {
    /// The word.
    public let name: String
    /// What the screen calls it; the word where that says it.
    public let title: String
    /// Whether it is a part of all samples, which is said in percent.
    public let isShare: Bool
    /// Older names of it.
    let aliases: [String]
    /// From which phase of an update on a learner can know it.
    let phase: Phase
    /// Whether it counts something, or is the share of what was counted.
    let isCounted: Bool
    /// The number in a run; nil when this run has no such thing.
    let value: @Sendable (Run) -> Double?

    init(
      _ name: String, title: String? = nil, aliases: [String] = [], from phase: Phase = .start,
      isCounted: Bool = false, isShare: Bool = false, value: @escaping @Sendable (Run) -> Double?
    ) {
      (self.name, self.aliases, self.phase) = (name, aliases, phase)
      (self.title, self.isShare) = (title ?? name, isShare)
      (self.isCounted, self.value) = (isCounted, value)
    }

    /// The one that goes by a name, an older one too; nil when there is none.
    init?(called name: String) {
      let known = Self.all.first { $0.name == name || $0.aliases.contains(name) }
      guard let known else { return nil }
      self = known
    }
  }
}

extension Quantity.Figure {
  /// Every one.
  public static let all: [Quantity.Figure] =
    [
      loss, dataLoss, batchLoss, heldOutLoss, testLoss, gap, accuracy, heldOutAccuracy,
      testAccuracy, learningRate, learningRateLimit, update, epoch, gradientNorm,
    ] + rSquared + rootMeanSquareError

  /// The objective over all samples that the run learns from: the loss with penalties, as inference.
  static let loss = Quantity.Figure("loss", from: .loss) { $0.objective }
  /// The same without penalties.
  static let dataLoss = Quantity.Figure(
    "data_loss", title: "loss over all samples", aliases: ["dataset_loss"], from: .loss
  ) { $0.datasetLoss }
  /// The objective of the next update's batch alone, as training sees it.
  static let batchLoss = Quantity.Figure("batch_loss", title: "batch loss", from: .loss) {
    $0.step.loss
  }
  /// The loss over the held-out samples, without penalties and as inference.
  static let heldOutLoss = Quantity.Figure("heldout_loss", title: "held-out loss") {
    $0.heldOutLoss
  }
  /// The same over the test samples.
  static let testLoss = Quantity.Figure("test_loss", title: "test loss") { $0.testLoss }
  /// How much larger the loss over the held-out samples is than over the data set.
  static let gap = Quantity.Figure("gap") { run in run.heldOutLoss.map { $0 - run.datasetLoss } }

  /// The share of the data set that is classified right.
  static let accuracy = Quantity.Figure(
    "accuracy", title: "right", isCounted: true, isShare: true
  ) { $0.accuracy }
  /// The same of the held-out samples.
  static let heldOutAccuracy = Quantity.Figure(
    "heldout_accuracy", title: "held out right", isCounted: true, isShare: true
  ) {
    $0.heldOutAccuracy
  }
  /// The same of the test samples.
  static let testAccuracy = Quantity.Figure(
    "test_accuracy", title: "test right", isCounted: true, isShare: true
  ) { $0.testAccuracy }
  /// R²: the share of the targets' variance that the outputs explain.
  static let rSquared = ofEachSet("r_squared") { $0.rSquared(on: $1) }
  /// The root mean square error, in the targets' own unit.
  static let rootMeanSquareError = ofEachSet("rms_error") { $0.rootMeanSquareError(on: $1) }

  /// η of the next update, after the schedule.
  static let learningRate = Quantity.Figure("learning_rate", title: "η") { $0.step.learningRate }
  /// The learning rate at which gradient descent stops converging, where the cost is quadratic.
  static let learningRateLimit = Quantity.Figure("edge") { $0.learningRateLimit }
  /// How many updates were made.
  static let update = Quantity.Figure("update", isCounted: true) { Double($0.position.update) }
  /// How many epochs are complete.
  static let epoch = Quantity.Figure("epoch", isCounted: true) { Double($0.epoch) }
  /// The L2 norm of the gradient over all parameters that are trained, and all samples.
  ///
  /// Clipping by norm needs the whole gradient, so it is known last.
  static let gradientNorm = Quantity.Figure("grad_norm", title: "gradient norm", from: .whole) {
    run in
    let gradients = run.objectiveGradients
    return Norm.of(run.activePlan.trainableRanges.lazy.joined().map { gradients[$0] })
  }

  /// The same figure of the training, held-out and test samples.
  private static func ofEachSet(
    _ name: String, value: @escaping @Sendable (Run, SampleSet) -> Double?
  ) -> [Quantity.Figure] {
    [("", .training), ("heldout_", .heldOut), ("test_", .test)].map {
      (prefix: String, samples: SampleSet) in
      Quantity.Figure(prefix + name) { value($0, samples) }
    }
  }
}

extension Quantity.Kind {
  // Those that the program itself asks about.

  package static let loss = Self.figure(.loss)
  package static let dataLoss = Self.figure(.dataLoss)
  package static let batchLoss = Self.figure(.batchLoss)
  package static let heldOutLoss = Self.figure(.heldOutLoss)
  package static let gap = Self.figure(.gap)
  package static let learningRate = Self.figure(.learningRate)
  package static let accuracy = Self.figure(.accuracy)
  package static let heldOutAccuracy = Self.figure(.heldOutAccuracy)
  package static let update = Self.figure(.update)
  package static let epoch = Self.figure(.epoch)
  package static let gradientNorm = Self.figure(.gradientNorm)
}
