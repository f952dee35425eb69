import Experiments
import NeuralNetwork
import Workbench

/// Numbers as they are written.
enum Literal {
  /// What a number leaves open that a quantity is said to be, in claims, goals and waits alike: half a unit of its last digit.
  ///
  /// A whole number of a measured quantity leaves half open, too; 0, counts and whole shares are meant exactly. Nil for what is
  /// no number.
  static func tolerance(of text: String, for left: QuantityReference) -> Double? {
    let text = text.replacing("−", with: "-")
    if text.hasSuffix("%") {
      let percent = text.dropLast().trimmed
      let isWholeShare = YAMLValue.number(percent).map {
        $0.truncatingRemainder(dividingBy: 100) == 0
      }
      return openness(of: percent, isExact: isWholeShare ?? true).map { $0 / 100 }
    }
    return openness(of: text, isExact: left.quantity?.kind.isCounted != false)
  }

  private static func openness(of text: String, isExact: Bool) -> Double? {
    let isWhole = text.drop { $0 == "-" }.allSatisfy(\.isNumber)
    guard isWhole, !isExact, YAMLValue.number(text) != 0 else { return tolerance(of: text) }
    return 0.5 * (1 + 1e-9)
  }

  /// What a written number leaves open: half a unit of its last digit after the point.
  ///
  /// A whole number leaves nothing open but rounding. Nil for what is no number.
  static func tolerance(of text: String) -> Double? {
    guard let value = YAMLValue.number(text), value.isFinite else { return nil }
    let parts = text.lowercased().split(separator: "e", maxSplits: 1)
    let rounding = 1e-9 * max(1, abs(value))
    guard let mantissa = parts.first, let point = mantissa.firstIndex(of: ".") else {
      return parts.count == 2 ? 1e-9 * abs(value) : rounding
    }
    let decimals = mantissa.distance(from: point, to: mantissa.endIndex) - 1
    let exponent = parts.count == 2 ? Int(parts[1]) ?? 0 : 0
    // The sliver keeps a value that lies exactly on the edge inside, whatever its rounding.
    return 0.5 * power(exponent - decimals) * (1 + 1e-9)
  }

  private static func power(_ exponent: Int) -> Double { Double("1e\(exponent)") ?? 0 }
}
