import Experiments
import Workbench

/// Reads conditions: `loss < 0.001 and layer1.w[1,1] ≈ 2 ± 0.01`.
struct ConditionParser {
  let context: LessonContext
  let position: SourcePosition

  private static let relations: [(sign: String, relation: Term.Relation)] = [
    ("<=", .lessOrEqual), ("≤", .lessOrEqual), (">=", .greaterOrEqual), ("≥", .greaterOrEqual),
    ("!=", .notEqual), ("≠", .notEqual), ("==", .equal), ("≈", .near(tolerance: 0)), ("<", .less),
    (">", .greater), ("=", .equal),
  ]

  /// The condition; nil, with complaints, when it cannot be read.
  func condition(_ text: String) -> Condition? {
    let parts = text.split(separator: " ", omittingEmptySubsequences: true).split(separator: "and")
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
      return self.right(right, of: reading, relation, text: text)
    }
    return reject(
      "'\(text)' is not a condition: write one such as 'loss < 0.001' or 'update == 3'.")
  }

  /// A term from what stands right of the sign.
  func right(
    _ text: String, of left: QuantityReference, _ relation: Term.Relation, text whole: String
  )
    -> Term?
  {
    guard case .near = relation else {
      return side(text).map {
        Term(left: left, relation: relation, right: $0, text: whole, position: position)
      }
    }
    let parts = text.replacing("+-", with: "±").split(separator: "±", maxSplits: 1).map(\.trimmed)
    guard let first = parts.first, let side = side(first) else { return nil }
    let tolerance = parts.count == 2 ? YAMLValue.number(parts[1]) : Literal.tolerance(of: first)
    guard let tolerance, tolerance.isFinite, tolerance >= 0 else {
      return reject("'\(whole)' needs a tolerance: 'layer1.w[1,1] ≈ 2 ± 0.01'.")
    }
    return Term(
      left: left, relation: .near(tolerance: tolerance), right: side, text: whole,
      position: position)
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

/// Numbers as they are written.
enum Literal {
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
