import NeuralNetwork
import Platform

/// A range of numbers for a setting, as the command line writes it: `0.001..1:log:7`, `0..0.9:4`, or `0.001..1:log` to draw from.
public struct ValueRange: Hashable, Sendable {
  /// The ends, both of which belong to it.
  public let first, last: Double
  /// Whether it goes by equal factors, not by equal steps.
  public let isLogarithmic: Bool
  /// Whether its ends are written without a point: then its whole numbers are, too.
  private let isWhole: Bool
  /// How many values it stands for; nil: it is there to be drawn from.
  public let count: Int?

  /// A range; nil for other text.
  /// - Throws: what is wrong with a range, in a sentence.
  public init?(_ text: String) throws(ValueRangeError) {
    let form = #/(?<first>[^:,\[{]+?)\.\.\.?(?<last>[^:,.][^:,]*)(?<log>:log)?(?::(?<count>\d+))?/#
    guard let parts = text.wholeMatch(of: form) else { return nil }
    guard parts.log != nil || parts.count != nil else {
      guard Double(parts.first) != nil, Double(parts.last) != nil else { return nil }
      throw ValueRangeError(
        "'\(text)' is a range: say how many values, '\(text):7' by equal steps or '\(text):log:7' by equal factors."
      )
    }
    guard let first = Double(parts.first), let last = Double(parts.last), first.isFinite,
      last.isFinite, first < last
    else {
      throw ValueRangeError("'\(text)' needs two numbers, the smaller first: 0.001..1:log:7.")
    }
    (self.first, self.last, isLogarithmic) = (first, last, parts.log != nil)
    isWhole = Int(parts.first) != nil && Int(parts.last) != nil
    guard !isLogarithmic || first > 0 else {
      throw ValueRangeError("'\(text)' goes by equal factors and cannot begin at 0 or below.")
    }
    count = parts.count.flatMap { Int($0) }
    if parts.count != nil, !(2...Limits.trials).contains(count ?? 0) {
      throw ValueRangeError("'\(text)' needs from 2 to \(Limits.trials) values.")
    }
  }

  /// Its values, the ends among them; none where it is there to be drawn from.
  public var values: [String] {
    guard let count else { return [] }
    return (0..<count).map { value(at: Double($0) / Double(count - 1)) }
  }

  /// The value at a share of the way, in six digits.
  public func value(at share: Double) -> String {
    if share == 0 { return text(first) }
    if share == 1 { return text(last) }
    let exact =
      isLogarithmic
      ? exp(log(first) + share * (log(last) - log(first))) : first + share * (last - first)
    return text(Double(String(printf: "%.6g", exact)) ?? exact)
  }

  private func text(_ number: Double) -> String {
    guard isWhole, let whole = Int(exactly: number) else { return "\(number)" }
    return "\(whole)"
  }
}

/// What is wrong with a range.
public struct ValueRangeError: Error, Hashable, Sendable {
  /// The whole explanation.
  public let sentence: String

  init(_ sentence: String) { self.sentence = sentence }
}
