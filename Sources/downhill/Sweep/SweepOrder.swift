import ArgumentParser
import NeuralNetwork

/// What the combinations of a sweep may be ordered by: the median of one of their figures, or of folds the mean.
enum SweepOrder: String, CaseIterable, ExpressibleByArgument {
  case loss, accuracy
  case heldOutLoss = "heldout_loss"
  case heldOutAccuracy = "heldout_accuracy"

  /// The smaller, the better; nil comes last.
  func rank(_ summary: TrialSummary, _ plan: SweepPlan) -> Double {
    switch self {
    case .loss: summary.loss?.median ?? .infinity
    case .heldOutLoss: plan.averageOfHeldOut(summary.heldOutLoss) ?? .infinity
    case .accuracy: -(summary.accuracy?.median ?? -.infinity)
    case .heldOutAccuracy: -(plan.averageOfHeldOut(summary.heldOutAccuracy) ?? -.infinity)
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

extension SweepPlan {
  var hasFolds: Bool { seeds.contains { $0.fold != nil } }

  /// What stands for a figure on held-out samples: of folds the mean, as each holds out a part of the samples, and the
  /// smaller the parts the less the one in the middle says; else the median.
  func averageOfHeldOut(_ spread: Spread?) -> Double? { hasFolds ? spread?.mean : spread?.median }
}
