extension ProblemKind {
  /// Layers that the error hardly reaches, so that they hardly learn.
  ///
  /// What a layer could get at most is held against what a layer straight between inputs and outputs would get: the scale of
  /// inputs and targets is in both.
  public static let vanishing: ProblemKind = ProblemKind(
    "vanishing gradients", gradientVerdict: "vanishing"
  ) {
    found in
    guard !found.hiddenLayers.contains(where: \.isDead), !found.isAtLeast else { return [] }
    let layers = found.layers.filter { figures in
      figures.isTrained && figures.reach < 1e-3 * found.shortReach
        && figures.weightNorm < 2e-5 * found.shortReach
        && figures.weightNorm + figures.biasNorm > 0 && (figures.updateRatio ?? 0) < 1e-3
    }
    guard let first = layers.first, layers.count < found.layers.count || first.layer.number == 1
    else { return [] }
    // Where nearly nothing is left to learn every gradient is small.
    guard found.objective > 1e-9 * found.run.firstObjective else { return [] }
    let numbers = layers.map(\.layer.number)
    let norms = Decimal.range(layers.map(\.weightNorm))
    let isOne = numbers.count == 1
    return [
      TrainingProblem(
        .vanishing, layers: numbers,
        headline:
          "\(isOne ? "Layer" : "Layers") \(numbers.inRanges) \(isOne ? "vanishes" : "vanish"): \(norms)",
        "The gradient vanishes in \(isOne ? "layer" : "layers") \(numbers.inRanges): "
          + "\(isOne ? "norm" : "norms") \(norms), where the error at the outputs is \(Decimal.short(found.error)).",
        remedy: found.run.remedyForGrowth(ofLayers: numbers)
          ?? found.run.remedyForShrinking
          ?? "What helps is \(found.run.scalingHelp(inLayer: first.layer.number))ReLU with 'init: he', fewer layers, 'residual' or 'batch_norm'."
      )
    ]
  }
}
