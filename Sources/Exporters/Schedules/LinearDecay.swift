import NeuralNetwork

extension ExportedSchedule {
  static let linear = ExportedSchedule(.linear) { base, value in
    "\(base) * max(0, 1 - k / \(value("steps")))"
  }
}
