extension Quantity {
  /// A quantity of the same kind that one number is easily mistaken for.
  public struct Neighbor: Hashable, Sendable {
    /// What it is.
    public let quantity: Quantity
    /// What tells it apart: `unit 2 of layer 1`, `sample 3`.
    public let name: String

    init(_ kind: Kind, sample: Int, _ name: String) {
      quantity = Quantity(kind, sample: sample)
      self.name = name
    }
  }

  /// The same of other units, layers, parameters and samples; of a large network those that come first.
  public func neighbors(in run: Run) -> [Neighbor] { places(in: run) + samples(in: run) }

  private static let mostNeighbors = 64

  private func samples(in run: Run) -> [Neighbor] {
    isOfASample
      ? others(sample, of: run.step.sampleCount).map { Neighbor(kind, sample: $0, "sample \($0)") }
      : []
  }

  private var isOfASample: Bool {
    switch kind {
    case .input, .target, .output, .outputGradient, .preActivation, .normalized, .activation,
      .delta:
      true
    default: false
    }
  }

  private func places(in run: Run) -> [Neighbor] {
    let shape = run.network.shape
    let outputs = shape.last ?? 0
    switch kind {
    case .input(let one): return numbered(one, of: shape[0], "input") { .input($0) }
    case .target(let one): return numbered(one, of: outputs, "target") { .target($0) }
    case .output(let one): return numbered(one, of: outputs, "output") { .output($0) }
    case .outputGradient(let one):
      return numbered(one, of: outputs, "output") { .outputGradient($0) }
    case .preActivation(let layer, let unit):
      return units(layer, unit, shape) { .preActivation(layer: $0, unit: $1) }
    case .normalized(let layer, let unit):
      return units(layer, unit, shape) { .normalized(layer: $0, unit: $1) }
    case .activation(let layer, let unit):
      return units(layer, unit, shape) { .activation(layer: $0, unit: $1) }
    case .delta(let layer, let unit):
      return units(layer, unit, shape) { .delta(layer: $0, unit: $1) }
    case .parameter(let index): return parameters(index, run.network) { .parameter($0) }
    case .gradient(let index): return parameters(index, run.network) { .gradient($0) }
    case .change(let index): return parameters(index, run.network) { .change($0) }
    case .firstMoment(let index): return parameters(index, run.network) { .firstMoment($0) }
    case .secondMoment(let index): return parameters(index, run.network) { .secondMoment($0) }
    case .weightGradientNorm(let layer):
      return numbered(layer, of: run.depth, "layer") { .weightGradientNorm(layer: $0) }
    case .biasGradientNorm(let layer):
      return numbered(layer, of: run.depth, "layer") { .biasGradientNorm(layer: $0) }
    case .layerFigure(let figure, let layer):
      return numbered(layer, of: run.depth, "layer") { .layerFigure(figure, layer: $0) }
    default: return []
    }
  }

  private func others(_ one: Int, of count: Int) -> [Int] {
    (0..<min(count, Self.mostNeighbors)).map { $0 + 1 }.filter { $0 != one }
  }

  private func numbered(
    _ one: Int, of count: Int, _ word: String, _ kind: (Int) -> Kind
  ) -> [Neighbor] {
    others(one, of: count).map { Neighbor(kind($0), sample: sample, "\(word) \($0)") }
  }

  /// The other units of its layer, then the same unit of other layers.
  private func units(
    _ layer: Int, _ unit: Int, _ shape: [Int], _ kind: (Int, Int) -> Kind
  ) -> [Neighbor] {
    guard shape.indices.contains(layer) else { return [] }
    let beside = others(unit, of: shape[layer]).map { (layer, $0) }
    let behind = others(layer, of: shape.count - 1).filter { unit <= shape[$0] }.map { ($0, unit) }
    return (beside + behind).map {
      let isOutput = $0.0 == shape.count - 1
      return Neighbor(
        kind($0.0, $0.1), sample: sample,
        isOutput ? "output \($0.1)" : "unit \($0.1) of layer \($0.0)")
    }
  }

  private func parameters(
    _ one: ParameterIndex, _ network: Network, _ kind: (ParameterIndex) -> Kind
  ) -> [Neighbor] {
    network.parameterIndices.prefix(Self.mostNeighbors).filter { $0 != one }.map {
      Neighbor(kind($0), sample: sample, "\($0)")
    }
  }
}
