/// How good a network is on some samples: all that one pass over them says.
public struct Scores: Hashable, Sendable {
  /// What the network makes of the samples: a row a sample.
  public let outputs: Matrix
  /// The loss without penalties, as inference.
  public let loss: Double
  /// The share that is classified right; nil without classes.
  public let accuracy: Double?
}

extension Run {
  /// How good the network is on a set of the run's samples; nil where there are none.
  public func scores(on samples: SampleSet) -> Scores? {
    samples == .training ? trainingScores : data(of: samples).map(scores)
  }

  /// How good it is on those that it learns from: one pass for all who ask.
  var trainingScores: Scores { stepCache.look(at: \.scores) { scores(on: dataset) } }

  private func scores(on data: Dataset) -> Scores {
    activePlan.scores(of: network, on: data, loss)
  }
}
