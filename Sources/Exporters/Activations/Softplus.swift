import NeuralNetwork

extension ExportedActivation {
  static let softplus = ExportedActivation(
    .softplus,
    // From 40 on the two agree to the last bit; PyTorch's own threshold of 20 is coarser.
    torch: { z, _ in "F.softplus(\(z), threshold=40)" },
    numpy: { z, _ in "np.logaddexp(0, \(z))" },
    back: { error, z, _, _ in "\(error) * sigmoid(\(z))" }, helpers: [.sigmoid],
    onnx: { graph, z, name, _ in graph.add("Softplus", [z], name) })
}
