import NeuralNetwork

/// A schedule as Python writes it.
struct ExportedSchedule: ExportRecord {
  let original: Schedule
  /// The rate of update k, from 0, as an expression.
  let rate: @Sendable (_ base: Double, _ value: (String) -> Double) -> String

  init(
    _ original: Schedule,
    rate: @escaping @Sendable (_ base: Double, _ value: (String) -> Double) -> String
  ) {
    (self.original, self.rate) = (original, rate)
  }

  /// Every one, in the engine's order.
  static let all: [ExportedSchedule] = [
    .constant, .step, .exponential, .cosine, .linear, .warmUp,
  ]

  /// The rate of update k under a schedule of this kind.
  func rate(_ schedule: Schedule, base: Double) -> String {
    rate(base) { key in
      let setting = schedule.settings.first { $0.key == key }
      return setting.map { schedule[$0] } ?? 0
    }
  }
}
