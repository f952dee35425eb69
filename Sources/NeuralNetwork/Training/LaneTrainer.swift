/// Small networks of one shape, trained eight at a time: each has a lane of the kernels to itself.
///
/// The bits are those of training one after the other; only the way there is shorter.
struct LaneTrainer: ~Copyable {
  /// How many networks there is room for.
  static let width = 8
  /// Larger networks fill the kernels by themselves.
  static let mostParameters = 512
  /// Large batches do so, too, and eight of their forward passes would fill the memory: units times samples of one at most.
  static let mostValues = 1 << 17

  private let runs: [Run]
  private let plain: FusedStep
  private let losses = LaneBlock(count: 1)
  private let inputs, targets: LaneBlock
  private let parameters, gradients, velocity, first, second, z, a, delta: LaneBlock

  /// Room for runs that go together.
  /// - Parameter runs: from 1 to 8 of which each `goesTogether` with the first.
  init?(_ runs: [Run]) {
    // Lanes without a run of their own repeat the last one.
    self.runs = runs
    let (plan, network, states) = (runs[0].plan, runs[0].plan.network, runs.map(\.state))
    let values = plan.largestBatch * network.unitCount
    inputs = LaneBlock(runs.map(\.plan.dataset.inputs.elements))
    targets = LaneBlock(runs.map(\.plan.dataset.targets.elements))
    parameters = LaneBlock(states.map(\.network.model))
    velocity = LaneBlock(states.map(\.moments.velocity))
    first = LaneBlock(states.map(\.moments.first))
    second = LaneBlock(states.map(\.moments.second))
    gradients = LaneBlock(count: network.parameterCount)
    (z, a, delta) = (LaneBlock(count: values), LaneBlock(count: values), LaneBlock(count: values))
    let blocks = FusedStep.Blocks(
      parameters: parameters.start, gradients: gradients.start,
      moments: MomentPointers(
        velocity: velocity.start, first: first.start, second: second.start),
      z: z.start, a: a.start, delta: delta.start, lanes: LaneTrainer.width)
    guard let lanes = FusedStep(plan, blocks: blocks) else { return nil }
    plain = lanes
  }

  /// Whether two runs can be trained side by side: of one small shape, in full batches, under the same settings.
  static func goesTogether(_ run: Run, with other: Run) -> Bool {
    let (mine, others) = (run.experiment, other.experiment)
    return run.fitsLanes && other.fitsLanes
      && run.position.update == other.position.update
      && run.plan.network.layers == other.plan.network.layers
      && run.plan.dataset.count == other.plan.dataset.count
      && (mine.optimizer, mine.schedule, mine.loss) == (
        others.optimizer, others.schedule, others.loss
      )
  }

  /// Trains all runs by some updates.
  /// - Returns: where each run stands then and its losses; nil for a run that met a number that is not finite.
  func train(updates: Int, _ watch: LaneWatch? = nil) -> [(state: State, losses: LossHistory)?] {
    var curves = runs.map(\.losses)
    // The kernels know nothing but the blocks' addresses.
    let finite = step(updates, &curves, watch)
    extendLifetime(self)
    return runs.indices.map { index in
      let state = state(of: index, after: updates)
      return finite[index] && state.isFinite ? (state, curves[index]) : nil
    }
  }

  /// The hot loop.
  private func step(
    _ updates: Int, _ curves: inout [LossHistory], _ watch: LaneWatch?
  ) -> [Bool] {
    var finite = runs.map { _ in true }
    let start = runs[0].position.update
    let experiment = runs[0].experiment
    for update in start..<start + updates {
      let rate = experiment.schedule.rate(base: experiment.optimizer.learningRate, update: update)
      plain.runLanes(
        update, rate: rate, inputs.start, targets.start, rows: runs[0].plan.largestBatch,
        losses.start)
      if let watch, !watch.isOver { watch.look(at: moment(of: update)) }
      for index in curves.indices {
        let loss = losses.start[index]
        curves[index].append(loss)
        if !loss.isFinite { finite[index] = false }
      }
    }
    return finite
  }

  private func moment(of update: Int) -> LaneMoment {
    let output = runs[0].plan.starts[runs[0].depth - 1]
    return LaneMoment(
      runs: runs, update: update, losses: losses.start,
      outputs: a.start + output * LaneTrainer.width)
  }

  private func state(of lane: Int, after updates: Int) -> State {
    var state = runs[lane].plan.firstState
    state.update = runs[lane].position.update + updates
    state.network.model = parameters.lane(lane)
    state.moments = Moments(
      velocity: velocity.lane(lane), first: first.lane(lane), second: second.lane(lane))
    return state
  }
}

extension State {
  fileprivate var isFinite: Bool {
    let blocks: [[Double]] = [network.model, moments.velocity, moments.first, moments.second]
    return blocks.allSatisfy { block in Kernels.allFinite(block, block.count) }
  }
}

extension Run {
  /// Whether the kernels can train it in a lane.
  var fitsLanes: Bool {
    experiment == experiment.asLanesTrainIt && journal.entries.isEmpty && log.requested.isEmpty
      && position.update < Limits.updates / 2
      && plan.network.parameterCount <= LaneTrainer.mostParameters
      && plan.largestBatch * plan.network.unitCount <= LaneTrainer.mostValues
      && experiment.loss.kernel != nil && experiment.loss.mean == .overNumbers
      && plan.network.layers.allSatisfy { $0.isFusable && !$0.activation.isRowwise }
  }
}

extension Experiment {
  /// The recipe with nothing in it but what lanes take into account, and what does not concern an update.
  fileprivate var asLanesTrainIt: Experiment {
    Experiment(
      data: data, layers: layers, loss: loss, optimizer: optimizer, schedule: schedule, seed: seed,
      steps: steps, recordedSteps: recordedSteps, holdout: holdout, test: test, scaling: scaling,
      earlyStopping: earlyStopping)
  }
}
