import NeuralNetwork

/// All that decides the state of a run.
struct RunPlace: Hashable {
  private let position: Int
  private let seed: UInt64
  private let journal: Journal
  private let recipe: Experiment

  init(_ run: Run) {
    (position, seed) = (run.position.update, run.experiment.seed)
    (journal, recipe) = (run.journal, run.experiment)
  }
}
