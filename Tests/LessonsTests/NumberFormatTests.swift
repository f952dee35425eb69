import Lessons
import Testing

@Suite struct NumberFormatTests {
  @Test(arguments: [
    (0.60228617, NumberFormat.automatic, "0.6023"), (3, .automatic, "3"),
    (-0.0001234, .automatic, "-0.0001234"), (0.0000123, .automatic, "1.23e-5"),
    (0.072, .percent, "7.2 %"), (0.214, .percent, "21 %"), (0, .percent, "0 %"),
    (12.5, .automatic, "12.5"),
    (0, .automatic, "0"), (-0.0, .automatic, "0"), (1234567.5, .automatic, "1.23e6"),
    (0.5, .decimals(0), "0"),
    (2.0 / 3, .decimals(6), "0.666667"), (-0.00001, .decimals(2), "0.00"),
    (0.00102, .scientific(1), "1.0e-3"), (-0.0, .scientific(1), "0.0e0"),
    (-0.00001, .percent, "0.0 %"), (-0.0, .percent, "0 %"),
    (.infinity, .automatic, "∞"), (-.infinity, .decimals(2), "-∞"),
    (.nan, .scientific(2), "not a number"),
  ])
  func writes(_ value: Double, _ format: NumberFormat, _ text: String) {
    #expect(format.text(value) == text)
  }
}
