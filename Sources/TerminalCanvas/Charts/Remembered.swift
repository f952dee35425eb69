import Synchronization

/// Keeps what a function gave for what it was asked last: axes move seldom, for one, and their ticks are many steps.
///
/// It decides nothing: what it hands out is what the function would give now.
public final class Remembered<Question: Hashable & Sendable, Answer: Sendable>: Sendable {
  /// The answers after which it begins anew.
  private let capacity = 64
  private let answers = Mutex<[Question: Answer]>([:])

  /// Knows nothing yet.
  public init() {}

  /// What `find` gives, or gave before.
  public func answer(to question: Question, find: () -> Answer) -> Answer {
    if let known = answers.withLock({ $0[question] }) { return known }
    let answer = find()
    answers.withLock { answers in
      if answers.count >= capacity { answers.removeAll() }
      answers[question] = answer
    }
    return answer
  }
}

/// A question about an axis that is so many cells long.
struct AxisInCells: Hashable {
  let axis: Axis
  let cells: Int
}
