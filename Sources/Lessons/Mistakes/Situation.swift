import NeuralNetwork
import Workbench

/// What a typed number is judged by: the right one, and the run it comes from.
struct Situation {
  /// The right number.
  let expected: Double
  /// How far off an answer may be.
  let tolerance: Double
  /// What the right number is of; nil where the author wrote it down and proves it by nothing that has it.
  let reading: QuantityReference?
  /// Whether the question speaks of percent.
  let asksForPercent: Bool
  /// The workspace as the learner sees it.
  let before: Workspace
  /// The workspace that gives the answer.
  let after: Workspace

  init?(of answer: NumberQuestion, in question: Question, on workspace: Workspace) {
    guard let after = question.workspaceAtAnswer(workspace) else { return nil }
    (before, self.after, tolerance) = (workspace, after, answer.tolerance)
    asksForPercent = ["percent", "%"].contains { question.prompt.literal.contains($0) }
    switch answer.value {
    case .number(let value):
      (expected, reading) = (
        value, question.proof?.reading(of: value, within: tolerance, on: after)
      )
    case .reading(let reading):
      guard let value = reading.value(on: after) else { return nil }
      (expected, self.reading) = (value, reading)
    }
  }

  func isRight(_ value: Double) -> Bool { abs(value - expected) <= tolerance }

  /// Whether a number is what a mistake would give, and could not be meant as the right one: it lies nearer to it by far.
  func isLikely(_ value: Double, if mistaken: Double?) -> Bool {
    guard let mistaken, mistaken.isFinite, !isRight(value),
      abs(mistaken - expected) > 2 * tolerance
    else { return false }
    let reach = max(0.005 * abs(mistaken), min(tolerance, 0.05 * abs(mistaken)))
    return abs(value - mistaken) <= min(reach, abs(value - expected) / 4)
  }

  /// Whether a whole number is asked for that the run does not have: things to be counted, of which one is two, and ten no slip.
  var asksForCount: Bool { quantity == nil && tolerance == 0 && expected == expected.rounded() }

  /// The quantity of the run that is asked for.
  var quantity: Quantity? { reading?.quantity }
  /// The run that it is asked of, as the learner sees it.
  var run: Run? { asked(in: before) }
  /// The same where it gives the answer.
  var end: Run? { asked(in: after) }

  private func asked(in workspace: Workspace) -> Run? {
    guard let label = reading?.label else { return workspace.focusedRun }
    return workspace.run(labeled: label)
  }

  /// Whether the value of a parameter is asked for.
  var asksForParameter: Bool {
    guard let quantity else { return false }
    if case .parameter = quantity.kind { return true }
    return false
  }

  /// Whether what is asked for is of a bias.
  var asksForBias: Bool {
    switch quantity?.kind {
    case .parameter(let index)?, .gradient(let index)?, .change(let index)?: index.isBias
    default: false
    }
  }

  /// The parameter whose value after an update is asked for.
  var movedParameter: ParameterIndex? {
    guard let run, let end, case .parameter(let index)? = quantity?.kind,
      end.position.update == run.position.update + 1
    else { return nil }
    return index
  }

  /// What the number would be if the gradient were as many times as large; nil for what comes from none.
  func expected(gradientTimes factor: Double) -> Double? {
    guard let quantity else { return nil }
    switch quantity.kind {
    case .gradient, .delta, .change: return expected * factor
    case .parameter:
      guard let index = movedParameter, let step = run?.step else { return nil }
      return step.before(index) + factor * step.change(index)
    default: return nil
    }
  }
}

extension Condition {
  /// The first of its quantities that is said to be a number, and is.
  fileprivate func reading(
    of number: Double, within tolerance: Double, on workspace: Workspace
  ) -> QuantityReference? {
    terms.filter(\.isEquation).map(\.left).first { reading in
      reading.value(on: workspace).map { abs($0 - number) <= tolerance } ?? false
    }
  }
}

extension Term {
  fileprivate var isEquation: Bool {
    if case .equal = relation { true } else { false }
  }
}
