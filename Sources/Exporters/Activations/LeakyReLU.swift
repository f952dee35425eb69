import NeuralNetwork

extension ExportedActivation {
  static let leakyRelu = ExportedActivation(
    .leakyRelu, torch: { z, slope in "F.leaky_relu(\(z), \(slope))" },
    numpy: { z, slope in "np.where(\(z) > 0, \(z), \(slope) * \(z))" },
    back: { error, z, _, slope in "\(error) * np.where(\(z) > 0, 1, \(slope))" },
    onnx: { graph, z, name, slope in graph.add("LeakyRelu", [z], name, floats: ["alpha": slope]) })
}
