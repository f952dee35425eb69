/// A place on the grid: column `x` and row `y`, both counted from 0 at the top left.
public struct Point: Hashable, Sendable {
  /// The column.
  public var x: Int
  /// The row.
  public var y: Int

  /// Makes a place of a column and a row.
  public init(x: Int, y: Int) {
    self.x = x
    self.y = y
  }
}

/// Columns and rows; never negative.
public struct Size: Hashable, Sendable {
  /// Columns.
  public let width: Int
  /// Rows.
  public let height: Int

  /// Makes a size; what is negative becomes 0.
  public init(width: Int, height: Int) {
    self.width = max(0, width)
    self.height = max(0, height)
  }
}

/// A rectangle of cells.
///
/// Its width and height are never negative, so every way of cutting one is safe at any size.
public struct Rect: Hashable, Sendable {
  /// The first column.
  public let x: Int
  /// The first row.
  public let y: Int
  /// Columns.
  public let width: Int
  /// Rows.
  public let height: Int

  /// Makes a rectangle; a negative width or height becomes 0.
  public init(x: Int, y: Int, width: Int, height: Int) {
    self.x = x
    self.y = y
    self.width = max(0, width)
    self.height = max(0, height)
  }

  /// Makes the rectangle of a whole grid.
  public init(size: Size) {
    self.init(x: 0, y: 0, width: size.width, height: size.height)
  }

  /// The top left cell.
  public var origin: Point { Point(x: x, y: y) }
  /// Columns and rows.
  public var size: Size { Size(width: width, height: height) }
  /// The column after the last one.
  public var maxX: Int { x + width }
  /// The row after the last one.
  public var maxY: Int { y + height }
  /// True when no cell is in it.
  public var isEmpty: Bool { width == 0 || height == 0 }

  /// True when `point` is one of its cells.
  public func contains(_ point: Point) -> Bool {
    point.x >= x && point.x < maxX && point.y >= y && point.y < maxY
  }

  /// The cells that both rectangles have.
  public func intersection(_ other: Rect) -> Rect {
    let left = max(x, other.x)
    let top = max(y, other.y)
    return Rect(
      x: left, y: top, width: min(maxX, other.maxX) - left, height: min(maxY, other.maxY) - top)
  }

  /// The rectangle moved to the right and down.
  package func moved(x across: Int, y down: Int) -> Rect {
    Rect(x: x + across, y: y + down, width: width, height: height)
  }

  /// The rectangle without some columns and rows at its edges.
  public func inset(left: Int = 0, top: Int = 0, right: Int = 0, bottom: Int = 0) -> Rect {
    Rect(x: x + left, y: y + top, width: width - left - right, height: height - top - bottom)
  }

  /// The first `rows` rows and what is left below them.
  public func split(top rows: Int) -> (top: Rect, rest: Rect) {
    let cut = min(max(0, rows), height)
    return (
      Rect(x: x, y: y, width: width, height: cut),
      Rect(x: x, y: y + cut, width: width, height: height - cut)
    )
  }

  /// The last `rows` rows and what is left above them.
  public func split(bottom rows: Int) -> (rest: Rect, bottom: Rect) {
    let (rest, bottom) = split(top: height - min(max(0, rows), height))
    return (rest, bottom)
  }

  /// The first `columns` columns and what is left to their right.
  public func split(left columns: Int) -> (left: Rect, rest: Rect) {
    let cut = min(max(0, columns), width)
    return (
      Rect(x: x, y: y, width: cut, height: height),
      Rect(x: x + cut, y: y, width: width - cut, height: height)
    )
  }

  /// The last `columns` columns and what is left to their left.
  public func split(right columns: Int) -> (rest: Rect, right: Rect) {
    let (rest, right) = split(left: width - min(max(0, columns), width))
    return (rest, right)
  }
}
