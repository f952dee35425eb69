import NeuralNetwork

extension ExportedActivation {
  static let relu = ExportedActivation(
    .relu, torch: { z, _ in "torch.relu(\(z))" }, numpy: { z, _ in "np.maximum(0, \(z))" },
    back: { error, z, _, _ in "\(error) * (\(z) > 0)" },
    onnx: { graph, z, name, _ in graph.add("Relu", [z], name) })
}
