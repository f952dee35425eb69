import TerminalCanvas

/// Squares on the errors of a fit, as tall as they are wide on the screen: of a squared error the area is seen.
struct ErrorSquares {
  /// The upright side of a square: an error, from an output to its target.
  struct Side {
    let x, from, to: Double
  }

  private let sides: [Side]

  init(_ sides: [Side]) { self.sides = sides.filter { ($0.to - $0.from).isFinite } }

  /// The squares as tones behind a plot, lighter where they overlap.
  ///
  /// - Parameters:
  ///   - size: samples across and down, of which two lie above each other in a cell.
  ///   - x: the range from left to right.
  ///   - y: the range from bottom to top.
  /// - Returns: tones in the squares, none beside them.
  func field(_ size: Size, x: Axis, y: Axis) -> Field {
    let across = (x.upper - x.lower) / Double(max(1, size.width))
    let unit = across / ((y.upper - y.lower) / Double(max(1, size.height)))
    guard unit.isFinite else { return Field(size: size, tones: []) }
    let squares = sides.map { side in
      let width = abs(side.to - side.from) * unit
      // Towards the middle of the plot, where there is room.
      let isLeft = side.x < (x.lower + x.upper) / 2
      return (
        x: isLeft ? side.x...side.x + width : side.x - width...side.x,
        y: min(side.from, side.to)...max(side.from, side.to)
      )
    }
    return Field(size: size, x: x, y: y) { place, height in
      let count = squares.count { $0.x.contains(place) && $0.y.contains(height) }
      return count == 0 ? nil : count == 1 ? .shade : .deepShade
    }
  }

  /// What the legend says of them.
  static let legend = LegendRow(StyledText("  ", Style(ground: .shade)), "the square of an error")
}
