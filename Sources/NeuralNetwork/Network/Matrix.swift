/// A rectangle of numbers, row by row.
///
/// In data, each row is a sample; in weights, each row leads into one unit.
public struct Matrix: Hashable, Sendable {
  /// The number of rows.
  public let rows: Int
  /// The number of columns.
  public let columns: Int
  /// All numbers, row after row: `rows * columns` of them.
  public var elements: [Double]

  /// A matrix of the given shape, all elements alike.
  public init(rows: Int, columns: Int, repeating value: Double = 0) {
    self.init(
      rows: rows, columns: columns, elements: Array(repeating: value, count: rows * columns))
  }

  /// A matrix from its elements, row after row.
  /// - Precondition: there are `rows * columns` elements.
  public init(rows: Int, columns: Int, elements: [Double]) {
    precondition(
      elements.count == rows * columns,
      "a \(rows) x \(columns) matrix needs \(rows * columns) elements, not \(elements.count)")
    self.rows = rows
    self.columns = columns
    self.elements = elements
  }

  /// A matrix from its rows.
  /// - Precondition: all rows have the same length.
  public init(_ rows: [[Double]]) {
    let columns = rows.first?.count ?? 0
    precondition(rows.allSatisfy { $0.count == columns }, "the rows differ in length")
    self.init(rows: rows.count, columns: columns, elements: rows.flatMap { $0 })
  }

  /// The number in a row and a column, both counted from 0.
  public subscript(row: Int, column: Int) -> Double {
    get { elements[offset(row, column)] }
    set { elements[offset(row, column)] = newValue }
  }

  /// One row, counted from 0.
  public func row(_ row: Int) -> ArraySlice<Double> {
    elements[offset(row, 0)..<offset(row, 0) + columns]
  }

  /// One column, counted from 0.
  public func column(_ column: Int) -> [Double] {
    (0..<rows).map { self[$0, column] }
  }

  /// The given rows, in the given order; repeats allowed.
  public func selecting(rows indices: [Int]) -> Matrix {
    Matrix(rows: indices.count, columns: columns, elements: indices.flatMap { row($0) })
  }

  /// Some rows that follow each other; all of them are the matrix itself.
  func rows(_ range: Range<Int>) -> Matrix {
    guard range != 0..<rows else { return self }
    let numbers = elements[range.lowerBound * columns..<range.upperBound * columns]
    return Matrix(rows: range.count, columns: columns, elements: Array(numbers))
  }

  private func offset(_ row: Int, _ column: Int) -> Int {
    precondition(
      row >= 0 && row < rows && column >= 0 && (column < columns || columns == 0),
      "[\(row), \(column)] lies outside a \(rows) x \(columns) matrix")
    return row * columns + column
  }
}
