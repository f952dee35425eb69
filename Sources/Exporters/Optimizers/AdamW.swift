import NeuralNetwork

extension ExportedOptimizer {
  static let adamw = ExportedOptimizer(
    .adamw, torch: { adamCall("AdamW", $0, $1, ", weight_decay=\($0.weightDecay)") },
    memory: { _ in [("m", zeros), ("s", zeros)] },
    numpy: { ["p -= rate * \($0.weightDecay) * p"] + adamUpdate($0) })
}
