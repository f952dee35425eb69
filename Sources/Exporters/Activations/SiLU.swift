import NeuralNetwork

extension ExportedActivation {
  static let silu = ExportedActivation(
    .silu, torch: { z, _ in "F.silu(\(z))" }, numpy: { z, _ in "\(z) * sigmoid(\(z))" },
    back: { error, z, a, _ in "\(error) * (sigmoid(\(z)) + \(a) * (1 - sigmoid(\(z))))" },
    helpers: [.sigmoid],
    onnx: { graph, z, name, _ in
      graph.add("Sigmoid", [z], "share_\(name)")
      graph.add("Mul", [z, "share_\(name)"], name)
    })
}
