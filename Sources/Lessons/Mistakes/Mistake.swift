/// A kind of mistake that typed numbers show.
///
/// Each kind is one file in this folder that ends in its record; what a mistake would give is computed from the run as
/// it stands, so that the same kinds serve every lesson.
struct Mistake: Sendable {
  /// What it is called.
  let name: String
  /// What to say to a number; nil where it does not show this mistake.
  let remark: @Sendable (_ value: Double, _ situation: Situation) -> String?

  /// Every kind, the most telling first.
  static let all: [Mistake] = [
    .sign, .unmoved, .fewDigits, .uphill, .stepAlone, .forgottenRate, .unbent, .missingFactor,
    .activationForSlope, .updatedWeight, .two, .mean, .logarithm, .percent, .decimalPoint,
    .neighbor, .extraFactor, .offByOne, .rounding, .side,
  ]
}
