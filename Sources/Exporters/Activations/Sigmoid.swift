import NeuralNetwork

extension ExportedActivation {
  static let sigmoid = ExportedActivation(
    .sigmoid, torch: { z, _ in "torch.sigmoid(\(z))" }, numpy: { z, _ in "sigmoid(\(z))" },
    back: { error, _, a, _ in "\(error) * \(a) * (1 - \(a))" }, helpers: [.sigmoid],
    onnx: { graph, z, name, _ in graph.add("Sigmoid", [z], name) })
}
