import NeuralNetwork
import TerminalCanvas

/// The part of the plane of two inputs, or of the line of one, that the samples lie in.
struct InputPlane: Hashable {
  /// From left to right: the first input.
  let x: Axis
  /// From bottom to top: the second; nil where there is only one.
  let y: Axis?

  /// Nil where there are more inputs than two, or samples too few to span a plane.
  init?(_ data: Dataset) {
    guard data.inputs.columns <= 2, data.count > 1 else { return nil }
    x = Axis(padding: data.inputs.column(0))
    y = data.inputs.columns == 2 ? Axis(padding: data.inputs.column(1)) : nil
  }

  /// The inputs in the middle of the cells of a grid, row by row from the top left.
  func places(_ size: Size) -> Matrix {
    guard let y else {
      return Matrix(
        rows: size.width, columns: 1,
        elements: (0..<size.width).map { x.value(at: (Double($0) + 0.5) / Double(size.width)) })
    }
    let grid = PlaneGrid(x: x, y: y, size: size)
    return Matrix(rows: grid.count, columns: 2, elements: grid.places)
  }
}

extension Axis {
  /// An axis with a little room on both sides of the values.
  init(padding values: [Double], by share: Double = 0.15) {
    let fitting = Axis(fitting: values)
    let margin = (fitting.upper - fitting.lower) * share
    self.init(from: fitting.lower - margin, to: fitting.upper + margin)
  }
}
