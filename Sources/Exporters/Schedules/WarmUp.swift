import NeuralNetwork

extension ExportedSchedule {
  static let warmUp = ExportedSchedule(.warmUp) { base, value in
    "\(base) * min(1, (k + 1) / \(value("steps")))"
  }
}
