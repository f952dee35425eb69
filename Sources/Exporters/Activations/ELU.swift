import NeuralNetwork

extension ExportedActivation {
  static let elu = ExportedActivation(
    .elu, torch: { z, _ in "F.elu(\(z))" },
    numpy: { z, _ in "np.where(\(z) > 0, \(z), np.expm1(np.minimum(\(z), 0)))" },
    back: { error, z, a, _ in "\(error) * np.where(\(z) > 0, 1, \(a) + 1)" },
    onnx: { graph, z, name, _ in graph.add("Elu", [z], name) })
}
