/// A mistake built into the engine on purpose, for a lesson to find; each has stood in a published text or program.
///
/// The honest way back is gone first, then the record spoils what it left. To add one, write it down in a file beside this
/// one and put it into `all`. A run without a fault never comes here.
public struct Fault: ListedRecord {
  /// The name that lessons use.
  public let name: String
  /// As a menu shows it.
  public let title: String
  /// What is wrong, in a sentence.
  public let sentence: String
  /// The only rule of an optimizer that it can spoil; nil: it spoils any.
  public internal(set) var rule: Optimizer.Rule?
  /// What it makes of the deltas and gradients that honest backpropagation has left in the trainer's arena.
  var spoilGradients: @Sendable (Trainer) -> Void = { _ in }
  /// What it makes of the rate and the time (1 for the first) of an update.
  var spoilUpdate: @Sendable (_ rate: Double, _ time: Int, Optimizer) -> (rate: Double, time: Int) =
    { rate, time, _ in (rate, time) }
}

extension Fault {
  /// Every one: first those of the way back, then those of the update.
  public static let all: [Fault] = [
    .noHiddenSlope, .noOutputSlope, .updatedWeight, .biasSign, .biasAsWeight, .sumForMean,
    .staleGradient, .noBiasCorrection, .inverseBiasCorrection,
  ]
}

extension RecipeCheck {
  /// Whether a planted fault can be in the recipe: the spoiled way back knows plain layers only.
  func checkFault() throws(ExperimentError) {
    guard let fault = experiment.fault else { return }
    let isPlain = experiment.layers.allSatisfy {
      $0.batchNorm == nil && !$0.isResidual && $0.dropout == nil
    }
    guard isPlain else {
      throw ExperimentError(
        .fault, "The fault \(fault) needs plain layers, without batch norm, residual and dropout.")
    }
    if let rule = fault.rule, rule != experiment.optimizer.rule {
      throw ExperimentError(
        .fault,
        "The fault \(fault) needs the optimizer \(rule), but this is \(experiment.optimizer.rule).")
    }
  }
}
