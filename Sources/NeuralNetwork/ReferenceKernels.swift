/// The few operations that all training is made of, written as plainly as they can be.
///
/// Matrices are row after row, samples are rows, weights are [inputs][units]. The arrays never overlap
/// unless a function says so.
enum ReferenceKernels {
  typealias Input = UnsafePointer<Double>
  typealias Output = UnsafeMutablePointer<Double>

  // MARK: Products

  /// z[s][j] = b[j] + Σᵢ x[s][i] w[i][j]; x [rows][inputs], w [inputs][units], b [units] or nil.
  static func affine(
    _ x: Input, _ w: Input, _ b: Input?, _ z: Output, rows: Int, inputs: Int, units: Int
  ) {
    for row in 0..<rows {
      for unit in 0..<units {
        var sum = b?[unit] ?? 0
        for input in 0..<inputs { sum += x[row * inputs + input] * w[input * units + unit] }
        z[row * units + unit] = sum
      }
    }
  }

  /// dw[i][j] = Σₛ x[s][i] δ[s][j] and db[j] = Σₛ δ[s][j].
  static func weightGradient(
    _ x: Input, _ delta: Input, _ dw: Output, _ db: Output?, rows: Int, inputs: Int, units: Int
  ) {
    for unit in 0..<units {
      for input in 0..<inputs {
        var sum = 0.0
        for row in 0..<rows { sum += x[row * inputs + input] * delta[row * units + unit] }
        dw[input * units + unit] = sum
      }
      var sum = 0.0
      for row in 0..<rows { sum += delta[row * units + unit] }
      db?[unit] = sum
    }
  }

  /// dx[s][i] = Σⱼ δ[s][j] w[i][j]: the error carried back through the weights.
  static func inputGradient(
    _ delta: Input, _ w: Input, _ dx: Output, rows: Int, inputs: Int, units: Int
  ) {
    for row in 0..<rows {
      for input in 0..<inputs {
        var sum = 0.0
        for unit in 0..<units { sum += delta[row * units + unit] * w[input * units + unit] }
        dx[row * inputs + input] = sum
      }
    }
  }

  // MARK: Activations

  /// a = f(z) for rows of units; a may be z.
  static func activate(
    _ kind: Activation, slope: Double, _ z: Input, _ a: Output, rows: Int, units: Int
  ) {
    guard kind == .softmax else {
      let function = kind.definition.function
      for index in 0..<rows * units { a[index] = function(z[index], slope) }
      return
    }
    for row in 0..<rows { softmax(z + row * units, a + row * units, units) }
  }

  /// From ∂L/∂a to ∂L/∂z, in place.
  static func activationGradient(
    _ kind: Activation, slope: Double, _ z: Input, _ a: Input, _ delta: Output, rows: Int,
    units: Int
  ) {
    guard kind == .softmax else {
      let derivative = kind.definition.derivative
      for index in 0..<rows * units { delta[index] *= derivative(z[index], a[index], slope) }
      return
    }
    for start in stride(from: 0, to: rows * units, by: units) {
      var mean = 0.0
      for unit in start..<start + units { mean += delta[unit] * a[unit] }
      for unit in start..<start + units { delta[unit] = a[unit] * (delta[unit] - mean) }
    }
  }

  /// One row; the largest z is taken off first, so that no power overflows.
  private static func softmax(_ z: Input, _ a: Output, _ units: Int) {
    var largest = z[0]
    for unit in 1..<max(1, units) where z[unit] > largest { largest = z[unit] }
    var sum = 0.0
    for unit in 0..<units {
      a[unit] = Elementary.exp(z[unit] - largest)
      sum += a[unit]
    }
    for unit in 0..<units { a[unit] /= sum }
  }

  // MARK: Loss and penalty

  /// The loss of a batch, and in δ its derivative: by z for the losses computed from z, by a for the others.
  static func loss(
    _ kind: Loss, _ z: Input, _ a: Input, _ t: Input, _ delta: Output, rows: Int, units: Int
  ) -> Double {
    let (value, divisor) = (kind.definition.value, kind.divisor(rows: rows, outputs: units))
    let derivative = kind.definition.derivative
    var sum = 0.0
    switch kind {
    case .binaryCrossEntropy:
      for index in 0..<rows * units {
        let tail = Elementary.log1p(Elementary.exp(-abs(z[index])))
        sum += max(z[index], 0) - z[index] * t[index] + tail
        delta[index] = (a[index] - t[index]) / divisor
      }
    case .categoricalCrossEntropy:
      for row in 0..<rows {
        let start = row * units
        sum += crossEntropy(z + start, t + start, units)
        var total = 0.0
        for unit in start..<start + units { total += t[unit] }
        for unit in start..<start + units { delta[unit] = (a[unit] * total - t[unit]) / divisor }
      }
    case .perceptron:
      for index in 0..<rows * units {
        sum += value(z[index], t[index])
        delta[index] = derivative(z[index], t[index]) / divisor
      }
    case .meanSquaredError, .halfMeanSquaredError, .meanAbsoluteError, .huber:
      for index in 0..<rows * units {
        sum += value(a[index], t[index])
        delta[index] = derivative(a[index], t[index]) / divisor
      }
    }
    return sum / divisor
  }

  /// −Σ t ln softmax(z) of one row, by log-sum-exp.
  private static func crossEntropy(_ z: Input, _ t: Input, _ units: Int) -> Double {
    var largest = z[0]
    for unit in 1..<max(1, units) where z[unit] > largest { largest = z[unit] }
    var sum = 0.0
    for unit in 0..<units { sum += Elementary.exp(z[unit] - largest) }
    let logSum = largest + Elementary.log(sum)
    var loss = 0.0
    for unit in 0..<units where t[unit] != 0 { loss += t[unit] * (logSum - z[unit]) }
    return loss
  }

  /// λ₁ Σ|w| + λ₂/2 Σw²; its gradient is added to dw.
  static func penalty(
    _ w: Input, _ dw: Output, l1: Double, l2: Double, count: Int
  ) -> Double {
    var (absolutes, squares) = (0.0, 0.0)
    for index in 0..<count {
      absolutes += abs(w[index])
      squares += w[index] * w[index]
      dw[index] += l1 * sign(w[index]) + l2 * w[index]
    }
    return l1 * absolutes + l2 / 2 * squares
  }

  static func sumOfSquares(_ x: Input, _ count: Int) -> Double {
    var sum = 0.0
    for index in 0..<count { sum += x[index] * x[index] }
    return sum
  }

  static func allFinite(_ x: Input, _ count: Int) -> Bool {
    for index in 0..<count where !x[index].isFinite { return false }
    return true
  }
}
