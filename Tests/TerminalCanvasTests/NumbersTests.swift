import Foundation
import SeededRandom
import TerminalCanvas
import Testing

struct NumbersTests {
  @Test(arguments: [
    (0.5, 0, "0"), (1.5, 0, "2"), (2.5, 0, "2"), (0.125, 2, "0.12"), (0.375, 2, "0.38"),
    (0.15, 1, "0.1"), (0.25, 1, "0.2"), (0.35, 1, "0.3"), (1.005, 2, "1.00"), (9.995, 2, "9.99"),
    (99.999, 2, "100.00"), (-0.001, 2, "0.00"), (-1.25, 1, "-1.2"),
    (1e22, 0, "10000000000000000000000"),
    (0.1, 20, "0.10000000000000000555"), (Double.infinity, 2, "inf"), (Double.nan, 2, "nan"),
    (0.0, 3, "0.000"),
  ])
  func decimals(value: Double, decimals: Int, text: String) {
    #expect(value.formatted(decimals: decimals) == text)
  }

  @Test func roundingAgreesWithPrintf() {
    var random = SeededRandom(seed: 7)
    for _ in 0..<5_000 {
      let scale = pow(10, Double.random(in: -12...9, using: &random))
      let value = Double.random(in: -10...10, using: &random) * scale
      let decimals = Int.random(in: 0...12, using: &random)
      let expected = String(format: "%.\(decimals)f", value)
      let isZero = !expected.contains { "123456789".contains($0) }
      #expect(
        value.formatted(decimals: decimals) == (isZero ? expected.filter { $0 != "-" } : expected))
    }
  }

  @Test func scientificAgreesWithPrintf() {
    var random = SeededRandom(seed: 8)
    for _ in 0..<2_000 {
      let value = Double(bitPattern: random.next())
      guard value.isFinite else { continue }
      let digits = Int.random(in: 1...17, using: &random)
      let printf = String(format: "%.\(digits - 1)e", value).split(separator: "e")
      let expected = "\(printf[0])e\(Int(printf[1]) ?? 0)"
      #expect(value.scientific(significant: digits) == expected)
    }
  }

  @Test(arguments: [
    (0.0571, 3, "0.0571"), (1.2e-5, 2, "1.2e-5"), (123456.0, 3, "123456"), (1234567.0, 3, "1.23e6"),
    (999.9, 3, "1000"), (0.00012, 2, "0.00012"), (0.99996, 4, "1.000"),
    (-Double.leastNonzeroMagnitude, 1, "-5e-324"),
    (0.0, 3, "0.00"),
  ])
  func significant(value: Double, digits: Int, text: String) {
    #expect(value.formatted(significant: digits) == text)
  }

  @Test(arguments: [
    (0.08123, 7, "0.0812"), (0.00001234, 7, "1.23e-5"), (123456.789, 7, "123457"),
    (-0.00001234, 7, "-1.2e-5"), (-Double.infinity, 7, "-inf"), (Double.nan, 2, "##"),
    (1234.0, 2, "##"),
    (12.3456, 5, "12.35"), (12345678.0, 7, "1.235e7"), (0.0, 3, "0.0"),
  ])
  func fitsItsWidth(value: Double, width: Int, text: String) {
    #expect(value.fitted(width: width, decimals: 4) == text)
  }

  @Test func neverWiderThanItsPlace() {
    var random = SeededRandom(seed: 9)
    for _ in 0..<5_000 {
      let value = Double(bitPattern: random.next())
      let width = Int.random(in: 0...12, using: &random)
      #expect(value.fitted(width: width, decimals: 4, signed: true).count <= width)
    }
  }

  @Test func signsAreShownOnRequest() {
    #expect((0.15).formatted(decimals: 4, signed: true) == "+0.1500")
    #expect((-0.15).formatted(decimals: 4, signed: true) == "-0.1500")
    #expect((2e-9).formatted(significant: 2, signed: true) == "+2.0e-9")
  }
}
