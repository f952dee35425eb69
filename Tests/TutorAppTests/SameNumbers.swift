import Experiments
import NeuralNetwork
import Workbench

@testable import TutorApp

extension Run {
  /// Whether all numbers of two runs are the same, here and on the way.
  func hasNumbers(of other: Run) -> Bool {
    guard position == other.position, network == other.network else { return false }
    // What is not finite is not even equal to itself.
    return divergence == nil ? step == other.step : divergence == other.divergence
  }

  /// Whether going back to the beginning and ahead again ends in the same numbers.
  var comesBack: Bool {
    var run = self
    run.seek(to: Position(update: 0))
    run.seek(to: position)
    return run.hasNumbers(of: self)
  }
}

extension Workspace {
  /// Whether each run has the numbers of its counterpart.
  func hasNumbers(of other: Workspace) -> Bool {
    runs.count == other.runs.count
      && zip(runs, other.runs).allSatisfy { $0.run.hasNumbers(of: $1.run) }
  }

  /// Whether a session's text brings back every run.
  func survivesItsSession() throws -> Bool {
    let session = Session(name: "walk", self)
    let read = try Session(SourceText(name: "kept", text: session.text))
    var restored = try read.beginning()
    try restored.restore(read)
    return read == session && restored.focus == focus && restored.hasNumbers(of: self)
  }

  /// Whether a line of text brings back every run.
  func survivesItsCode() throws -> Bool {
    let line = ShareCode.line(of: Session(name: "walk", sharing: self))
    let read = try ShareCode.session(of: line)
    var restored = try read.beginning()
    try restored.restore(read)
    return restored.focus == focus && restored.hasNumbers(of: self)
  }
}
