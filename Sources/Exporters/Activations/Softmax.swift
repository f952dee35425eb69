import NeuralNetwork

extension ExportedActivation {
  static let softmax = ExportedActivation(
    .softmax, torch: { z, _ in "torch.softmax(\(z), dim=1)" }, numpy: { z, _ in "softmax(\(z))" },
    back: { error, _, a, _ in "\(a) * (\(error) - (\(error) * \(a)).sum(axis=1, keepdims=True))" },
    helpers: [.softmax],
    onnx: { graph, z, name, _ in graph.add("Softmax", [z], name, integers: ["axis": 1]) })
}
