import Testing

@testable import Lessons

/// Sums as lessons write them.
@Suite struct ArithmeticTests {
  @Test(
    arguments: [
      ("2 + 2", 4), ("c = (1 + 4)/2", 2.5), ("1/(2c) = 1/5", 0.2), ("w₁ ← 0 + 1·1", 1),
      ("0.56 − 0.1 · (−4.68)", 1.028), ("T − y = 1 − 0", 1), ("-3 + 5", 2), ("8 − 4 − 2", 2),
      ("2 · 3²", 18), ("-2²", -4), ("two: 1.5 × 1.5 ÷ 3", 0.75), ("√(1/16)", 0.25),
      ("√8 · √8", 8), ("1.5³ * 2", 6.75), ("e¹ + e⁰", 3.718281828459045), ("2⁻¹", nil),
      ("7", nil), ("-7", nil), ("w before", nil), ("o₂(1 − o₂)", nil), ("1797/32, rounded", nil),
      ("1 + 2 + …", nil), ("1/0", nil), ("2 +", nil), ("(1 + 2", nil), ("", nil), ("=", nil),
      ("1.2.3 + 1", nil),
    ] as [(String, Double?)])
  func aSumIsWorkedOut(formula: String, value: Double?) {
    let found = Arithmetic.value(of: formula)
    #expect(
      (found == nil) == (value == nil) && abs((found ?? 0) - (value ?? 0)) < 1e-12,
      "\(formula): \(found as Double?)")
  }
}
