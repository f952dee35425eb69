import NeuralNetwork

extension ExportedSchedule {
  static let exponential = ExportedSchedule(.exponential) { base, value in
    "\(base) * \(value("gamma")) ** k"
  }
}
