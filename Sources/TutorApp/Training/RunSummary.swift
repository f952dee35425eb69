import NeuralNetwork
import Workbench

/// What is found out about a run beside its step.
///
/// It takes a walk through the whole data set, so the worker does it once a copy and no drawing waits for it.
public struct RunSummary: Hashable, Sendable {
  /// What is found out about the run, harmless things among it.
  public let findings: [TrainingProblem]
  /// What is wrong with it.
  public var diagnoses: [TrainingProblem] { findings.filter(\.isHarmful) }
  /// The objective over all samples that the run learns from: the loss with penalties.
  public let objective: Double
  /// The part of it that the samples make.
  public let trainingLoss: Double
  /// The share of the samples that are classified right, where they have classes.
  public let accuracy: Double?

  /// The loss on the samples that are held out, where some are.
  public let heldOutLoss: Double?
  /// The share of them that is classified right, where they have classes.
  public let heldOutAccuracy: Double?
  /// What samples with classes are taken for; nil where there are no classes.
  public let guesses: Guesses?

  /// Looks at a run: each set of samples is walked through once for all figures.
  public init(_ run: Run) {
    let (training, heldOut) = (run.scores(on: .training), run.scores(on: .heldOut))
    findings = run.findings
    // A step on all samples knows their loss, to the last bit.
    let isKnown = run.isBatchWhole
    let dataLoss = isKnown ? run.step.dataLoss : training?.loss ?? 0
    (trainingLoss, accuracy) = (dataLoss, training?.accuracy)
    objective = isKnown ? run.step.loss : dataLoss + run.penalty
    (heldOutLoss, heldOutAccuracy) = (heldOut?.loss, heldOut?.accuracy)
    guesses = Guesses(run, training: training, heldOut: heldOut)
  }

  /// Looks at every run on a workspace.
  static func all(_ workspace: Workspace) -> [RunSummary] {
    workspace.runs.map { RunSummary($0.run) }
  }
}
