/// The first value of a run that is not finite.
///
/// Training stops before it and keeps the last finite state.
public struct Divergence: Hashable, Sendable {
  /// Where in the step it appears.
  public enum Place: Hashable, Sendable {
    /// In z, u or a, on the way forward; layers count from 1.
    case forward(layer: Int)
    /// In the loss.
    case loss
    /// In δ or a gradient, on the way back.
    case backward(layer: Int)
    /// In a parameter or a moment after the update.
    case update(layer: Int)
  }

  /// The update that cannot be made: how many were made before it.
  public let update: Int
  /// Where in the step the value appears.
  public let place: Place
  /// The value: infinite or not a number.
  public let value: Double

  /// A value that is not finite, at a place of an update.
  public init(update: Int, place: Place, value: Double) {
    self.update = update
    self.place = place
    self.value = value
  }

  /// Two divergences are equal when they name the same place, whatever the value's sign or payload.
  public static func == (left: Divergence, right: Divergence) -> Bool {
    left.update == right.update && left.place == right.place
  }

  /// Update and place only, as in ==.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(update)
    hasher.combine(place)
  }

  /// What happened, for the learner.
  public var sentence: String {
    "Training stopped at update \(update): \(what) is no longer a finite number."
  }

  private var what: String {
    switch place {
    case .forward(let layer): "an activation of layer \(layer)"
    case .loss: "the loss"
    case .backward(let layer): "a gradient of layer \(layer)"
    case .update(let layer): "a new parameter of layer \(layer)"
    }
  }
}
