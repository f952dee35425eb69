import Experiments

/// What goals, waits and claims say about the workspace: terms that must all hold, joined by `and`.
public struct Condition: Hashable, Sendable {
  /// The terms; never empty.
  public let terms: [Term]

  /// A condition of these terms.
  public init(_ terms: [Term]) { self.terms = terms }

  /// Whether every term holds; a quantity that the workspace lacks fulfils nothing.
  public func holds(on workspace: Workspace) -> Bool {
    terms.allSatisfy { $0.holds(on: workspace) }
  }

  /// The condition as the author wrote it.
  public var text: String { terms.map(\.text).joined(separator: " and ") }
}

/// A quantity set against a number or another quantity.
public struct Term: Hashable, Sendable {
  /// How the two must stand.
  public enum Relation: Hashable, Sendable {
    case less, lessOrEqual, greater, greaterOrEqual
    /// Apart by this much at most, and by more.
    case equal(within: Double), notEqual(within: Double)
  }

  /// What the quantity is set against.
  public enum Side: Hashable, Sendable {
    case number(Double)
    case reading(QuantityReference)
  }

  /// The quantity.
  public let left: QuantityReference
  /// How the two must stand.
  public let relation: Relation
  /// What the quantity is set against.
  public let right: Side
  /// The term as the author wrote it.
  public let text: String
  /// Where it stands in the file.
  public let position: SourcePosition

  /// A comparison as it stands in a file.
  package init(
    _ left: QuantityReference, _ relation: Relation, _ right: Side, text: String,
    at position: SourcePosition
  ) {
    (self.left, self.relation, self.right) = (left, relation, right)
    (self.text, self.position) = (text, position)
  }

  /// Whether it holds; a quantity that the workspace lacks fulfils nothing.
  public func holds(on workspace: Workspace) -> Bool {
    holds { $0.value(on: workspace) }
  }

  /// The same where the quantities have the numbers that `read` gives.
  package func holds(_ read: (QuantityReference) -> Double?) -> Bool {
    guard let value = read(left), let other = rightValue(read) else { return false }
    switch relation {
    case .less: return value < other
    case .lessOrEqual: return value <= other
    case .greater: return value > other
    case .greaterOrEqual: return value >= other
    case .equal(let tolerance): return Self.areNear(value, other, tolerance)
    case .notEqual(let tolerance): return !Self.areNear(value, other, tolerance)
    }
  }

  private static func areNear(_ value: Double, _ other: Double, _ tolerance: Double) -> Bool {
    abs(value - other) <= tolerance || value == other
  }

  /// The quantities on its two sides.
  package var readings: [QuantityReference] {
    if case .reading(let right) = right { [left, right] } else { [left] }
  }

  /// The number on the right; nil when the workspace lacks it.
  package func rightValue(on workspace: Workspace) -> Double? {
    rightValue { $0.value(on: workspace) }
  }

  private func rightValue(_ read: (QuantityReference) -> Double?) -> Double? {
    switch right {
    case .number(let value): value
    case .reading(let reading): read(reading)
    }
  }
}
