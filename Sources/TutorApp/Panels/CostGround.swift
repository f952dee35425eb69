import TerminalCanvas

extension CostCurve {
  /// The ground below the curve, as of a hill that is cut open: green where the cost is near 0, gray on the heights.
  ///
  /// - Parameters:
  ///   - size: samples across and down.
  ///   - samplesPerRow: how many of them stand over one another in a row of cells.
  ///   - x: the values of the parameter from left to right.
  ///   - y: the costs from bottom to top.
  /// - Returns: tones below the curve, none above it.
  func ground(_ size: Size, samplesPerRow: Int = 1, x: Axis, y: Axis) -> Field {
    let costs = (0..<size.width).map { column in
      cost(at: x.value(at: (Double(column) + 0.5) / Double(size.width)))
    }
    let tones = costs.map { Tone(.relief, Self.highest * max(0, $0) / y.upper) }
    // A cell that the curve goes through belongs to the ground, for a cell has one ground behind its dots: so the curve lies
    // on it everywhere, and not above it here and below it there.
    let rows = (0..<size.height).map { row in
      let bottom = (row / samplesPerRow + 1) * samplesPerRow
      return y.value(at: 1 - Double(bottom) / Double(size.height))
    }
    return Field(
      size: size,
      tones: rows.flatMap { height in zip(costs, tones).map { $0 > height ? $1 : nil } })
  }

  /// What the legend says of it.
  static var groundLegend: LegendRow {
    let ends = [0, highest].compactMap { Tone(.relief, $0) }
    let sign = ends.map { StyledText("  ", Style(ground: $0)) }.reduce("", +)
    return LegendRow(sign, "the ground: a loss near 0, a high one")
  }

  /// The place on its ramp of the highest ground: the end of the ramp is as dark as the sky.
  private static let highest = 0.7

  /// The cost between two points of the curve; not a number outside of it.
  private func cost(at x: Double) -> Double {
    guard let first = points.first, let last = points.last, last.x > first.x else { return .nan }
    let place = (x - first.x) / (last.x - first.x) * Double(points.count - 1)
    guard place >= 0, place <= Double(points.count - 1) else { return .nan }
    let index = min(points.count - 2, Int(place))
    let share = place - Double(index)
    return points[index].cost * (1 - share) + points[index + 1].cost * share
  }
}
