import NeuralNetwork

/// A schedule in Python: the learning rate of update k, from 0.
///
/// Every schedule of the engine has a record here, which a test asks for.
enum PythonSchedule {
  /// The rate of update k as an expression.
  /// - Throws: an `ExportError` when there is none.
  static func rate(_ schedule: Schedule, base: Double) throws -> String {
    guard let write = all[schedule.name] else {
      throw ExportError("The schedule \(schedule) cannot be written in Python.")
    }
    return write(base) { key in
      let setting = schedule.settings.first { $0.key == key }
      return setting.map { schedule[$0] } ?? 0
    }
  }

  private typealias Writer = @Sendable (_ base: Double, _ value: (String) -> Double) -> String

  /// By the names of the engine's schedules.
  private static let all: [String: Writer] = [
    "constant": { base, _ in "\(base)" },
    "step": { base, value in "\(base) * \(value("gamma")) ** (k // \(Int(value("step_size"))))" },
    "exponential": { base, value in "\(base) * \(value("gamma")) ** k" },
    "cosine": { base, value in
      let (low, steps) = (value("lr_min"), value("t_max"))
      return
        "\(low) + (\(base) - \(low)) / 2 * (1 + math.cos(math.pi * k / \(steps))) if k < \(steps) else \(low)"
    },
    "linear": { base, value in "\(base) * max(0, 1 - k / \(value("steps")))" },
    "warm_up": { base, value in "\(base) * min(1, (k + 1) / \(value("steps")))" },
  ]
}
