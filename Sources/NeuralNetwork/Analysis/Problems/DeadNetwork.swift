extension ProblemKind {
  /// A network through which nothing passes although there is something to learn.
  public static let deadNetwork: ProblemKind = ProblemKind(
    "dead network", gradientVerdict: "at zero"
  ) { found in
    guard found.error > 0 || found.dataLoss > 0, !found.isAtLeast else { return [] }
    if let layer = found.layers.last(where: \.isDead) { return [blocked(layer, found)] }
    guard found.layers.count > 1, found.error > 0 else { return [] }
    // Where samples pull and cancel, the network stands at a minimum or on a saddle.
    return found.layers.allSatisfy { $0.weightNorm == 0 && $0.biasNorm == 0 && $0.reach == 0 }
      ? [motionless(found)] : []
  }

  /// A layer of dead units: the outputs know nothing of the inputs.
  private static func blocked(_ dead: LayerFigures, _ found: Examination) -> TrainingProblem {
    let number = dead.layer.number
    let units = dead.layer.units
    let subject = units == 1 ? "the only unit" : "all \(units) units"
    return TrainingProblem(
      .deadNetwork, layers: Array(1...number), units: Array(1...units),
      headline: "The network is dead at layer \(number)",
      "The network is dead: \(subject) of layer \(number) put\(units == 1 ? "s" : "") out \(dead.layer.activation.flatOutput) for every sample, so the outputs "
        + "are the same for all of them and no gradient reaches \(layers(upTo: number)); the loss is "
        + "\(Decimal.short(found.objective)).",
      remedy: remedy(upTo: number, found))
  }

  /// A seed or a rate helps only where one of them is to blame.
  private static func remedy(upTo number: Int, _ found: Examination) -> String {
    let run = found.run
    let layers = run.experiment.layers[..<number]
    let isDrawn = layers.allSatisfy { $0.explicit == nil && $0.initializer.isDrawn }
    let startsDead = run.isDeadAtStart
    guard !moves(upTo: number, found) else {
      let patience =
        "These may bring it back: be patient, or begin again with "
        + "\(startsDead ? "other weights" : "a smaller rate or another seed")."
      return "Only a penalty, weight decay or what is left of momentum still moves its weights. "
        + (run.firstRemedy ?? patience)
    }
    if startsDead, !isDrawn {
      return
        "It starts so, whatever seed and rate: begin again with other weights, such as those of 'init: he'."
    }
    if let remedy = run.firstRemedy { return "It cannot recover. \(remedy)" }
    return startsDead
      ? "It starts so, whatever rate: begin again with another seed or with other weights."
      : "It cannot recover: begin again with a smaller rate or another seed."
  }

  /// Whether the next update changes the layers up to one although no gradient reaches them.
  private static func moves(upTo number: Int, _ found: Examination) -> Bool {
    let end = found.layers[number - 1].layer.end
    return found.network.model[..<end] != found.next.model[..<end]
  }

  private static func layers(upTo number: Int) -> String {
    number == 1 ? "layer 1" : "layers 1-\(number)"
  }

  private static func motionless(_ found: Examination) -> TrainingProblem {
    TrainingProblem(
      .deadNetwork, layers: found.layers.map(\.layer.number),
      headline: "Every gradient is exactly 0",
      "The network is dead: over all samples every gradient is exactly 0, so the loss stays at "
        + "\(Decimal.short(found.objective)).",
      remedy: found.run.firstRemedy
        ?? "Begin with other weights, such as those of 'init: xavier'.")
  }

  /// A network of which training changes nothing, whatever its numbers.
  static func nothingToTrain(of run: Run) -> [TrainingProblem] {
    let network = run.activePlan.network
    guard network.trainableRanges.isEmpty else { return flatOutputs(of: run) }
    return [
      TrainingProblem(
        .deadNetwork, headline: "Nothing can be trained",
        "Nothing can be trained: all \(network.parameterCount.counted("parameter")) are frozen, so no update changes anything.",
        remedy: "Take a layer out of 'frozen'.")
    ]
  }

  /// Outputs that no error passes, where the loss needs their slope.
  private static func flatOutputs(of run: Run) -> [TrainingProblem] {
    let output = run.network.layers[run.depth - 1]
    guard !output.activation.passesErrors, !output.isResidual, !run.loss.isFromPreActivations
    else { return [] }
    return [
      TrainingProblem(
        .deadNetwork, headline: "No error passes the outputs",
        "No error passes the outputs: the slope of \(output.activation.title) is 0 everywhere, so every gradient is 0 and no "
          + "update changes anything.",
        remedy: "What helps is 'output: sigmoid', or 'loss: perceptron'.")
    ]
  }
}

extension Activation {
  /// What it puts out where it is flat, as a number in a sentence.
  var flatOutput: String { Decimal.short(flatUpTo.map { function($0, 0).rounded() } ?? 0) }
}

extension Run {
  /// Whether a layer of its first network lets nothing through.
  fileprivate var isDeadAtStart: Bool {
    var run = self
    run.seek(to: Position(update: 0))
    return Examination(run).layers.contains(where: \.isDead)
  }
}

extension Initializer {
  /// Whether another seed gives other weights.
  fileprivate var isDrawn: Bool {
    var streams = [1, 2].map { RandomStream(seed: $0, purpose: .parameters) }
    return weights(units: 2, inputs: 2, from: &streams[0])
      != weights(units: 2, inputs: 2, from: &streams[1])
  }
}
