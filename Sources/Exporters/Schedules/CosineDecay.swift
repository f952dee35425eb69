import NeuralNetwork

extension ExportedSchedule {
  static let cosine = ExportedSchedule(.cosine) { base, value in
    let (low, steps) = (value("lr_min"), value("t_max"))
    return
      "\(low) + (\(base) - \(low)) / 2 * (1 + math.cos(math.pi * k / \(steps))) if k < \(steps) else \(low)"
  }
}
