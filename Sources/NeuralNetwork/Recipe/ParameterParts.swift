/// Kinds of parameters of a layer.
public struct ParameterParts: OptionSet, Hashable, Sendable {
  /// The bits of the parts.
  public let rawValue: Int
  /// Some of the parts.
  public init(rawValue: Int) { self.rawValue = rawValue }
  /// W.
  public static let weights = ParameterParts(rawValue: 1)
  /// b.
  public static let biases = ParameterParts(rawValue: 2)
  /// γ and β of batch normalization.
  public static let normalization = ParameterParts(rawValue: 4)
  /// All parameters.
  public static let all: ParameterParts = [.weights, .biases, .normalization]
}

extension Network {
  /// The stretches of the flat array that training may change, as few as possible.
  var trainableRanges: [Range<Int>] {
    var ranges: [Range<Int>] = []
    for range in layers.flatMap(\.trainableRanges) where !range.isEmpty {
      if let last = ranges.last, last.upperBound == range.lowerBound {
        ranges[ranges.count - 1] = last.lowerBound..<range.upperBound
      } else {
        ranges.append(range)
      }
    }
    return ranges
  }
}

extension Layer {
  /// The stretches of its parameters that training may change, in their order; empty ones among them.
  var trainableRanges: [Range<Int>] {
    let parts: [(ParameterParts, Range<Int>)] = [
      (.weights, start..<biasStart), (.biases, biasStart..<gammaStart),
      (.normalization, gammaStart..<end),
    ]
    return parts.filter { trainable.contains($0.0) }.flatMap { withoutFrozen($0.1) }
  }

  /// The stretches of its weights that training may change.
  var trainableWeights: [Range<Int>] {
    trainable.contains(.weights) ? withoutFrozen(start..<biasStart) : []
  }

  private func withoutFrozen(_ range: Range<Int>) -> [Range<Int>] {
    let gaps = frozen.filter(range.contains)
    let starts = [range.lowerBound] + gaps.map { $0 + 1 }
    return zip(starts, gaps + [range.upperBound]).map { $0..<$1 }
  }
}
