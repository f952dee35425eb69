/// What training leaves as it is from some update on: the parameters of a layer, those of one kind, or a single one.
///
/// They keep the values that they have by then, and no penalty or decay touches them.
public enum FrozenPart: Hashable, Sendable, CustomStringConvertible {
  /// Parameters of a layer, from 1.
  case layer(Int, ParameterParts)
  /// One parameter.
  case parameter(ParameterIndex)

  private static let kinds: [(name: String, parts: ParameterParts)] = [
    ("w", .weights), ("b", .biases), ("batch_norm", .normalization),
  ]

  /// The part of a name as files write it: `layer1`, `layer1.w`, `layer1.b`, `layer1.w[1,2]`; nil when it is none.
  public init?(parsing text: String) {
    if case .parameter(let index)? = Quantity(parsing: text)?.kind {
      self = .parameter(index)
      return
    }
    let words = text.split(separator: ".", omittingEmptySubsequences: false)
    guard let first = words.first, first.hasPrefix("layer"), words.count <= 2,
      let number = Int(first.dropFirst("layer".count)), number > 0
    else { return nil }
    let kind = words.count == 1 ? .all : Self.kinds.first { $0.name == words[1] }?.parts
    guard let kind else { return nil }
    self = .layer(number, kind)
  }

  /// The layer that it belongs to, from 1.
  public var layer: Int {
    switch self {
    case .layer(let number, _): number
    case .parameter(let index): index.layer
    }
  }

  /// The name that files use.
  public var description: String {
    switch self {
    case .parameter(let index): index.description
    case .layer(let number, let parts):
      "layer\(number)" + (Self.kinds.first { $0.parts == parts }.map { ".\($0.name)" } ?? "")
    }
  }
}

extension Network {
  /// Takes parts out of training; those that the network has not got are passed over.
  mutating func freeze(_ parts: [FrozenPart]) {
    for part in parts where layers.indices.contains(part.layer - 1) {
      switch part {
      case .layer(let number, let kinds): layers[number - 1].trainable.subtract(kinds)
      case .parameter(let index): layers[index.layer - 1].freeze(index.kind)
      }
    }
  }

  /// Whether training leaves a parameter as it is.
  public func isFrozen(_ index: ParameterIndex) -> Bool {
    guard layers.indices.contains(index.layer - 1) else { return false }
    let layer = layers[index.layer - 1]
    return layer.offset(of: index.kind).map { place in
      !layer.trainableRanges.contains { $0.contains(place) }
    } ?? false
  }
}

extension Layer {
  fileprivate mutating func freeze(_ kind: ParameterIndex.Kind) {
    guard let place = offset(of: kind), !frozen.contains(place) else { return }
    frozen = (frozen + [place]).sorted()
  }
}
