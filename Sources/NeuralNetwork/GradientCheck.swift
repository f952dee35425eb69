/// Compares one gradient with a central difference of the objective over the step's batch.
public struct GradientCheck: Hashable, Sendable {
  /// The parameter that was moved.
  public let parameter: ParameterIndex
  /// How far it was moved to either side.
  public let h: Double
  /// The objective at θ − h.
  public let lossBelow: Double
  /// The objective at θ + h.
  public let lossAbove: Double
  /// (lossAbove − lossBelow) / (2 h)
  public let numerical: Double
  /// The gradient of backpropagation.
  public let analytic: Double
  /// |numerical − analytic| / max(|numerical|, |analytic|, the rounding that the difference cannot avoid).
  public let relativeError: Double
  /// Why the difference proves nothing here: a unit or a weight sits on a kink within ±h.
  public let kink: String?

  /// The relative error up to which both count as equal.
  public static let tolerance = 1e-6

  /// Whether both agree.
  public var isPassed: Bool { relativeError <= Self.tolerance }

  /// Checks one parameter of the step that starts from the run's present position.
  /// - Precondition: the network contains the parameter.
  public static func check(
    _ parameter: ParameterIndex, in run: Run, h: Double = 1e-5
  ) -> GradientCheck {
    fatalError("follows at once")
  }
}
