import ArgumentParser
import NeuralNetwork

/// What the combinations of a sweep may be ordered by: the median of one of their figures.
enum SweepOrder: String, CaseIterable, ExpressibleByArgument {
  case loss, accuracy
  case heldOutLoss = "heldout_loss"
  case heldOutAccuracy = "heldout_accuracy"

  /// The smaller, the better; nil comes last.
  func rank(_ summary: TrialSummary) -> Double {
    switch self {
    case .loss: summary.loss?.median ?? .infinity
    case .heldOutLoss: summary.heldOutLoss?.median ?? .infinity
    case .accuracy: -(summary.accuracy?.median ?? -.infinity)
    case .heldOutAccuracy: -(summary.heldOutAccuracy?.median ?? -.infinity)
    }
  }

  func isMissing(in run: Run) -> Bool {
    switch self {
    case .loss: false
    case .heldOutLoss: run.heldOutLoss == nil
    case .accuracy: run.accuracy == nil
    case .heldOutAccuracy: run.heldOutAccuracy == nil
    }
  }
}
