import NeuralNetwork
import Testing

@testable import Experiments

/// Ranges of values, as the command line writes them.
@Suite struct ValueRangeTests {
  @Test(arguments: ["0.1..1", "0.1...1", "-1..1e3"])
  func aRangeWithoutANumberOfValuesSaysHowToGiveIt(_ text: String) {
    let problem = #expect(throws: ValueRangeError.self) { try ValueRange(text) }
    #expect(problem?.sentence.contains("say how many values, '\(text):7'") == true)
    #expect(throws: Never.self) { try ValueRange("\(text):7") }
  }

  @Test(arguments: ["a..b", "..", "1..", "relu", "[4]", "0.1"])
  func whatIsNoRangeIsAValue(_ text: String) throws { #expect(try ValueRange(text) == nil) }

  /// Ends without a point make whole numbers, which units are.
  @Test(arguments: [
    ("2..8:3", ["2", "5", "8"]), ("1..2:3", ["1", "1.5", "2"]), ("0..0.5:2", ["0.0", "0.5"]),
    ("1..100:log:3", ["1", "10", "100"]),
  ])
  func wholeNumbersHaveNoPoint(_ text: String, _ values: [String]) throws {
    #expect(try ValueRange(text)?.values == values)
  }
}
