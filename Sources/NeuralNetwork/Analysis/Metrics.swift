/// How good outputs are, beyond the loss.
public enum Metrics {
  /// The share of samples that are classified right.
  ///
  /// One output: on the target's side of the boundary; several: the largest output is where the largest target is.
  ///
  /// A tie is a toss-up: an output on the boundary counts half, and one of k largest outputs 1/k.
  /// - Precondition: both matrices have the same shape.
  public static func accuracy(
    outputs: Matrix, targets: Matrix, boundary: Double
  ) -> Double {
    guard outputs.columns > 1 else {
      return labelAccuracy(outputs: outputs, targets: targets, boundary: boundary)
    }
    precondition(outputs.rows == targets.rows && outputs.columns == targets.columns)
    let right = (0..<outputs.rows).reduce(0) { sum, row in
      let guesses = guesses(outputs.row(row), boundary)
      return sum + (guesses.contains(largest(targets.row(row))) ? 1 / Double(guesses.count) : 0)
    }
    return right / Double(max(1, outputs.rows))
  }

  /// The share of numbers that are on the target's side of 0.5, where several outputs say yes or no each for itself.
  ///
  /// An output on the boundary counts half.
  /// - Precondition: both matrices have the same shape.
  public static func labelAccuracy(
    outputs: Matrix, targets: Matrix, boundary: Double
  ) -> Double {
    precondition(outputs.rows == targets.rows && outputs.columns == targets.columns)
    let right = zip(outputs.elements, targets.elements).reduce(0) { sum, pair in
      if pair.0 == boundary { return sum + 0.5 }
      return sum + ((pair.1 > 0.5 ? pair.0 > boundary : pair.0 < boundary) ? 1 : 0)
    }
    return right / Double(max(1, outputs.elements.count))
  }

  /// How often a sample of class i (row) was taken for class j (column).
  ///
  /// A sample whose outputs tie counts in equal shares for each of the classes: the diagonal adds up to the accuracy.
  public static func confusion(
    outputs: Matrix, targets: Matrix, boundary: Double
  ) -> Matrix {
    let classes = max(2, targets.columns)
    var counts = Matrix(rows: classes, columns: classes)
    for row in 0..<outputs.rows {
      let guesses = guesses(outputs.row(row), boundary)
      for guess in guesses { counts[label(targets.row(row)), guess] += 1 / Double(guesses.count) }
    }
    return counts
  }

  /// The classes that a row of outputs stands for: one, or all that tie.
  package static func guesses(_ row: ArraySlice<Double>, _ boundary: Double) -> [Int] {
    guard row.count > 1 else {
      let output = row[row.startIndex]
      return output == boundary ? [0, 1] : [output > boundary ? 1 : 0]
    }
    let most = row[row.startIndex + largest(row)]
    let ties = row.indices.filter { row[$0] == most }.map { $0 - row.startIndex }
    return ties.isEmpty ? [0] : ties
  }

  /// R², the share of the targets' variance that the outputs explain; nil when the targets do not vary.
  public static func rSquared(outputs: Matrix, targets: Matrix) -> Double? {
    let unit = Norm.unit(of: targets.elements)
    var (unexplained, total) = (0.0, 0.0)
    for column in 0..<targets.columns {
      let values = targets.column(column).map { $0 / unit }
      let mean = values.reduce(0, +) / Double(max(1, values.count))
      for (row, value) in values.enumerated() {
        let (error, deviation) = (outputs[row, column] / unit - value, value - mean)
        unexplained += error * error
        total += deviation * deviation
      }
    }
    return total > 0 ? 1 - unexplained / total : nil
  }

  /// The root of the mean square error.
  public static func rootMeanSquareError(outputs: Matrix, targets: Matrix) -> Double {
    let misses = zip(outputs.elements, targets.elements).map { $0 - $1 }
    let unit = Norm.unit(of: misses)
    let squares = misses.reduce(0) { $0 + ($1 / unit) * ($1 / unit) }
    return (squares / Double(misses.count)).squareRoot() * unit
  }

  /// The class a row of outputs or targets stands for: beyond 0.5, or the largest.
  static func label(_ row: ArraySlice<Double>) -> Int {
    row.count == 1 ? (row[row.startIndex] > 0.5 ? 1 : 0) : largest(row)
  }

  /// The place of the largest number, the first of equals.
  package static func largest(_ row: ArraySlice<Double>) -> Int {
    var best = row.startIndex
    for index in row.indices where row[index] > row[best] { best = index }
    return best - row.startIndex
  }
}
