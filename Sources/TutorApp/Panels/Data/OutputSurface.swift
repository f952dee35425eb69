import NeuralNetwork
import TerminalCanvas

/// A network's output over the plane of its two inputs, as tones, and the line where it is undecided.
struct OutputSurface {
  let field: Field
  /// Where the output is 0.5, as short pieces; none for more than two classes.
  let boundary: [Series]

  init(of network: Network, x: Axis, y: Axis, size: Size) {
    let grid = PlaneGrid(x: x, y: y, size: size)
    let outputs = network.outputs(
      for: Matrix(rows: grid.count, columns: 2, elements: grid.places))
    field = Field(size: size, tones: (0..<grid.count).map { outputs.tone(of: $0) })
    let levels = outputs.columns == 1 ? outputs.elements : []
    // A plane of one value crosses it by rounding only.
    let isFlat = (levels.max() ?? 0) - (levels.min() ?? 0) < 1e-6
    let pieces = isFlat ? [] : grid.contour(of: levels, at: 0.5)
    boundary = pieces.map { Series("", $0, style: .text) }
  }
}

extension Matrix {
  /// How a row of outputs looks: the side of its only number, or its class and how sure that is.
  fileprivate func tone(of row: Int) -> Tone? {
    guard columns > 1 else { return Tone(.sign, 2 * self[row, 0] - 1) }
    let group = group(of: row)
    let chance = 1 / Double(columns)
    return Tone(.confidence(ofClass: group), (self[row, group] - chance) / (1 - chance))
  }
}

/// Places in the middle of the cells of a grid over a plane, row by row from the top left.
struct PlaneGrid {
  let size: Size
  private let xs: [Double]
  private let ys: [Double]

  init(x: Axis, y: Axis, size: Size) {
    self.size = size
    xs = (0..<size.width).map { x.value(at: (Double($0) + 0.5) / Double(size.width)) }
    ys = (0..<size.height).map { y.value(at: 1 - (Double($0) + 0.5) / Double(size.height)) }
  }

  var count: Int { size.width * size.height }

  /// x and y of every place, one after the other.
  var places: [Double] {
    var places: [Double] = []
    places.reserveCapacity(2 * count)
    for y in ys {
      for x in xs {
        places.append(x)
        places.append(y)
      }
    }
    return places
  }

  /// The line along which a surface has a level, square by square: in each it goes straight from edge to edge.
  func contour(of values: [Double], at level: Double) -> [[Bucket]] {
    guard size.width > 1, size.height > 1 else { return [] }
    let isAbove = values.map { $0 > level }
    return (0..<(size.height - 1)).flatMap { row in
      (0..<(size.width - 1)).compactMap { column in
        guard isCrossed(row: row, column: column, isAbove) else { return nil }
        let ends = crossings(row: row, column: column, values, level)
        return ends.count < 2 ? nil : ends
      }
    }
  }

  /// Whether the corners of a square lie on both sides of the level; those of most do not.
  private func isCrossed(row: Int, column: Int, _ isAbove: [Bool]) -> Bool {
    let top = row * size.width + column
    let bottom = top + size.width
    return isAbove[top] != isAbove[top + 1] || isAbove[bottom] != isAbove[bottom + 1]
      || isAbove[top] != isAbove[bottom]
  }

  /// Where the level crosses the four edges of a square, in order round it.
  private func crossings(row: Int, column: Int, _ values: [Double], _ level: Double) -> [Bucket] {
    let corners = [(row, column), (row, column + 1), (row + 1, column + 1), (row + 1, column)]
    let heights = corners.map { values[$0.0 * size.width + $0.1] - level }
    return (0..<4).compactMap { edge in
      let (from, to) = (edge, (edge + 1) % 4)
      guard (heights[from] > 0) != (heights[to] > 0) else { return nil }
      let share = heights[from] / (heights[from] - heights[to])
      let (start, end) = (place(corners[from]), place(corners[to]))
      return Bucket(
        x: start.x + share * (end.x - start.x), y: start.y + share * (end.y - start.y))
    }
  }

  private func place(_ corner: (row: Int, column: Int)) -> (x: Double, y: Double) {
    (xs[corner.column], ys[corner.row])
  }
}
