import NeuralNetwork

extension ExportedSchedule {
  static let step = ExportedSchedule(.step) { base, value in
    "\(base) * \(value("gamma")) ** (k // \(Int(value("step_size"))))"
  }
}
