import NeuralNetwork
import Workbench

extension Goal {
  /// Why it is not reached yet, in a sentence with the numbers at hand; nil where it is.
  public func shortfall(on workspace: Workspace) -> String? {
    guard !isReached(on: workspace) else { return nil }
    let update = workspace.focusedRun.position.update
    if let deadline, update > deadline {
      return "Not yet: it was to be done by update \(deadline), and this is update \(update); "
        + "r begins again."
    }
    let open = condition.terms.filter { !$0.holds(on: workspace) }
    return "Not yet: " + open.map { $0.shortfall(on: workspace) }.joined(separator: ", and ") + "."
  }
}

extension Term {
  /// What the quantity is, and what it should be.
  fileprivate func shortfall(on workspace: Workspace) -> String {
    guard let value = left.value(on: workspace) else { return "there is no \(left.text) here" }
    let miss = relation.miss(of: rightValue(on: workspace) ?? 0)
    return "\(left.inWords) is \(text(of: value)), \(miss) \(rightText(on: workspace))"
  }

  private func rightText(on workspace: Workspace) -> String {
    let number = rightValue(on: workspace).map(text(of:)) ?? "known"
    return if case .reading(let reading) = right { "\(reading.inWords) (\(number))" } else {
      number
    }
  }

  /// A share is said in percent.
  private func text(of value: Double) -> String {
    left.isShare
      ? NumberFormat.automatic.text(value * 100) + " %" : NumberFormat.automatic.text(value)
  }
}

extension Term.Relation {
  /// How a quantity misses a number, in front of what it is set against; what is left to rounding is no word.
  fileprivate func miss(of number: Double) -> String {
    switch self {
    case .less: "not below"
    case .lessOrEqual: "still above"
    case .greater: "not above"
    case .greaterOrEqual: "still below"
    case .equal(let tolerance):
      tolerance > 1e-8 * max(1, abs(number))
        ? "not within \(NumberFormat.automatic.text(tolerance)) of" : "not"
    case .notEqual: "still"
    }
  }
}
