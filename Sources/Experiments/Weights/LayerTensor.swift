import NeuralNetwork

/// One kind of numbers of a layer in a file of weights: what it is called there, and where it stands in a network and in a
/// recipe.
///
/// Files are written and read by walking `all`.
package struct LayerTensor: Sendable {
  /// What is in front of the layer's number, and what is behind it.
  private let prefix, suffix: String
  /// Whether it has a row for each unit and a column for each input, instead of one number a unit.
  private let isMatrix: Bool
  private let isPart: @Sendable (LayerRecipe) -> Bool
  private let values: @Sendable (Network, Int) -> [Double]?
  private let put: @Sendable (inout LayerRecipe, [Double]) -> Void

  /// Its name in a layer, from 1: that of the script for PyTorch.
  package func name(layer: Int) -> String { "\(prefix)\(layer).\(suffix)" }

  /// Its numbers in a layer (from 1) of a network, row by row; nil where the layer has none.
  package func values(of network: Network, layer: Int) -> [Double]? { values(network, layer) }

  /// How many numbers there are in each direction.
  package func shape(units: Int, inputs: Int) -> [Int] { isMatrix ? [units, inputs] : [units] }

  /// Whether a layer whose weights are not written out has it.
  func isPart(of layer: LayerRecipe) -> Bool { isPart(layer) }

  /// Has a layer begin with these numbers, row by row.
  package func put(_ values: [Double], into layer: inout LayerRecipe) { put(&layer, values) }
}

extension LayerTensor {
  /// Every kind, in the order of a file: weights come before biases.
  package static let all = [
    LayerTensor(
      prefix: "layer", suffix: "weight", isMatrix: true, isPart: { _ in true },
      values: { $0.weights(layer: $1).elements },
      put: { layer, values in
        let width = values.count / max(1, layer.units)
        let rows = (0..<layer.units).map { Array(values[$0 * width..<($0 + 1) * width]) }
        layer.explicit = ExplicitParameters(weights: rows)
      }),
    LayerTensor(
      prefix: "layer", suffix: "bias", isMatrix: false,
      isPart: { $0.hasBiases && $0.batchNorm == nil }, values: { $0.biases(layer: $1) },
      put: { $0.explicit?.biases = $1 }),
    norm("weight", { $0.gamma(layer: $1) }, \.gamma),
    norm("bias", { $0.beta(layer: $1) }, \.beta),
    norm("running_mean", { $0.runningMean(layer: $1) }, \.mean),
    norm("running_var", { $0.runningVariance(layer: $1) }, \.variance),
  ]

  /// Numbers of batch normalization.
  private static func norm(
    _ name: String, _ values: @escaping @Sendable (Network, Int) -> [Double]?,
    _ place: any WritableKeyPath<BatchNormRecipe, [Double]?> & Sendable
  ) -> LayerTensor {
    LayerTensor(
      prefix: "norm", suffix: name, isMatrix: false, isPart: { $0.batchNorm != nil },
      values: values, put: { $0.batchNorm?[keyPath: place] = $1 })
  }
}

extension LayerRecipe {
  /// Begins with the numbers of a layer (from 1) of a network.
  package mutating func begin(as network: Network, layer: Int) {
    for kind in LayerTensor.all {
      if let values = kind.values(of: network, layer: layer) { kind.put(values, into: &self) }
    }
  }
}
