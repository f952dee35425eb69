import NeuralNetwork

/// The loss for every value that one parameter could have while the others stay as they are.
struct CostCurve {
  /// A value of the parameter and its cost.
  struct Point: Hashable {
    let x: Double
    let cost: Double
  }

  let points: [Point]
  /// Where the run stands.
  let here: Point
  /// Where it stood one update ago.
  let previous: Point?

  /// The curve around the lowest place, wide enough for where the run began and where it stands.
  init(of parameter: ParameterIndex, in run: Run, count: Int = 81) {
    let now = run.network[parameter]
    here = Point(x: now, cost: run.step.loss)
    previous = run.previousStep.map { Point(x: $0.before(parameter), cost: $0.loss) }
    var start = run
    start.seek(to: Position(update: 0))
    let places = [now, start.network[parameter], previous?.x ?? now]
    let center = Self.lowest(near: now, parameter, run)
    let reach = max(1e-3, places.map { abs($0 - center) }.max() ?? 1) * 1.25
    points = (0..<count).map { index in
      let x = center - reach + 2 * reach * Double(index) / Double(count - 1)
      return Point(x: x, cost: Self.cost(at: x, parameter, run))
    }
  }

  /// The lowest place of the parabola through three points; the present place where there is none.
  private static func lowest(near x: Double, _ parameter: ParameterIndex, _ run: Run) -> Double {
    let h = max(0.1, abs(x) * 0.1)
    let left = cost(at: x - h, parameter, run)
    let middle = cost(at: x, parameter, run)
    let right = cost(at: x + h, parameter, run)
    let curvature = (left - 2 * middle + right) / (h * h)
    guard curvature > 1e-9 else { return x }
    return x - (right - left) / (2 * h) / curvature
  }

  private static func cost(at x: Double, _ parameter: ParameterIndex, _ run: Run) -> Double {
    var probe = run
    return probe.apply(.parameter(parameter, x)) == nil ? probe.step.loss : .nan
  }
}
