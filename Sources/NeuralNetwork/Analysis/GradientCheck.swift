/// Compares one gradient with a central difference of the objective over the step's batch.
///
/// Penalties, batch statistics and dropout masks are those of the step. The difference's own error is about h² f‴ / 6
/// from the curve and ε L / h from rounding; h = 1e-5 keeps both small in double precision.
public struct GradientCheck: Hashable, Sendable {
  /// The parameter that was moved.
  public let parameter: ParameterIndex
  /// How far it was moved to either side.
  public let h: Double
  /// The objective at θ − h.
  public let lossBelow: Double
  /// The objective at θ + h.
  public let lossAbove: Double
  /// The gradient of backpropagation.
  public let analytic: Double
  /// About how far the difference is from the slope because the objective bends, h² |f‴| / 6; 0 where nobody had to ask.
  public let curvatureError: Double
  /// Why the difference proves nothing here: something jumps from one side of its kink to the other within ±h.
  public let kink: Kink?

  /// What has a kink between θ − h and θ + h.
  public enum Kink: Hashable, Sendable {
    /// A unit's activation, for a row of the batch; all count from 1.
    case unit(layer: Int, unit: Int, row: Int)
    /// The L1 penalty, at a weight of 0.
    case penalty
    /// The loss, where an output meets its target (or Huber's edge); both count from 1.
    case loss(output: Int, row: Int)
  }

  /// The relative error up to which both count as equal.
  public static let tolerance = 1e-6

  /// How far a parameter is moved to either side unless told otherwise.
  public static let usualStep = 1e-5

  /// The central difference (lossAbove − lossBelow) / (2 h).
  public var numerical: Double { (lossAbove - lossBelow) / (2 * h) }

  /// The difference of both as a share of the larger one, or of the smallest gradient that rounding and curvature let us
  /// check; no number where one of them is none.
  public var relativeError: Double {
    let difference = abs(numerical - analytic)
    guard difference != 0 else { return 0 }
    let rounding = max(abs(lossAbove), abs(lossBelow)) * Double.ulpOfOne / h
    return difference
      / max(abs(numerical), abs(analytic), (rounding + curvatureError) / Self.tolerance)
  }

  /// Whether both agree; nothing agrees with what is no number.
  public var isPassed: Bool { relativeError <= Self.tolerance }

  /// Checks one parameter of the step that starts from the run's present position.
  /// - Precondition: the network contains the parameter.
  public static func check(
    _ parameter: ParameterIndex, in run: Run, h: Double = usualStep
  ) -> GradientCheck {
    let offset = run.plan.network.checkedOffset(of: parameter)
    let trainer = run.trainerOfStep
    let below = trainer.probe(offset, by: -h)
    let above = trainer.probe(offset, by: h)
    // A kink explains why two slopes differ, not why there is none.
    let areNumbers = below.loss.isFinite && above.loss.isFinite
    let kink = areNumbers ? Self.kink(parameter, in: run, h: h, below.passes, above.passes) : nil
    func check(curvatureError: Double) -> GradientCheck {
      GradientCheck(
        parameter: parameter, h: h, lossBelow: below.loss, lossAbove: above.loss,
        analytic: run.step.gradient(parameter), curvatureError: curvatureError, kink: kink)
    }
    let plain = check(curvatureError: 0)
    guard areNumbers, !plain.isPassed else { return plain }
    // A difference over twice the way is off by four times as much.
    let wide =
      (trainer.probe(offset, by: 2 * h).loss - trainer.probe(offset, by: -2 * h).loss) / (4 * h)
    return check(curvatureError: abs(wide - plain.numerical) / 3)
  }

  private static func kink(
    _ parameter: ParameterIndex, in run: Run, h: Double, _ below: [LayerPass], _ above: [LayerPass]
  ) -> Kink? {
    if case .weight = parameter.kind, run.activeExperiment.l1 > 0, abs(run.network[parameter]) <= h
    {
      return .penalty
    }
    for (layer, (low, high)) in zip(run.network.layers, zip(below, above)) {
      let (left, right) = (low.activationInputs.elements, high.activationInputs.elements)
      for kink in layer.activation.kinks {
        guard let index = crossing(of: kink, left, right) else { continue }
        let (row, unit) = index.quotientAndRemainder(dividingBy: layer.units)
        return .unit(layer: layer.number, unit: unit + 1, row: row + 1)
      }
    }
    return lossKink(run, below, above)
  }

  private static func lossKink(
    _ run: Run, _ below: [LayerPass], _ above: [LayerPass]
  ) -> Kink? {
    guard let low = below.last, let high = above.last else { return nil }
    let (left, right) = (low.arguments(of: run.loss), high.arguments(of: run.loss))
    for (index, target) in run.step.targets.elements.enumerated() {
      let ends = (left.elements[index], right.elements[index])
      guard run.loss.kinks(target).contains(where: { crosses($0, ends) }) else { continue }
      let (row, output) = index.quotientAndRemainder(dividingBy: run.network.outputCount)
      return .loss(output: output + 1, row: row + 1)
    }
    return nil
  }

  /// The first place where a value moves and has the kink between or on its two ends.
  private static func crossing(of kink: Double, _ left: [Double], _ right: [Double]) -> Int? {
    zip(left, right).enumerated().first { crosses(kink, $0.element) }?.offset
  }

  private static func crosses(_ kink: Double, _ ends: (Double, Double)) -> Bool {
    ends.0 != ends.1 && min(ends.0, ends.1) <= kink && kink <= max(ends.0, ends.1)
  }
}

extension GradientCheck.Kink {
  /// Why the finite difference proves nothing, for the learner.
  public var sentence: String {
    switch self {
    case .unit(let layer, let unit, let row):
      "Unit \(unit) of layer \(layer) sits on its kink for sample \(row) of the batch, "
        + "so the slope to the left and the slope to the right differ."
    case .penalty: "The weight sits at 0, where the L1 penalty has its kink."
    case .loss(let output, let row):
      "Output \(output) for sample \(row) of the batch sits where the loss has its kink."
    }
  }
}

extension LayerPass {
  /// What f was applied to.
  var activationInputs: Matrix { normalized ?? preActivations }

  /// What a loss is taken of, in the output layer.
  func arguments(of loss: Loss) -> Matrix {
    loss.argument == .preActivation ? preActivations : activations
  }
}
