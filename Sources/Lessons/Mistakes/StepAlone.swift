import Workbench

extension Mistake {
  /// The step where the new value is asked for.
  static let stepAlone = Mistake(name: "step alone") { value, situation in
    guard situation.asksForParameter,
      let old = situation.reading?.value(on: situation.before), old != situation.expected
    else { return nil }
    let step = situation.expected - old
    return [step, -step].contains { situation.isLikely(value, if: $0) }
      ? "That is the step alone: the new value is the old one with the step." : nil
  }
}
