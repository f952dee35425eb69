import Experiments
import Workbench

/// Reads conditions: `loss < 0.001 and layer1.w[1,1] ≈ 2 ± 0.01`.
struct ConditionParser {
  let context: LessonContext
  let position: SourcePosition

  private static let relations: [(sign: String, relation: Term.Relation)] = [
    ("<=", .lessOrEqual), ("≤", .lessOrEqual), (">=", .greaterOrEqual), ("≥", .greaterOrEqual),
    ("!=", .notEqual(within: 0)), ("≠", .notEqual(within: 0)), ("==", .equal(within: 0)),
    ("≈", .equal(within: 0)), ("<", .less), (">", .greater), ("=", .equal(within: 0)),
  ]

  /// The condition; nil, with complaints, when it cannot be read.
  func condition(_ text: String) -> Condition? {
    let parts = text.split(separator: " ", omittingEmptySubsequences: true).split(separator: "and")
    guard !text.split(separator: " ").contains("or") else {
      return reject("Terms are joined by 'and' alone: '\(text)' has an 'or'.")
    }
    let terms = parts.map { term($0.joined(separator: " ")) }
    let known = terms.compactMap { $0 }
    guard !terms.isEmpty else {
      return reject("Write a condition such as 'loss < 0.001'.")
    }
    return known.count == terms.count ? Condition(known) : nil
  }

  private func term(_ text: String) -> Term? {
    for (sign, relation) in Self.relations {
      guard let range = text.firstRange(of: sign) else { continue }
      let (left, right) = (text[..<range.lowerBound].trimmed, text[range.upperBound...].trimmed)
      guard !left.isEmpty, !right.isEmpty else { break }
      guard let reading = context.reading(left, at: position) else { return nil }
      return term(reading, relation, right, text: text)
    }
    return reject(
      "'\(text)' is not a condition: write one such as 'loss < 0.001' or 'update == 3'.")
  }

  /// A term from what stands left and right of the sign.
  func term(
    _ left: QuantityReference, _ relation: Term.Relation, _ right: String, text whole: String
  ) -> Term? {
    guard relation.within(0) != nil else {
      return side(right).flatMap { term(left, relation, $0, text: whole) }
    }
    let parts = right.replacing("+-", with: "±").split(separator: "±", maxSplits: 1).map(\.trimmed)
    guard let first = parts.first, let side = side(first) else { return nil }
    let usual = Literal.tolerance(of: first, for: left) ?? (whole.contains("≈") ? nil : 1e-9)
    let tolerance = parts.count == 2 ? YAMLValue.number(parts[1]) : usual
    guard let tolerance, tolerance.isFinite, tolerance >= 0 else {
      return reject("'\(whole)' needs a tolerance: 'layer1.w[1,1] ≈ 2 ± 0.01'.")
    }
    return term(left, relation.within(tolerance) ?? relation, side, text: whole)
  }

  /// A term, unless it asks for more than a share can be.
  private func term(
    _ left: QuantityReference, _ relation: Term.Relation, _ right: Term.Side, text whole: String
  ) -> Term? {
    if case .number(let value) = right, left.isShare, abs(value) > 1 {
      let number = NumberFormat.automatic.text(value)
      let way = whole.hasSuffix("%") ? "" : ": '\(number) %' stands for \(number) in a hundred"
      return reject("'\(left.text)' is a share, 1 at most\(way).")
    }
    return Term(left, relation, right, text: whole, at: position)
  }

  /// A number, a share in percent, or another quantity.
  func side(_ text: String) -> Term.Side? {
    if text.hasSuffix("%"), let percent = YAMLValue.number(text.dropLast().trimmed) {
      return .number(percent / 100)
    }
    if let number = YAMLValue.number(text.replacing("−", with: "-")) {
      return number.isFinite ? .number(number) : reject("The number '\(text)' is too large.")
    }
    return context.reading(text, at: position).map { .reading($0) }
  }

  private func reject<Value>(_ message: String) -> Value? {
    context.diagnose(message, at: position)
    return nil
  }
}

extension Term.Relation {
  /// The same with another tolerance; nil where it does not ask how near two numbers are.
  fileprivate func within(_ tolerance: Double) -> Self? {
    switch self {
    case .equal: .equal(within: tolerance)
    case .notEqual: .notEqual(within: tolerance)
    default: nil
    }
  }
}

extension Condition {
  /// Reads a condition that stands by itself, such as a goal on the command line.
  /// - Throws: what is wrong with it.
  public init(parsing text: String, name: String) throws(Diagnostics) {
    let context = LessonContext(SourceText(name: name, text: text), panels: [])
    let reader = ConditionParser(context: context, position: .start)
    let condition = reader.condition(text)
    guard let condition, context.diagnostics.isEmpty else {
      throw Diagnostics(
        context.diagnostics.map { Diagnostic(file: name, message: $0.message) })
    }
    self = condition
  }
}
