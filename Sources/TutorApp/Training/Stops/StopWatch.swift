import NeuralNetwork

/// A rule and what it has seen of a run.
struct StopWatch: Sendable {
  let rule: StopRule
  /// Whether it has fired, and what it waits for has held ever since.
  private var isSpent = false
  private var lowest: LowestLoss?

  init(_ rule: StopRule) { self.rule = rule }

  /// Looks at a run; true when it must stop now.
  mutating func look(at run: Run) -> Bool {
    let holds = rule.holds(run, &lowest)
    defer { isSpent = holds }
    return holds && !isSpent
  }
}
