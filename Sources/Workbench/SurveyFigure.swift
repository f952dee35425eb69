import NeuralNetwork

/// A number of the last survey: `survey`, `survey.median`, `survey[2].low`.
public struct SurveyFigure: Hashable, Sendable {
  /// What is read.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// The share of successes, which a bare `survey` means.
    case share
    /// How many runs succeed.
    case successes
    /// The middle of what was measured.
    case median
    /// The smallest of what was measured.
    case low
    /// The largest of what was measured.
    case high
  }

  /// The setting, from 1.
  public let row: Int
  /// What is read.
  public let kind: Kind

  /// The figure of a name; nil when it is none.
  package init?(parsing text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard let first = parts.first, parts.count <= 2, let row = Self.row(first) else { return nil }
    let kind = parts.count == 2 ? Kind(rawValue: String(parts[1])) : .share
    guard let kind else { return nil }
    (self.row, self.kind) = (row, kind)
  }

  private static func row(_ text: Substring) -> Int? {
    if text == "survey" { return 1 }
    guard text.hasPrefix("survey["), text.hasSuffix("]") else { return nil }
    return Int(text.dropFirst(7).dropLast()).flatMap { $0 > 0 ? $0 : nil }
  }

  /// The number; nil when the survey has no such row or did not ask for it.
  func value(in result: Survey.Result) -> Double? {
    guard result.rows.indices.contains(row - 1) else { return nil }
    let row = result.rows[row - 1]
    return switch kind {
    case .share: row.share
    case .successes: row.successes.map(Double.init)
    case .median: row.spread?.median
    case .low: row.spread?.minimum
    case .high: row.spread?.maximum
    }
  }
}
