import NeuralNetwork

extension Mistake {
  /// A factor 2 too many or too few; in a gradient, as from the derivative of a square.
  static let two = Mistake(name: "two") { value, situation in
    guard !situation.asksForCount else { return nil }
    func isNumber(times factor: Double) -> Bool {
      [situation.expected * factor, situation.expected(gradientTimes: factor)].contains {
        situation.isLikely(value, if: $0)
      }
    }
    let cause = situation.expected(gradientTimes: 2) == nil ? nil : square(in: situation)
    if isNumber(times: 2) { return "There is a factor 2 too many\(cause?.many ?? "")." }
    return isNumber(times: 0.5) ? "A factor 2 is missing\(cause?.few ?? "")." : nil
  }

  /// Where a 2 comes from, and where it goes, when the loss is a square.
  private static func square(in situation: Situation) -> (many: String, few: String)? {
    switch situation.run?.loss {
    case .meanSquaredError: ("", ": the derivative of a square has one")
    case .halfMeanSquaredError:
      (
        ": the ½ before the square takes it away",
        ": the derivative of the square brings one, which takes the ½ away"
      )
    default: nil
    }
  }
}
