import NeuralNetwork

extension ExportedSchedule {
  static let constant = ExportedSchedule(.constant) { base, _ in "\(base)" }
}
