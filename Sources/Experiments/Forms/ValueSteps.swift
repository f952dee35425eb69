import NeuralNetwork
import Platform

/// The values that the keys of a form walk through: those a person would write down.
enum ValueSteps {
  /// Values to try in place of a row's, the nearest first; `null` takes the key away.
  ///
  /// A direction is 1 for the next, −1 for the one before.
  static func candidates(for row: FormRow, _ direction: Int) -> [YAMLNode] {
    let number = YAMLValue.number(row.value?.text ?? row.usual)
    if let next = number.flatMap({ row.form.next($0, direction) }) { return [next] }
    if let units = row.value?.items?.compactMap({ $0.text.flatMap { Int($0) } }), !units.isEmpty {
      return [YAMLNode(units.map { YAMLNode(max(1, $0 + direction)) })]
    }
    if let flag = row.value?.text, ["true", "false"].contains(flag) {
      return [YAMLNode(flag == "false")]
    }
    // Beyond the last number there may be words, but no other numbers.
    return choices(for: row, direction).filter { number == nil || !$0.isNumber }
  }

  /// The other names, in a circle, and what takes the key away.
  private static func choices(for row: FormRow, _ direction: Int) -> [YAMLNode] {
    let examples = row.isInside ? [] : row.field.examples.compactMap { YAMLNode(parsing: $0) }
    let names = row.form.choices + row.form.names.filter { !row.form.choices.contains($0) }
    let circle =
      names.isEmpty
      ? examples.map { [$0] }
      : names.map { name in
        [YAMLNode(name)] + examples.filter { $0["name"]?.text == name }
      } + (row.form.names.isEmpty ? examples.filter { $0.text == nil }.map { [$0] } : [])
    let all = circle + [[.null]]
    let now = all.firstIndex { $0.contains { $0.isSame(as: row.value) } } ?? all.count - 1
    let order = (1..<all.count).map {
      all[((now + direction * $0) % all.count + all.count) % all.count]
    }
    return order.flatMap { $0 } + examples.filter(\.isNumber)
  }
}

extension YAMLNode {
  /// A value as a file writes it; nil for what is none.
  init?(parsing text: String) {
    let yaml = YAMLSource(SourceText(name: "", text: text))
    guard let node = yaml.root(of: text)?.node, yaml.diagnostics.isEmpty else { return nil }
    self = node.withoutPositions
  }

  fileprivate var isNumber: Bool { text.flatMap(YAMLValue.number) != nil }

  /// Whether it says the same, or names the same group.
  fileprivate func isSame(as other: YAMLNode?) -> Bool {
    guard let other else { return isNull }
    if self == other { return true }
    guard let name = self["name"]?.text ?? text else {
      return members?.first?.value == other.members?.first?.value
    }
    return name == other["name"]?.text ?? other.text
  }
}

extension ValueForm {
  /// The names that may stand alone.
  var choices: [String] {
    switch self {
    case .choice(let names): names
    case .either(let forms): forms.flatMap(\.choices)
    default: []
    }
  }

  /// The number after another one, or before it; nil where no number may stand, or none is left.
  fileprivate func next(_ number: Double, _ direction: Int) -> YAMLNode? {
    switch self {
    case .number(let range): NumberSteps.next(number, direction, in: range).map { YAMLNode($0) }
    case .integer(let range):
      Int(exactly: number).flatMap { NumberSteps.next($0, direction, in: range) }.map {
        YAMLNode($0)
      }
    case .either(let forms): forms.lazy.compactMap { $0.next(number, direction) }.first
    default: nil
    }
  }
}

/// Round numbers in their order.
enum NumberSteps {
  private static let shares = [
    0, 0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995,
    0.999,
  ]
  /// 1, 2, 5 · 10ᵏ, as text says them, so that each is the nearest number there is.
  private static let ladder = (-12...6).flatMap { power in
    ["1", "2", "5"].compactMap { Double("\($0)e\(power)") }
  }
  private static let anything = ladder.reversed().map { -$0 } + [0] + ladder

  static func next(_ number: Double, _ direction: Int, in range: NumberRange) -> Double? {
    // Below a thousandth nobody begins.
    if number == 0, range.most != 1 {
      return direction > 0 ? 0.001 : range.contains(-0.001) ? -0.001 : nil
    }
    let steps = (range.most == 1 ? shares : anything).filter(range.contains)
    return direction > 0 ? steps.first { $0 > number } : steps.last { $0 < number }
  }

  /// One on among small numbers, then in steps that grow with them.
  static func next(_ number: Int, _ direction: Int, in range: ClosedRange<Int>) -> Int? {
    var step = 1
    let size = direction > 0 ? number : number - 1
    while size >= step * 20 { step *= step == 1 ? 5 : 10 }
    let (floor, rest) = (number / step * step, number % step)
    let next = direction > 0 ? floor + step : rest > 0 ? floor : floor - step
    return range.contains(next) ? next : nil
  }
}
