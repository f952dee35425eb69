import NeuralNetwork

extension ExportedActivation {
  static let step = ExportedActivation(
    .step, torch: { z, _ in "(\(z) >= 0).double() + 0 * \(z)" },
    numpy: { z, _ in "np.where(\(z) >= 0, 1.0, 0.0)" }, back: { error, _, _, _ in "0 * \(error)" },
    onnx: { graph, z, name, _ in
      graph.add("Less", [z, graph.constant("zero_\(name)", [0])], "below_\(name)")
      graph.add("Not", ["below_\(name)"], "fires_\(name)")
      graph.add("Cast", ["fires_\(name)"], name, integers: ["to": ONNXGraph.floatType])
    })
}
