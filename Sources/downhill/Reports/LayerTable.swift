import NeuralNetwork
import Platform

/// How strongly each layer is driven in the update that comes next.
struct LayerTable {
  let step: TrainingStep

  /// A line for each layer: the norms of its gradients, and how large the update is beside the weights.
  var lines: [String] {
    let head = ["layer", "gradient of weights", "of biases", "update / weights"]
    let rows = step.network.layers.indices.map { index in
      ["\(index + 1)"]
        + [
          step.weightGradientNorms[index], step.biasGradientNorms[index], step.updateRatios[index],
        ]
        .map(Self.number)
    }
    return ["", "next update: L2 norms by layer"] + alignedRows([head] + rows)
  }

  /// A JSON array with an object for each layer.
  var json: String {
    JSONText.array(
      step.network.layers.indices.map { index in
        JSONText.object([
          ("weight_gradient_norm", JSONText.number(step.weightGradientNorms[index])),
          ("bias_gradient_norm", JSONText.number(step.biasGradientNorms[index])),
          ("update_to_weight_ratio", step.updateRatios[index].map(JSONText.number) ?? "null"),
        ])
      })
  }

  private static func number(_ value: Double?) -> String {
    // A NaN may have a sign, which says nothing.
    value.map { $0.isNaN ? "nan" : String(printf: "%.3g", $0) } ?? "-"
  }
}
