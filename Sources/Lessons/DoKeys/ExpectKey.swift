import Experiments
import NeuralNetwork
import Workbench

extension DoKey {
  static let expect = DoKey(
    "expect", .either([.group([]), .list(.word), .word]),
    help: "Claims that `downhill check` proves: `{loss: 0.2986}`, or conditions",
    steps: { value, context in
      ExpectationParser(context: context).terms(value).map {
        Action.Step(Claim($0), at: $0.position)
      }
    })
}

/// Reads what an `expect` claims: quantities with their numbers, or conditions.
struct ExpectationParser {
  let context: LessonContext

  /// The claims; what cannot be read is complained about.
  func terms(_ value: YAMLValue) -> [Term] {
    if value.isGroup {
      return (value.pairs(of: "'expect'") ?? []).compactMap { claim($0, $1) }
    }
    let texts = value.isList ? value.items() ?? [] : [value]
    return texts.flatMap { item in
      item.text(of: "a condition").flatMap { condition($0, at: item.position) }?.terms ?? []
    }
  }

  private func condition(_ text: String, at position: SourcePosition) -> Condition? {
    ConditionParser(context: context, position: position).condition(text)
  }

  private func claim(_ key: YAMLFields.Key, _ value: YAMLValue) -> Term? {
    guard let left = context.reading(key.name, at: key.position) else { return nil }
    if value.isGroup { return claimWithTolerance(left, value) }
    guard let text = value.text(of: "a number or a condition") else { return nil }
    let reader = ConditionParser(context: context, position: value.position)
    if let first = text.first, "<>=≤≥≠≈!".contains(first) {
      return reader.condition("\(key.name) \(text)")?.terms.first
    }
    let isNumber = value.isNumber
    let tolerance = isNumber ? tolerance(of: text, for: left) ?? 0 : 1e-9
    return reader.side(text).map {
      term(
        left, $0, tolerance, text: "\(key.name) = \(text)",
        value)
    }
  }

  /// Half a unit of the last digit.
  ///
  /// A whole number of a measured quantity leaves half open, too; 0, counts and shares of something are meant exactly.
  private func tolerance(of text: String, for left: QuantityReference) -> Double? {
    let isWhole = text.drop { $0 == "-" }.allSatisfy(\.isNumber)
    guard isWhole, YAMLValue.number(text) != 0, left.quantity?.kind.isCounted == false else {
      return Literal.tolerance(of: text)
    }
    return 0.5 * (1 + 1e-9)
  }

  private func claimWithTolerance(_ left: QuantityReference, _ value: YAMLValue) -> Term? {
    guard let fields = value.fields(of: "A claim", known: ["value", "tolerance"]),
      let number = fields.required("value", in: "A claim")?.number(),
      let tolerance = fields.required("tolerance", in: "A claim")?.tolerance()
    else { return nil }
    return term(
      left, .number(number), tolerance, text: "\(left.text) = \(number) ± \(tolerance)", value)
  }

  private func term(
    _ left: QuantityReference, _ right: Term.Side, _ tolerance: Double, text: String,
    _ value: YAMLValue
  ) -> Term {
    Term(
      left: left, relation: .near(tolerance: tolerance), right: right, text: text,
      position: value.position)
  }
}
