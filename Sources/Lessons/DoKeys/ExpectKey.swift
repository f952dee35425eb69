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
    return reader.term(left, .equal(within: 0), text, text: "\(key.name) = \(text)")
  }

  private func claimWithTolerance(_ left: QuantityReference, _ value: YAMLValue) -> Term? {
    guard let fields = value.fields(of: "A claim", known: ["value", "tolerance"]),
      let number = fields.required("value", in: "A claim")?.number(),
      let tolerance = fields.required("tolerance", in: "A claim")?.tolerance()
    else { return nil }
    return Term(
      left, .equal(within: tolerance), .number(number),
      text: "\(left.text) = \(number) ± \(tolerance)", at: value.position)
  }
}
