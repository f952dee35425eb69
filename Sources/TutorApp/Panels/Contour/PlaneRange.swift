import NeuralNetwork
import TerminalCanvas

/// The stretch of a plane that holds the ways of all runs and, where the loss is a bowl, its lowest place.
///
/// It moves in steps only, so that the surface stands still while the runs walk.
struct PlaneRange {
  let x: Axis
  let y: Axis
  /// The lowest place, where the loss is a bowl.
  let lowest: PlanePath.Place?
  /// Whether that bowl is about as steep to every side.
  private let isRound: Bool
  /// What every way is held to: a middle, and how far from it a run is followed to each side.
  private let center, most: PlanePath.Place

  init(_ parameters: PlaneParameters, _ run: Run, holding ways: [[PlanePath.Place]]) {
    let start = ways.first?.first ?? parameters.place(of: run.network)
    let bowl = Self.bowl(parameters, run, from: start)
    let lowest = bowl?.lowest
    isRound = bowl?.isRound ?? false
    // A way that leaves for good is not followed to where the valley is a dot.
    let center: PlanePath.Place = lowest ?? start
    let reach: Double = lowest == nil ? 1000 : 4
    let most = PlanePath.Place(
      x: reach * max(1, abs(start.x - center.x)), y: reach * max(1, abs(start.y - center.y)))
    (self.lowest, self.center, self.most) = (lowest, center, most)
    let ends = Self.ends(of: ways) { Self.isNear($0, center, most) }
    func axis(_ part: (PlanePath.Place) -> Double) -> Axis {
      let held = [part(start), part(start)] + ends.map(part)
      let range = CostRange(holding: held, around: lowest.map(part))
      return Axis(from: range.lower, to: range.upper)
    }
    (x, y) = (axis(\.x), axis(\.y))
  }

  /// The lower left and the upper right corner of the ways; none where no place counts.
  private static func ends(
    of ways: [[PlanePath.Place]], where counts: (PlanePath.Place) -> Bool
  ) -> [PlanePath.Place] {
    var ends: (low: PlanePath.Place, high: PlanePath.Place)?
    for way in ways {
      for place in way where counts(place) {
        let (low, high) = ends ?? (place, place)
        ends = (
          PlanePath.Place(x: min(low.x, place.x), y: min(low.y, place.y)),
          PlanePath.Place(x: max(high.x, place.x), y: max(high.y, place.y))
        )
      }
    }
    return ends.map { [$0.low, $0.high] } ?? []
  }

  /// A way up to where it leaves for good: beyond that it would only scribble over the others.
  func followed(_ way: [PlanePath.Place]) -> [PlanePath.Place] {
    let last = way.lastIndex { Self.isNear($0, center, most) } ?? 0
    return last + 2 < way.count ? Array(way.prefix(last + 2)) : way
  }

  private static func isNear(
    _ place: PlanePath.Place, _ center: PlanePath.Place, _ most: PlanePath.Place
  ) -> Bool {
    abs(place.x - center.x) <= most.x && abs(place.y - center.y) <= most.y
  }

  /// Axes with equal units where the ranges are of like size, so that a narrow valley is seen to be narrow; a round one is
  /// seen to be round also where they differ more.
  func axes(in rect: Rect) -> (x: Axis, y: Axis) {
    let ratio = (x.upper - x.lower) / (y.upper - y.lower)
    let least = isRound ? 0.02 : 0.2
    guard ratio > least, ratio < 1 / least else {
      return (x, y.aligned(rows: ScatterPlot.rows(in: rect)))
    }
    return Axis.plane(x: x, y: y, in: rect)
  }

  /// The lowest place of a loss that is quadratic in the two parameters, and whether it is as steep to every side; nil for any
  /// other, and for a flat one.
  private static func bowl(
    _ parameters: PlaneParameters, _ run: Run, from here: PlanePath.Place
  ) -> (lowest: PlanePath.Place, isRound: Bool)? {
    guard run.learningRateLimit != nil else { return nil }
    guard here.x.isFinite, here.y.isFinite, abs(here.x) < 1e6, abs(here.y) < 1e6 else { return nil }
    let f = LossSurface(
      of: run, updates: 0, x: parameters.x, y: parameters.y, xRange: here.x - 1...here.x + 1,
      yRange: here.y - 1...here.y + 1, columns: 3, rows: 3
    ).losses
    // Central differences are exact for a quadratic.
    let slope = (x: (f[1, 2] - f[1, 0]) / 2, y: (f[2, 1] - f[0, 1]) / 2)
    let (xx, yy) = (f[1, 2] - 2 * f[1, 1] + f[1, 0], f[2, 1] - 2 * f[1, 1] + f[0, 1])
    let xy = (f[2, 2] - f[2, 0] - f[0, 2] + f[0, 0]) / 4
    let determinant = xx * yy - xy * xy
    guard determinant > 1e-9 * max(1, xx * yy) else { return nil }
    let lowest = PlanePath.Place(
      x: here.x - (yy * slope.x - xy * slope.y) / determinant,
      y: here.y - (xx * slope.y - xy * slope.x) / determinant)
    return (lowest, xx < 2 * yy && yy < 2 * xx && abs(xy) < 0.3 * min(xx, yy))
  }
}
