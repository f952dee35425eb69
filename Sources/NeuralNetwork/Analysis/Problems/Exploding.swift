extension ProblemKind {
  /// Layers whose gradient has grown so much on its way through the others that an update tramples on their weights.
  ///
  /// A large gradient alone does no harm: large targets have large gradients. It must be much larger than that of a layer straight
  /// between inputs and outputs, and the update large beside the weights.
  public static let exploding: ProblemKind = ProblemKind(
    "exploding gradients", gradientVerdict: "exploding"
  ) {
    found in
    let layers = found.layers.filter { figures in
      figures.isTrained && figures.reach > 100 * found.longReach && (figures.updateRatio ?? 0) > 0.1
    }
    guard found.layers.count > 1, let worst = layers.max(by: { $0.weightNorm < $1.weightNorm })
    else { return [] }
    let numbers = layers.map(\.layer.number)
    let isOne = numbers.count == 1
    let norms = Decimal.range(layers.map(\.weightNorm))
    return [
      TrainingProblem(
        .exploding, layers: numbers,
        headline:
          "\(isOne ? "Layer" : "Layers") \(numbers.inRanges) \(isOne ? "explodes" : "explode"): \(norms)",
        "The gradient explodes in \(isOne ? "layer" : "layers") \(numbers.inRanges): \(isOne ? "norm" : "norms") \(norms). The next "
          + "update changes the weights of layer \(worst.layer.number) by \(Decimal.short(worst.updateRatio ?? 0)) times their size.",
        remedy: found.run.firstRemedy
          ?? "What helps is smaller first weights ('init: xavier' or 'he'), 'clip', or a smaller rate."
      )
    ]
  }
}
