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
        && max(figures.weightNorm, figures.biasNorm) < 2e-5 * found.shortReach
        && figures.weightNorm + figures.biasNorm > 0 && (figures.updateRatio ?? 0) < 1e-3
    }
    guard let lowest = layers.first,
      layers.count < found.layers.count || lowest.layer.number == 1
    else { return [] }
    // Where nearly nothing is left to learn every gradient is small, and where all was thrown far away it is no gradient's fault.
    let first = found.run.firstObjective
    guard found.objective > 1e-9 * first, found.objective < 10 * first else { return [] }
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
        remedy: remedy(forLayers: numbers, of: found.run)
      )
    ]
  }

  private static func remedy(forLayers numbers: [Int], of run: Run) -> String {
    if let known = run.firstRemedy
      ?? run.remedyForGrowth(ofLayers: numbers)
    {
      return known
    }
    let isRelu = numbers.allSatisfy { run.network.layers[$0 - 1].activation == .relu }
    return "What helps is \(run.scalingHelp(inLayer: numbers[0]))"
      + "\(isRelu ? "" : "ReLU with ")'init: he', fewer layers, 'residual' or 'batch_norm'."
  }
}
