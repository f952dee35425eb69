import NeuralNetwork
import TerminalCanvas

/// A network's output over the plane of its two inputs, as tones, and the lines where it is undecided.
struct OutputSurface: Sendable {
  let field: Field
  /// Where the only output is between its two sides, or the two best of several classes tie.
  let contour: Contour

  init(of network: Network, x: Axis, y: Axis, size: Size, sides: OutputSides) {
    let grid = PlaneGrid(x: x, y: y, size: size)
    let outputs = network.outputs(
      for: Matrix(rows: grid.count, columns: 2, elements: grid.places))
    field = Field(size: size, tones: (0..<grid.count).map { outputs.tone(of: $0, sides) })
    contour =
      outputs.columns == 1
      ? Contour(at: sides.middle, of: outputs.elements, size: size)
      : Contour(ofClassScores: outputs.elements, classes: outputs.columns, size: size)
  }
}

extension Matrix {
  /// How a row of outputs looks: the side of its only number, or its class and how sure that is.
  fileprivate func tone(of row: Int, _ sides: OutputSides) -> Tone? {
    guard columns > 1 else { return sides.tone(of: self[row, 0]) }
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
}
