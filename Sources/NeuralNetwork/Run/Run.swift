/// A training run at one position.
///
/// A value: state = f(recipe, journal, position), bit for bit, and a copy is a snapshot.
public struct Run: Sendable {
  /// The memory that the keyframes of one run may take, in bytes.
  ///
  /// There are at most 128 of them; three are kept even where they take more.
  public static let historyBudget = 16 << 20

  /// What was changed while the run was under way.
  public var journal: Journal { timeline.journal }
  /// Where the run stands.
  public internal(set) var position = Position(update: 0, phase: .start)
  /// The step that led to the present parameters; nil at update 0.
  public internal(set) var previousStep: TrainingStep?

  /// What is in force at each update.
  var timeline: Timeline
  var losses = LossHistory()
  /// The losses of the longest way seen under the present journal.
  var furthest: LossHistory?
  /// What the run was asked to keep of its way.
  var log: ObservationLog
  var keyframes: KeyframeCache
  /// What was looked at here; copies that stand at this place share it.
  var stepCache: StepCache

  /// A run at its beginning.
  /// - Throws: an `ExperimentError` that says what is wrong with the recipe and what to do.
  public init(_ experiment: Experiment) throws(ExperimentError) {
    let plan = try Plan(experiment)
    timeline = Timeline(plan)
    log = ObservationLog([], of: plan.network)
    keyframes = KeyframeCache(Keyframe(state: plan.firstState, losses: losses))
    // From here on training allocates no memory.
    stepCache = StepCache(spare: Trainer(plan))
  }
}

extension Run {
  /// The recipe that the run began with.
  public var experiment: Experiment { plan.experiment }
  /// The recipe in force at the present position, with all changes made on the way.
  public var activeExperiment: Experiment { activePlan.experiment }
  /// The recipe in force after all changes of the journal, also those ahead of the present position.
  public var finalExperiment: Experiment { timeline.plan(at: Limits.updates).experiment }
  /// The plan that the run began with.
  var plan: Plan { timeline.base }
  /// The plan in force at the present position.
  var activePlan: Plan { timeline.plan(at: position.update) }
  /// The samples that it learns from at the present position.
  public var dataset: Dataset { activePlan.dataset }
  /// Those that it began with.
  package var firstDataset: Dataset { plan.dataset }
  /// The network at the present position.
  public var network: Network { step.network }
  /// The step that starts from the present parameters: whole, whatever the phase.
  ///
  /// It is worked out when somebody looks for the first time, and then it is the very step that is taken next.
  public var step: TrainingStep { stepCache.step(of: self) }
  /// The samples that training never sees; nil when none are held out.
  public var heldOut: Dataset? { plan.samples.heldOut }
  /// The samples that nothing is decided by, to be looked at in the end; nil when there are none.
  public var test: Dataset? { plan.samples.test }
  /// How the inputs of all samples were scaled, by the figures of `dataset`; nil when they were not.
  public var scaler: Scaler? { plan.samples.scaler }
  /// How the targets of all samples were scaled, by the figures of `dataset`; nil when they were not.
  public var targetScaler: Scaler? { plan.samples.targetScaler }
  /// What the network at hand makes of samples, in the targets' original unit.
  /// - Precondition: the samples fit the network.
  public func outputs(of network: Network, on data: Dataset) -> Matrix {
    let outputs = network.outputs(for: data.inputs)
    return targetScaler?.unscaled(outputs) ?? outputs
  }
  /// The targets of the run's samples in their original unit.
  public func targets(of data: Dataset) -> Matrix {
    targetScaler?.unscaled(data.targets) ?? data.targets
  }
  /// How many weight layers the network has.
  public var depth: Int { plan.network.depth }
  /// Updates in one pass over the data, or over the written-out batches.
  public var updatesPerEpoch: Int { activePlan.updatesPerEpoch }
  /// The updates that so many epochs make, from 0 to the most that a run may have.
  public func updates(inEpochs epochs: Int) -> Int {
    min(Limits.updates, max(0, min(epochs, Limits.updates)) * updatesPerEpoch)
  }
  /// The update at which so many epochs are complete: of those that are over as they were, of those to come as they will be
  /// if nothing changes.
  public func update(afterEpochs epochs: Int) -> Int {
    var plan = activePlan
    while epochs <= plan.firstEpoch, plan.firstUpdate > 0 {
      plan = timeline.plan(before: plan.firstUpdate)
    }
    return min(Limits.updates, plan.update(atStartOf: max(0, min(epochs, Limits.updates))))
  }
  /// How many epochs are complete.
  public var epoch: Int { activePlan.epoch(after: position.update) }
  /// η of the next update, after the schedule.
  public var learningRate: Double { activeExperiment.learningRate(at: position.update) }
  /// η₀ in force, before the schedule.
  public var baseLearningRate: Double { activeExperiment.optimizer.learningRate }
  /// The activation of the first hidden layer, or of the output layer when there is no other.
  public var activation: Activation { network.layers[0].activation }
  /// The loss in force.
  public var loss: Loss { activeExperiment.loss }
  /// The first value that is not finite, when the present step cannot be taken.
  public var divergence: Divergence? { step.divergence }

  /// The losses of the updates made so far, with the changes made on the way.
  public var curve: LossHistory {
    var curve = losses
    curve.marks = journal.entries.filter { $0.update <= position.update }
    return curve
  }

  /// The share of the data set that is classified right, or nil when the targets are not classes.
  public var accuracy: Double? { accuracy(of: network, on: dataset) }

  /// The share of the held-out samples that is classified right; nil without them or without classes.
  public var heldOutAccuracy: Double? { heldOut.flatMap { accuracy(of: network, on: $0) } }

  /// The loss on the held-out samples without penalties, as inference; nil without them.
  public var heldOutLoss: Double? { heldOut.map { loss(of: network, on: $0) } }

  /// The share of the test samples that is classified right; nil without them or without classes.
  public var testAccuracy: Double? { test.flatMap { accuracy(of: network, on: $0) } }

  /// The loss on the test samples without penalties, as inference; nil without them.
  public var testLoss: Double? { test.map { loss(of: network, on: $0) } }

  /// The share of some samples that a network in place of the run's own classifies right; nil without classes.
  ///
  /// Where outputs are labels, it is the share of labels.
  /// - Precondition: the samples fit the network, and the network has the run's outputs.
  public func accuracy(of network: Network, on data: Dataset) -> Double? {
    activePlan.accuracy(of: network, on: data, loss)
  }

  /// The share of some samples that outputs classify right; nil without classes.
  func accuracy(outputs: Matrix, of data: Dataset) -> Double? {
    activePlan.accuracy(of: outputs, on: data, loss)
  }

  /// Whether the outputs are labels, of which a sample may have any number, and not classes, of which it has one.
  public var hasLabels: Bool { activePlan.hasLabels(loss) }

  /// Whether the outputs are shares of certainty, 0...1; those of other output layers, or of a loss that parts them elsewhere than at
  /// one half, are any numbers.
  public var hasShares: Bool {
    let last = network.layers.last?.activation
    return loss.boundary == 0.5 && (last == .softmax || last == .sigmoid)
  }

  /// The loss of a network in place of the run's own on some samples, without penalties and as inference.
  /// - Precondition: the samples fit the network, and the network has the run's outputs.
  public func loss(of network: Network, on data: Dataset) -> Double {
    network.loss(loss, activeExperiment.classWeights, on: data)
  }

  var isClassification: Bool { activePlan.isClassification(loss) }
}
