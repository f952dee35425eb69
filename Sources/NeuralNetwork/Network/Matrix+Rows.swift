extension Matrix {
  /// Its rows, a list of numbers each.
  package var rowsOfNumbers: [[Double]] { (0..<rows).map { Array(row($0)) } }
}
