extension ProblemKind {
  /// A network through which nothing passes although there is something to learn.
  public static let deadNetwork: ProblemKind = ProblemKind(
    "dead network", gradientVerdict: "at zero"
  ) { found in
    guard found.layers.count > 1, found.error > 0 else { return [] }
    if let layer = found.hiddenLayers.last(where: \.isDead) { return [blocked(layer, found)] }
    return found.layers.allSatisfy { $0.weightNorm == 0 && $0.biasNorm == 0 }
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
      "The network is dead: \(subject) of layer \(number) put\(units == 1 ? "s" : "") out 0 for every sample, so the outputs "
        + "are the same for all of them and no gradient reaches \(layers(upTo: number)); the loss is "
        + "\(Decimal.short(found.objective)).",
      remedy: "It cannot recover: begin again with other weights, another seed or a smaller rate.")
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
      remedy: "Begin with other weights.")
  }
}
