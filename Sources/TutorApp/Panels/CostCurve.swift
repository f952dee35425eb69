import NeuralNetwork
import TerminalCanvas

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
  /// Where it stood before, the oldest first.
  let trail: [Point]
  /// The slope under its feet.
  let slope: Double

  /// The costs from bottom to top: from 0, but where they all are nearly the same from the lowest, so that a slope is seen.
  var axis: Axis {
    let costs = points.map(\.cost).filter(\.isFinite)
    let (lowest, highest) = (costs.min() ?? 0, costs.max() ?? 1)
    return Axis(from: highest - lowest < highest / 5 ? lowest : 0, to: highest)
  }

  /// The curve over a range that holds the run's beginning, its last places and the lowest place near by.
  ///
  /// Each place of the trail costs an update made again.
  init(of parameter: ParameterIndex, in run: Run, trailLength: Int) {
    here = Point(x: run.network[parameter], cost: run.step.loss)
    slope = run.step.gradient(parameter)
    trail = Self.trail(of: parameter, in: run, length: trailLength)
    let costs = CostProbe(parameter, run)
    var start = run
    start.seek(to: Position(update: 0))
    let range = CostRange(
      holding: [here.x, start.network[parameter]] + trail.map(\.x), around: costs.lowest)
    let xs = (0...40).map { index in
      range.lower + (range.upper - range.lower) * Double(index) / 40
    }
    points = zip(xs, costs.costs(at: xs)).map { Point(x: $0, cost: $1) }
  }

  private static func trail(of parameter: ParameterIndex, in run: Run, length: Int) -> [Point] {
    let last = run.position.update
    guard length > 1, last > 1 else {
      return run.previousStep.map { [Point(x: $0.before(parameter), cost: $0.loss)] } ?? []
    }
    var points: [Point] = []
    run.revisit(last: length) {
      points.append(Point(x: $0.network[parameter], cost: $0.step.loss))
    }
    return points
  }
}

/// Costs of a parameter's values: exact from three of them where the cost is quadratic, else worked out.
private struct CostProbe {
  private let parameter: ParameterIndex
  private let run: Run
  private let now: Double
  /// Cost = base + slope d + curvature d² / 2 at a distance d from now.
  private let base, slope, curvature: Double
  private let isQuadratic: Bool

  init(_ parameter: ParameterIndex, _ run: Run) {
    self.parameter = parameter
    self.run = run
    now = run.network[parameter]
    isQuadratic = run.learningRateLimit != nil
    let h = isQuadratic ? max(1, abs(now)) : max(0.1, abs(now) * 0.1)
    let sides = run.objectives(parameter, at: [now - h, now + h])
    let (left, right) = (sides[0], sides[1])
    base = run.step.loss
    slope = (right - left) / (2 * h)
    curvature = (left - 2 * base + right) / (h * h)
  }

  /// The lowest place of the parabola; nil where the cost is none.
  var lowest: Double? {
    isQuadratic && curvature > 1e-12 ? now - slope / curvature : nil
  }

  func costs(at xs: [Double]) -> [Double] {
    guard isQuadratic else { return run.objectives(parameter, at: xs) }
    return xs.map { x in
      let distance = x - now
      return base + distance * (slope + curvature / 2 * distance)
    }
  }
}

/// A range that moves in steps only, so that the curve stands still while the point walks.
struct CostRange: Hashable {
  let lower: Double
  let upper: Double

  /// - Parameters:
  ///   - places: what must be in it; the second one is the run's beginning, which sets the scale.
  ///   - center: what it is symmetrical about; nil for a range that follows the places.
  init(holding places: [Double], around center: Double?) {
    let finite = places.filter(\.isFinite)
    if let center, center.isFinite {
      let start = finite.count > 1 ? abs(finite[1] - center) : 1
      let base = start > 1e-6 ? start * 1.25 : 1
      let reach = base.doubled(toHold: 1.05 * (finite.map { abs($0 - center) }.max() ?? 0))
      (lower, upper) = (center - reach, center + reach)
    } else {
      let (low, high) = (finite.min() ?? 0, finite.max() ?? 0)
      let size = 2.0.doubled(toHold: 1.05 * ((high - low) * 1.6))
      let step = size / 4
      lower = (((low + high) / 2 - size / 2) / step).rounded() * step
      upper = lower + size
    }
  }
}
