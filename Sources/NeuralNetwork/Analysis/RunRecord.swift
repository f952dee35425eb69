/// Plain values in a tree, ready to be written as JSON: the keys keep their order.
public indirect enum JSONValue: Hashable, Sendable {
  /// A real number; one that is not finite is written as null.
  case number(Double)
  /// A whole number.
  case integer(Int)
  /// Values in order.
  case array([JSONValue])
  /// Real numbers in order.
  case numbers([Double])
  /// The rows of a matrix, each in order.
  case rows(Matrix)
  /// Keys with their values, in order.
  case object([Member])

  /// A key of an object and its value.
  public struct Member: Hashable, Sendable {
    /// The key.
    public let key: String
    /// What it stands for.
    public let value: JSONValue

    /// A key and its value.
    public init(key: String, value: JSONValue) {
      self.key = key
      self.value = value
    }
  }

  /// The value of a key of an object; nil when there is none.
  public subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  /// Every number in the tree, in order.
  public var numbers: [Double] {
    switch self {
    case .number(let number): [number]
    case .integer(let integer): [Double(integer)]
    case .array(let values): values.flatMap(\.numbers)
    case .numbers(let numbers): numbers
    case .rows(let matrix): matrix.elements
    case .object(let members): members.flatMap(\.value.numbers)
    }
  }

  /// An object of the members that have a value.
  static func object(of members: [(String, JSONValue?)]) -> JSONValue {
    .object(members.compactMap { key, value in value.map { Member(key: key, value: $0) } })
  }
}

/// The record of a headless run: losses, rates and gradient norms of every update, some updates in full, and the end.
public struct RunRecord: Hashable, Sendable {
  /// The record as a tree.
  public let value: JSONValue
  /// Where the run ended early; nil when it made all its updates.
  public let divergence: Divergence?

  /// Runs an experiment for its `steps`, or the given number, and records it; updates of `recordedSteps` in full.
  /// - Throws: what `Run` rejects.
  public init(_ experiment: Experiment, steps: Int? = nil) throws(ExperimentError) {
    var run = try Run(experiment)
    var records: [JSONValue] = []
    let recorded = Set(experiment.recordedSteps)
    var (summary, watch) = (Summary(), EarlyStoppingMonitor(experiment.earlyStopping))
    for update in 0..<(steps ?? experiment.steps ?? 0) {
      watch.look(at: run)
      guard run.divergence == nil, !watch.hasStopped else { break }
      summary.append(run.step)
      if recorded.contains(update) { records.append(Self.record(run.step)) }
      run.advance(by: .update)
    }
    divergence = run.divergence
    watch.finish(&run)
    value = .object(
      of: summary.members + [
        ("records", .array(records)), ("final", Self.final(run)),
      ])
  }

  /// One update in full; the first one with z, a and δ too.
  private static func record(_ step: TrainingStep) -> JSONValue {
    .object(of: [
      ("step", .integer(step.update)), ("outputs", .rows(step.outputs)),
      ("gradients", .array(step.network.layers.map { gradients(step, $0) })),
      ("layers", step.update == 0 ? .array(step.network.layers.map { layer(step, $0) }) : nil),
      ("params_after", parameters(step.nextNetwork)),
    ])
  }

  private static func layer(_ step: TrainingStep, _ layer: Layer) -> JSONValue {
    .object(of: [
      ("z", .rows(step.preActivations(layer: layer.number))),
      ("a", .rows(step.activations(layer: layer.number))),
      ("delta", .rows(step.deltas(layer: layer.number))),
    ])
  }

  private static func gradients(_ step: TrainingStep, _ layer: Layer) -> JSONValue {
    let all = step.gradients
    return .object(of: [
      ("weights", .rows(layer.weights(in: all))),
      ("biases", layer.hasBiases ? .numbers(Array(all[layer.biasStart..<layer.gammaStart])) : nil),
      (
        "gamma", layer.hasBatchNorm ? .numbers(Array(all[layer.gammaStart..<layer.betaStart])) : nil
      ),
      ("beta", layer.hasBatchNorm ? .numbers(Array(all[layer.betaStart..<layer.end])) : nil),
    ])
  }

  private static func parameters(_ network: Network) -> JSONValue {
    .array(
      (1...network.depth).map { layer in
        .object(of: [
          ("weights", .rows(network.weights(layer: layer))),
          ("biases", network.biases(layer: layer).map { .numbers($0) }),
          ("gamma", network.gamma(layer: layer).map { .numbers($0) }),
          ("beta", network.beta(layer: layer).map { .numbers($0) }),
          ("running_mean", network.runningMean(layer: layer).map { .numbers($0) }),
          ("running_var", network.runningVariance(layer: layer).map { .numbers($0) }),
        ])
      })
  }

  /// The whole data set after the last update: batch norm with its own statistics, and once more with the running ones.
  private static func final(_ run: Run) -> JSONValue {
    let (network, data) = (run.network, run.dataset)
    let loss = network.loss(
      run.loss, run.experiment.classWeights, on: data, statistics: .batch)
    let outputs = network.outputPass(for: data.inputs, statistics: .batch).a
    let inference: JSONValue? =
      network.hasBatchNorm
      ? .object(of: [
        ("outputs", .rows(network.outputs(for: data.inputs))),
        ("data_loss", .number(run.loss(of: network, on: data))),
      ]) : nil
    return .object(of: [
      ("params", parameters(network)), ("outputs", .rows(outputs)), ("data_loss", .number(loss)),
      ("loss", .number(loss + network.penalty(l1: run.experiment.l1, l2: run.experiment.l2))),
      ("inference", inference),
    ])
  }
}

/// What a trace keeps of every update: plain numbers, of which there may be many.
private struct Summary {
  private var losses, dataLosses, rates, totals: [Double]
  /// A number for each layer, update after update.
  private var weightNorms, biasNorms: [Double]

  init() {
    (losses, dataLosses, rates, totals) = ([], [], [], [])
    (weightNorms, biasNorms) = ([], [])
  }

  mutating func append(_ step: TrainingStep) {
    losses.append(step.loss)
    dataLosses.append(step.dataLoss)
    rates.append(step.learningRate)
    weightNorms += step.weightGradientNorms
    biasNorms += step.biasGradientNorms
    totals.append(step.totalGradientNorm)
  }

  var members: [(String, JSONValue?)] {
    [
      ("losses", .numbers(losses)), ("data_losses", .numbers(dataLosses)),
      ("learning_rates", .numbers(rates)), ("weight_grad_norms", layers(weightNorms)),
      ("bias_grad_norms", layers(biasNorms)), ("total_grad_norm", .numbers(totals)),
    ]
  }

  private func layers(_ norms: [Double]) -> JSONValue {
    let columns = norms.count / max(1, losses.count)
    return .rows(Matrix(rows: losses.count, columns: columns, elements: norms))
  }
}
