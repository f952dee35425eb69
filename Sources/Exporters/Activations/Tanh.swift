import NeuralNetwork

extension ExportedActivation {
  static let tanh = ExportedActivation(
    .tanh, torch: { z, _ in "torch.tanh(\(z))" }, numpy: { z, _ in "np.tanh(\(z))" },
    back: { error, _, a, _ in "\(error) * (1 - \(a) ** 2)" },
    onnx: { graph, z, name, _ in graph.add("Tanh", [z], name) })
}
