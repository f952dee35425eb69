/// A figure about the units of a layer over the whole data set, as inference; the name is the one that lessons write.
public enum LayerFigure: String, CaseIterable, Hashable, Sendable {
  /// How many of its units put out 0 for every sample: where ReLU has no slope.
  case dead
  /// How many of its units are flat on nearly every sample: as `ProblemKind.saturatedUnits` counts them.
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
    case .dead: Double(Self.figures(run, layer).largest.count { $0 <= 0 })
    case .saturated:
      Double(Self.figures(run, layer).saturatedUnits(of: run.dataset.count).count)
    case .mean: Self.mean(Self.activations(run, layer))
    case .deviation: Self.deviation(Self.activations(run, layer))
    }
  }

  private static func figures(_ run: Run, _ layer: Int) -> LayerFigures {
    run.sampleFigures.layers[layer - 1]
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
