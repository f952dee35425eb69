import TerminalCanvas

extension Raster {
  /// Sets the dots of the line of a weight: whole above 0 and broken below, as thick as the weight is large.
  mutating func line(
    from start: Point, to end: Point, isBroken: Bool, thickness: Int, style: Style
  ) {
    let isSteep = abs(end.y - start.y) > abs(end.x - start.x)
    for index in 0..<max(1, thickness) {
      let shift = index - (max(1, thickness) - 1) / 2
      let (across, down) = isSteep ? (shift, 0) : (0, shift)
      var count = 0
      line(
        from: Point(x: start.x + across, y: start.y + down),
        to: Point(x: end.x + across, y: end.y + down), style: style
      ) {
        count += 1
        return !isBroken || count % 4 < 2
      }
    }
  }
}
