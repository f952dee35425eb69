extension Initializer {
  /// Rows (or columns, whichever are fewer) of length 1 at right angles.
  public static let orthogonal = Initializer(
    name: "orthogonal", title: "orthogonal", formula: "W Wᵀ = 1 or Wᵀ W = 1",
    summary: "Turns signals without stretching them, through many layers.",
    source: "Saxe, McClelland and Ganguli 2014",
    draw: { shape, stream in orthogonalMatrix(shape.units, shape.inputs, from: &stream) })
}

/// A normal matrix whose shorter side is made orthonormal, vector after vector (modified Gram-Schmidt).
private func orthogonalMatrix(
  _ units: Int, _ inputs: Int, from stream: inout RandomStream
) -> Matrix {
  let (count, length) = (min(units, inputs), max(units, inputs))
  var vectors: [[Double]] = []
  while vectors.count < count {
    var vector = (0..<length).map { _ in stream.normal() }
    for other in vectors {
      let share = zip(vector, other).reduce(0) { $0 + $1.0 * $1.1 }
      for index in vector.indices { vector[index] -= share * other[index] }
    }
    let norm = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
    // A vector almost within the span of the others is drawn again.
    if norm > 1e-6 { vectors.append(vector.map { $0 / norm }) }
  }
  var weights = Matrix(rows: units, columns: inputs)
  for unit in 0..<units {
    for input in 0..<inputs {
      weights[unit, input] = units <= inputs ? vectors[unit][input] : vectors[input][unit]
    }
  }
  return weights
}
