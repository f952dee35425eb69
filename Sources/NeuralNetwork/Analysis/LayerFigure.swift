/// A figure about the units of a layer over the whole data set, as inference; the name is the one that lessons write.
public enum LayerFigure: String, CaseIterable, Hashable, Sendable {
  /// How many of its units put out 0 for every sample: `TrainingProblem.deadUnit`.
  case dead
  /// How many of its units are flat on nearly every sample: `TrainingProblem.saturatedUnit`.
  case saturated
  /// The mean of a over its units and the samples.
  case mean
  /// The standard deviation of a over its units and the samples.
  case deviation = "std"
}

extension LayerFigure {
  /// The figure of a layer of a run.
  func value(_ run: Run, _ layer: Int) -> Double {
    switch self {
    case .dead: Self.count(run) { if case .deadUnit(layer, _, _) = $0 { true } else { false } }
    case .saturated:
      Self.count(run) { if case .saturatedUnit(layer, _, _) = $0 { true } else { false } }
    case .mean: Self.mean(Self.activations(run, layer))
    case .deviation: Self.deviation(Self.activations(run, layer))
    }
  }

  private static func count(_ run: Run, _ isMeant: (TrainingProblem) -> Bool) -> Double {
    Double(run.unitDiagnoses.count(where: isMeant))
  }

  private static func activations(_ run: Run, _ layer: Int) -> [Double] {
    run.network.activations(for: run.dataset.inputs)[layer - 1].elements
  }

  private static func mean(_ values: [Double]) -> Double {
    values.reduce(0, +) / Double(max(1, values.count))
  }

  private static func deviation(_ values: [Double]) -> Double {
    let center = mean(values)
    return mean(values.map { ($0 - center) * ($0 - center) }).squareRoot()
  }
}
