import NeuralNetwork

/// All that decides the state of a run.
struct RunPlace: Hashable {
  private let update: Int
  private let journal: Journal
  private let recipe: Experiment

  init(_ run: Run) {
    (update, journal, recipe) = (run.position.update, run.journal, run.experiment)
  }

  /// Whether a run gets from one of the two places to the other by training alone, or going back.
  func isAlong(_ other: RunPlace) -> Bool { journal == other.journal && recipe == other.recipe }

  /// Whether a run at another place gets here by training alone.
  func isLater(than other: RunPlace) -> Bool { update > other.update && isAlong(other) }
}

extension Run {
  /// Makes the last updates again, as many as there are or fewer, and looks at the run before each, the oldest first.
  func revisit(last count: Int, _ look: (Run) -> Void) {
    let last = position.update
    var past = self
    past.seek(to: Position(update: max(0, last - count)))
    while past.position.update < last {
      look(past)
      past.advance(by: .update)
    }
  }
}
