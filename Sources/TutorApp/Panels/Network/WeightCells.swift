import NeuralNetwork
import TerminalCanvas

/// The weights of a layer as cells of color, a row for each input and a column for each unit; where there is no room for all,
/// several share a cell, which shows the largest of them.
struct WeightCells {
  private let weights: Matrix
  private let scale: ToneScale
  private let room: Size
  /// The most weights that share a cell, across and down.
  let across: Int
  let down: Int
  /// Columns and samples down of a cell.
  private let cell: Size

  /// - Parameters:
  ///   - weights: a row for each line.
  ///   - scale: the one scale of all layers.
  ///   - rect: the room.
  ///   - canvas: what it is drawn on.
  init(_ weights: Matrix, scale: ToneScale, in rect: Rect, on canvas: Canvas) {
    self.weights = weights
    self.scale = scale
    room = canvas.samples(in: rect)
    across = max(1, (weights.columns + max(1, room.width) - 1) / max(1, room.width))
    down = max(1, (weights.rows + max(1, room.height) - 1) / max(1, room.height))
    // Where every line has a row of its own, it stands beside its unit's number.
    let hasRows = weights.rows <= rect.height
    cell = Size(
      width: max(1, min(4, room.width * across / max(1, weights.columns))),
      height: hasRows ? room.height / max(1, rect.height) : 1)
  }

  /// The column in the middle of a unit's cells.
  func column(ofUnit unit: Int) -> Int {
    (unit - 1) * cells.width / max(1, weights.columns) * cell.width + cell.width / 2
  }

  /// Columns and samples down that the cells take.
  var size: Size { Size(width: cells.width * cell.width, height: cells.height * cell.height) }

  /// Cells across and down.
  private var cells: Size {
    Size(width: min(weights.columns, room.width), height: min(weights.rows, room.height))
  }

  /// Draws the cells at the top left of a rectangle.
  func draw(in rect: Rect, on canvas: inout Canvas) {
    let size = size
    canvas.drawTones(in: rect.split(left: size.width).left) { x, y in
      y < size.height ? scale.tone(weight(x / cell.width, y / cell.height)) : nil
    }
  }

  /// The largest weight of a cell, with its sign.
  private func weight(_ column: Int, _ row: Int) -> Double {
    let cells = cells
    var largest = 0.0
    for y in (row * weights.rows / cells.height)..<((row + 1) * weights.rows / cells.height) {
      for x
        in (column * weights.columns / cells.width)..<((column + 1) * weights.columns / cells.width)
      {
        let weight = weights[y, x]
        guard weight.isFinite else { return weight }
        if abs(weight) > abs(largest) { largest = weight }
      }
    }
    return largest
  }
}
