/// What a run is asked to keep of its way, beside the losses of its batches.
public struct Observations: OptionSet, Hashable, Sendable {
  /// The bits of the parts.
  public let rawValue: Int
  /// Some of the parts.
  public init(rawValue: Int) { self.rawValue = rawValue }
  /// Loss and accuracy over all training samples and over those held out.
  public static let scores = Observations(rawValue: 1)
  /// The gradient norm of every layer.
  public static let gradientNorms = Observations(rawValue: 2)
  /// How large the update of every layer is beside its weights.
  public static let updateRatios = Observations(rawValue: 4)
  /// Every parameter, of networks with at most `mostParameters` of them.
  public static let parameters = Observations(rawValue: 8)
  /// Where the run has been on the way, also of networks with at most `mostParameters` of them: see `Run.trail`.
  public static let trail = Observations(rawValue: 16)
  /// Everything.
  public static let all: Observations = [
    .scores, .gradientNorms, .updateRatios, .parameters, .trail,
  ]
  /// The size of network from which on parameters are too many to keep.
  public static let mostParameters = 512
}

/// What was kept of one update: exact at this update, whose figures are those before it is made.
public struct Observation: Hashable, Sendable {
  /// How many updates came before.
  public let update: Int
  /// The loss over all training samples without penalties, as inference; nil unless scores were asked for.
  public internal(set) var trainingLoss: Double?
  /// The share of them that is classified right; nil also where targets are not classes.
  public internal(set) var trainingAccuracy: Double?
  /// The loss over the held-out samples; nil also where there are none.
  public internal(set) var heldOutLoss: Double?
  /// The share of them that is classified right.
  public internal(set) var heldOutAccuracy: Double?
  /// The L2 norm of the gradient of each layer's weights; empty unless gradient norms were asked for.
  public internal(set) var weightGradientNorms: [Double] = []
  /// The same of each layer's biases; 0 where there are none.
  public internal(set) var biasGradientNorms: [Double] = []
  /// ‖ΔW‖ / ‖W‖ of each layer, nil where all weights are 0; empty unless ratios were asked for.
  public internal(set) var updateRatios: [Double?] = []
  /// Every parameter in the order of `Network.parameterIndices`; empty unless parameters were asked for, and in large
  /// networks.
  public internal(set) var parameters: [Double] = []
}

extension Observation {
  /// Looks at a step.
  init(of step: TrainingStep, _ requested: Observations) {
    let plan = step.trainer.plan
    update = step.update
    if requested.contains(.gradientNorms) {
      (weightGradientNorms, biasGradientNorms) = (step.weightGradientNorms, step.biasGradientNorms)
    }
    if requested.contains(.updateRatios) { updateRatios = step.updateRatios }
    let network = step.network
    if requested.contains(.parameters), network.parameterCount <= Observations.mostParameters {
      parameters = network.parameterIndices.map { network[$0] }
    }
    guard requested.contains(.scores) else { return }
    let loss = step.lossKind
    let training = plan.scores(of: network, on: plan.dataset, loss)
    (trainingLoss, trainingAccuracy) = (training.loss, training.accuracy)
    let heldOut = plan.samples.heldOut.map { plan.scores(of: network, on: $0, loss) }
    (heldOutLoss, heldOutAccuracy) = (heldOut?.loss, heldOut?.accuracy)
  }
}

/// How a run went so far, and what was already seen of its way beyond the place where it stands.
public struct RunHistory: Hashable, Sendable {
  /// The losses of the updates made so far.
  public let losses: LossHistory
  /// The losses of the whole way that was seen, when it reaches beyond this place; nil when it does not.
  public let seenLosses: LossHistory?
  /// What was observed at the updates made so far and at the next, in order.
  public let observations: [Observation]
  /// What was observed beyond, before the run went back.
  public let seenObservations: [Observation]
}

/// The observations of a run, in bounded memory: when it is full, every second one goes, though not the lowest
/// held-out loss of them all, which is asked for by name.
///
/// They are facts of recipe and journal, so that going back takes nothing away.
struct ObservationLog: Sendable {
  /// The most observations kept: as many as the losses have buckets.
  static let capacity = LossHistory.capacity

  /// What was asked for.
  let requested: Observations
  private(set) var observations: [Observation] = []
  /// An observation is due at every multiple of this many updates.
  private(set) var width = 1
  /// The places of the way; nil unless they were asked for.
  private(set) var trail: Trail?

  init(_ requested: Observations, of network: Network) {
    self.requested = requested
    let keepsTrail =
      requested.contains(.trail) && network.parameterCount <= Observations.mostParameters
    trail = keepsTrail ? Trail(of: network) : nil
  }

  /// Whether an update is to be looked at.
  func isDue(_ update: Int) -> Bool { isObserved(update) || trail?.isDue(update) == true }

  /// Whether more was asked for than the trail.
  private var observes: Bool { !requested.subtracting(.trail).isEmpty }

  private func isObserved(_ update: Int) -> Bool {
    observes && update % width == 0 && update > (observations.last?.update ?? -1)
  }

  /// The first update after one that is to be looked at.
  func next(after update: Int) -> Int {
    let place = trail?.next(after: update) ?? .max
    guard observes else { return place }
    let last = max(update, observations.last?.update ?? -1)
    return min(place, (last / width + 1) * width)
  }

  mutating func record(_ step: TrainingStep) {
    if trail?.isDue(step.update) == true {
      trail?.record(step.trainer.arena.before, at: step.update)
    }
    if isObserved(step.update) { observe(step) }
  }

  private mutating func observe(_ step: TrainingStep) {
    observations.append(Observation(of: step, requested))
    guard observations.count == Self.capacity else { return }
    width *= 2
    let lowest = lowestHeldOut
    observations.removeAll { $0.update % width != 0 && $0.update != lowest }
  }

  /// The update with the lowest held-out loss of those observed.
  private var lowestHeldOut: Int? {
    observations.filter { $0.heldOutLoss?.isFinite == true }
      .min { ($0.heldOutLoss ?? 0) < ($1.heldOutLoss ?? 0) }?.update
  }

  /// Forgets what lies at an update or after it: another future begins there.
  mutating func forget(from update: Int) {
    observations.removeAll { $0.update >= update }
    trail?.forget(from: update)
  }
}

extension Run {
  /// Asks the run to keep more of its way from here on: about one observation for each bucket of the losses.
  ///
  /// Ask before the first update to have the whole way. It decides no number of the run.
  public mutating func observe(_ what: Observations) {
    guard what != log.requested else { return }
    log = ObservationLog(what, of: plan.network)
  }

  /// How the run went so far, and what was already seen of its way beyond this place.
  public var history: RunHistory {
    let place = log.observations.firstIndex { $0.update > position.update }
    let end = place ?? log.observations.endIndex
    var seen = furthest
    seen?.marks = journal.entries
    return RunHistory(
      losses: curve, seenLosses: (seen?.count ?? 0) > losses.count ? seen : nil,
      observations: Array(log.observations[..<end]),
      seenObservations: Array(log.observations[end...]))
  }
}
