import NeuralNetwork

extension ExportedActivation {
  static let gelu = ExportedActivation(
    .gelu, torch: { z, _ in "F.gelu(\(z))" }, numpy: { z, _ in "\(z) * normal_share(\(z))" },
    back: { error, z, _, _ in "\(error) * (normal_share(\(z)) + \(z) * normal_density(\(z)))" },
    helpers: [.normal],
    onnx: { graph, z, name, _ in
      // z Φ(z) = z (1 + erf(z / √2)) / 2
      let root = graph.constant("root_\(name)", [Double(0.5).squareRoot()])
      graph.add("Mul", [z, root], "part_\(name)")
      graph.add("Erf", ["part_\(name)"], "erf_\(name)")
      graph.add("Add", ["erf_\(name)", graph.constant("one_\(name)", [1])], "sum_\(name)")
      graph.add("Mul", ["sum_\(name)", graph.constant("half_\(name)", [0.5])], "share_\(name)")
      graph.add("Mul", [z, "share_\(name)"], name)
    })
}
