/// How good outputs are, beyond the loss.
public enum Metrics {
  /// The share of samples that are classified right.
  ///
  /// One output: on the target's side of 0.5, and exactly 0.5 is wrong; several: the largest output
  /// is where the largest target is (the first of equals).
  /// - Precondition: both matrices have the same shape.
  public static func accuracy(outputs: Matrix, targets: Matrix) -> Double {
    guard outputs.columns > 1 else { return labelAccuracy(outputs: outputs, targets: targets) }
    precondition(outputs.rows == targets.rows && outputs.columns == targets.columns)
    let right = (0..<outputs.rows).count { row in
      largest(outputs.row(row)) == largest(targets.row(row))
    }
    return Double(right) / Double(max(1, outputs.rows))
  }

  /// The share of numbers that are on the target's side of 0.5, where several outputs say yes or no each for itself.
  ///
  /// Exactly 0.5 is wrong.
  /// - Precondition: both matrices have the same shape.
  public static func labelAccuracy(outputs: Matrix, targets: Matrix) -> Double {
    precondition(outputs.rows == targets.rows && outputs.columns == targets.columns)
    let right = zip(outputs.elements, targets.elements).count(where: isRight)
    return Double(right) / Double(max(1, outputs.elements.count))
  }

  /// How often a sample of class i (row) was taken for class j (column).
  public static func confusion(outputs: Matrix, targets: Matrix) -> Matrix {
    let classes = max(2, targets.columns)
    var counts = Matrix(rows: classes, columns: classes)
    for row in 0..<outputs.rows {
      counts[label(targets.row(row)), label(outputs.row(row))] += 1
    }
    return counts
  }

  /// R², the share of the targets' variance that the outputs explain; nil when the targets do not vary.
  public static func rSquared(outputs: Matrix, targets: Matrix) -> Double? {
    var (unexplained, total) = (0.0, 0.0)
    for column in 0..<targets.columns {
      let values = targets.column(column)
      let mean = values.reduce(0, +) / Double(max(1, values.count))
      for (row, value) in values.enumerated() {
        let (error, deviation) = (outputs[row, column] - value, value - mean)
        unexplained += error * error
        total += deviation * deviation
      }
    }
    return total > 0 ? 1 - unexplained / total : nil
  }

  /// The class a row of outputs or targets stands for: beyond 0.5, or the largest.
  static func label(_ row: ArraySlice<Double>) -> Int {
    row.count == 1 ? (row[row.startIndex] > 0.5 ? 1 : 0) : largest(row)
  }

  /// The place of the largest number, the first of equals.
  static func largest(_ row: ArraySlice<Double>) -> Int {
    var best = row.startIndex
    for index in row.indices where row[index] > row[best] { best = index }
    return best - row.startIndex
  }

  private static func isRight(_ output: Double, _ target: Double) -> Bool {
    target > 0.5 ? output > 0.5 : output < 0.5
  }
}
