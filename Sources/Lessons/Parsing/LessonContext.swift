import Experiments
import NeuralNetwork
import Workbench

/// What the parts of a lesson share while it is read: names, and what is found wrong.
final class LessonContext {
  let source: SourceText
  /// The source, taken apart once.
  private(set) lazy var lines = source.lines
  /// The two letters of the language that the file translates into; nil for an original.
  private(set) lazy var language = source.name.split(separator: "/").last
    .flatMap { LessonName(file: String($0)) }?.language
  /// The names of panels that a lesson may use; nil where nobody knows them.
  let panels: [String]?
  var names: [String: Quantity] = [:]
  /// The labels of all comparisons in the lesson.
  var labels: Set<String> = []
  /// Whether the lesson may plant faults in the engine.
  var isFaulty = false
  private(set) var diagnostics: [Diagnostic] = []

  init(_ source: SourceText, panels: [String]?) {
    self.source = source
    self.panels = panels
  }

  /// Notes that something is wrong.
  func diagnose(_ message: String, at position: SourcePosition) {
    guard diagnostics.count < YAMLSource.mostDiagnostics else { return }
    diagnostics.append(source.diagnostic(message, at: position))
  }

  /// Takes over what was found wrong elsewhere.
  func adopt(_ others: [Diagnostic]) { diagnostics += others }

  /// Reads YAML inside the file and takes over what is found wrong with it.
  func reading<Value>(
    _ yaml: String, lineOffset: Int, columnOffset: Int = 0, _ read: (YAMLValue) -> Value?
  ) -> Value? {
    let part = YAMLSource(
      source, lineOffset: lineOffset, columnOffset: columnOffset,
      mayPlantFaults: isFaulty)
    let value = part.root(of: yaml).flatMap(read)
    diagnostics += part.diagnostics.map(advised)
    return value
  }

  /// What is wrong with YAML, with what to do where a text has a colon that YAML reads.
  private func advised(_ problem: Diagnostic) -> Diagnostic {
    guard problem.message.contains("mapping values are not allowed") else { return problem }
    return source.diagnostic(
      "A text that has a colon and a blank needs quotes: title: \"One: two\".", at: problem.position
    )
  }
}

extension LessonContext {
  /// The reading of a name; nil, with a complaint, when there is none.
  func reading(_ text: String, at position: SourcePosition) -> QuantityReference? {
    let text = text.trimmed
    if let figure = SurveyFigure(parsing: text) {
      return QuantityReference(text: text, source: .survey(figure))
    }
    if let quantity = quantity(text) { return QuantityReference(text: text, quantity: quantity) }
    let parts = text.split(separator: ".", maxSplits: 1).map(String.init)
    if parts.count == 2, labels.contains(parts[0]), let quantity = quantity(parts[1]) {
      return QuantityReference(text: text, label: parts[0], quantity: quantity)
    }
    diagnose("There is no quantity '\(text.prefix(60))'.\(hint(for: text))", at: position)
    return nil
  }

  /// A quantity, or one of the lesson's own names with what may follow it or say whose it is: `w1`, `w1.grad`, `batch.w1.grad`.
  func quantity(_ text: String) -> Quantity? {
    if let quantity = names[text] ?? Quantity(parsing: text) { return quantity }
    let prefix = text.hasPrefix("batch.") ? "batch." : ""
    let parts = text.dropFirst(prefix.count).split(separator: ".", maxSplits: 1).map(String.init)
    guard parts.count == 2, let known = names[parts[0]] else { return nil }
    return Quantity(parsing: "\(prefix)\(known).\(parts[1])")
  }

  /// The parameter of a name; nil, with a complaint, when there is none.
  func parameter(_ text: String, at position: SourcePosition) -> ParameterIndex? {
    guard let reading = reading(text, at: position) else { return nil }
    if case .quantity(let quantity) = reading.source, case .parameter(let index) = quantity.kind,
      reading.label == nil
    {
      return index
    }
    diagnose("'\(text)' is not a parameter: write a weight such as layer1.w[1,1].", at: position)
    return nil
  }

  private func hint(for text: String) -> String {
    let own = Suggestion.nearest(to: text, among: names.keys.sorted())
    let near = own ?? ForeignName.meaning[text.lowercased()] ?? Quantity.suggestion(for: text)
    if near == text { return " Layers, units, inputs and samples count from 1." }
    return near.map { " Did you mean '\($0)'?" }
      ?? " Examples: loss, layer1.z[1], layer1.w[1,1].grad."
  }
}
