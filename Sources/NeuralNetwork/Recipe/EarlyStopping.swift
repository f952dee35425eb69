/// Ends a run when the loss on held-out samples has reached no new low for a while.
///
/// That loss is looked at before the first epoch and after each; where training ends, the run goes back to its last low.
public struct EarlyStopping: Hashable, Sendable {
  /// After how many epochs without a gain training stops, from 1.
  public var patience: Int
  /// How much smaller than the best a loss must be to count as a gain, from 0.
  public var minimumDelta: Double

  /// Stops after `patience` epochs without a gain.
  public init(patience: Int, minimumDelta: Double = 0) {
    self.patience = patience
    self.minimumDelta = minimumDelta
  }
}
