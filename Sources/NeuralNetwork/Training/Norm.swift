/// The L2 norm √Σx², also where squares are too large for a number.
enum Norm {
  /// A power of two near the largest of some numbers: divided by it, which costs no digit, very large and tiny ones have squares.
  static func unit(of values: some Sequence<Double>) -> Double {
    let largest = values.reduce(0) { max($0, $1.magnitude) }
    return largest.isNormal ? largest.binade : 1
  }

  /// The norm of some numbers, added in their order.
  static func of(_ values: some Sequence<Double>) -> Double {
    let squares = values.reduce(0) { $0 + $1 * $1 }
    guard squares == .infinity else { return squares.squareRoot() }
    let largest = values.reduce(0) { max($0, $1.magnitude) }
    guard largest.isFinite else { return largest }
    return largest * values.reduce(0) { $0 + ($1 / largest) * ($1 / largest) }.squareRoot()
  }
}
