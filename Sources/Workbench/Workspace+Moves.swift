import Experiments
import NeuralNetwork

extension Workspace {
  /// Moves all runs together.
  /// - Throws: when what was waited for does not come about.
  public mutating func go(_ move: Move, at position: SourcePosition) throws(LessonError) {
    for labeled in runs { try TrainingWork(move, labeled.run).check(at: position) }
    if case .until(let condition, let limit) = move {
      return try goUntil(condition, within: limit, at: position)
    }
    forEachRun { $0.go(move) }
  }

  private mutating func goUntil(
    _ condition: Condition, within limit: Int, at position: SourcePosition
  ) throws(LessonError) {
    for _ in 0..<limit {
      if condition.holds(on: self) { return }
      if runs.allSatisfy({ $0.run.divergence != nil }) { break }
      forEachRun { $0.advance(by: .update) }
    }
    guard condition.holds(on: self) else {
      throw LessonError("'\(condition.text)' does not hold within \(limit) updates.", at: position)
    }
  }
}

extension Run {
  /// Goes where a lesson says; the workspace does the waiting.
  fileprivate mutating func go(_ move: Move) {
    switch move {
    case .start: seek(to: Position(update: 0, phase: .start))
    case .phase(let phase): seek(to: Position(update: position.update, phase: phase))
    case .allForward: seek(to: Position(update: position.update, phase: .forward(layer: depth)))
    case .allBackward: seek(to: Position(update: position.update, phase: .whole))
    case .update: seek(to: Position(update: position.update + 1, phase: .start))
    case .toUpdate(let update): seek(to: Position(update: update))
    case .toEpoch(let epoch): seek(to: Position(update: update(afterEpochs: epoch)))
    case .ahead(let count, let stride): advance(by: stride, count: count)
    case .back(let count, let stride): rewind(by: stride, count: count)
    case .toStop(let limit): trainToStop(updates: limit)
    case .until: break
    }
  }
}
