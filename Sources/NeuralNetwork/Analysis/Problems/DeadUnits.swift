extension ProblemKind {
  /// Units of ReLU and its like that put out 0 for every sample and learn nothing any more.
  public static let deadUnits: ProblemKind = ProblemKind("dead units") { found in
    // Of a network that is dead, no unit needs to be named.
    let isAlive = !found.hiddenLayers.contains(where: \.isDead)
    return found.hiddenLayers.filter { !$0.isDead }.compactMap {
      problem($0, in: found, doesHarm: isAlive && found.isFarFromFit)
    }
  }

  /// Almost every ReLU network has some; they do harm where they are more than three in ten.
  private static func problem(
    _ figures: LayerFigures, in found: Examination, doesHarm: Bool
  ) -> TrainingProblem? {
    let layer = figures.layer
    let units = figures.deadUnits
    guard !units.isEmpty else { return nil }
    let largest = units.map { figures.largest[$0 - 1] }.max() ?? 0
    let subject = units.asUnits(of: layer)
    return TrainingProblem(
      .deadUnits, layers: [layer.number], units: units,
      headline: "\(subject.short) \(units.count == 1 ? "is" : "are") dead",
      "\(subject.long) \(units.count == 1 ? "is" : "are") dead: the largest z over all samples is \(Decimal.short(largest)), so "
        + "\(layer.activation.title) puts out \(layer.activation.flatOutput) everywhere and no gradient comes through.",
      // Before the first update no rate has done it.
      remedy: found.run.firstRemedy
        ?? "What helps is \(found.run.scalingHelp(inLayer: layer.number))"
        + (found.run.position.update == 0 ? "another seed" : "a smaller rate, another seed")
        + ", or 'activation: leaky_relu'.",
      isHarmful: doesHarm && 10 * units.count > 3 * layer.units)
  }
}
