import Testing

@testable import TutorApp

@Suite struct NumberTextTests {
  @Test(arguments: [
    (0.4, "0.4"), (1.0, "1"), (100, "100"), (1e-5, "1e-5"), (1.5e-7, "1.5e-7"), (0.1234, "0.1234"),
    (20, "20"), (1e6, "1e6"), (0, "0"),
  ])
  func aChosenNumberHasNoTrailingZeros(value: Double, text: String) {
    #expect(compact(value) == text)
  }

  @Test func subscriptsAreDigitByDigit() {
    #expect(subscripted(12) == "₁₂")
  }
}
