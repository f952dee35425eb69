import CKernels
import Testing

/// Every kernel once more in plain Swift, one number after the other in the order the header
/// promises: the judge of the fast ones.
///
/// Only the elementary functions are shared; they have their own judge.
enum KernelReference {
  static func affine(
    _ x: [Double], _ w: [Double], _ b: [Double]?, rows: Int, inputs: Int, units: Int
  ) -> [Double] {
    var z: [Double] = []
    for s in 0..<rows {
      for j in 0..<units {
        var sum = b?[j] ?? 0
        for i in 0..<inputs { sum.addProduct(x[s * inputs + i], w[i * units + j]) }
        z.append(sum)
      }
    }
    return z
  }

  static func weightGradient(
    _ x: [Double], _ delta: [Double], rows: Int, inputs: Int, units: Int
  ) -> (dw: [Double], db: [Double]) {
    var dw: [Double] = []
    for i in 0..<inputs {
      for j in 0..<units {
        var sum = 0.0
        for s in 0..<rows { sum.addProduct(x[s * inputs + i], delta[s * units + j]) }
        dw.append(sum)
      }
    }
    let db = (0..<units).map { j in (0..<rows).reduce(0.0) { $0 + delta[$1 * units + j] } }
    return (dw, db)
  }

  static func inputGradient(
    _ delta: [Double], _ w: [Double], rows: Int, inputs: Int, units: Int
  ) -> [Double] {
    var dx: [Double] = []
    for s in 0..<rows {
      for i in 0..<inputs {
        var sum = 0.0
        for j in 0..<units { sum.addProduct(delta[s * units + j], w[i * units + j]) }
        dx.append(sum)
      }
    }
    return dx
  }

  static func activation(_ kind: dk_activation, slope: Double, _ z: Double) -> Double {
    switch kind {
    case dk_activation_sigmoid: dk_sigmoid(z)
    case dk_activation_tanh: dk_tanh(z)
    case dk_activation_relu: z <= 0 ? 0 : z
    case dk_activation_leaky_relu: z > 0 ? z : slope * z
    case dk_activation_linear: z
    default: .nan
    }
  }

  static func activationGradient(
    _ kind: dk_activation, slope: Double, z: Double, a: Double, delta: Double
  ) -> Double {
    switch kind {
    case dk_activation_sigmoid: delta * (a * (1 - a))
    case dk_activation_tanh: delta * (1.0).addingProduct(-a, a)
    case dk_activation_relu: z > 0 ? delta : 0
    case dk_activation_leaky_relu: z > 0 ? delta : slope * delta
    case dk_activation_linear: delta
    default: .nan
    }
  }

  /// The sum over eight lanes of the header.
  static func laneSum(_ values: [Double]) -> Double {
    reduce(values) { $0 + $1 }
  }

  static func laneSumOfSquares(_ values: [Double]) -> Double {
    reduce(values) { $0.addingProduct($1, $1) }
  }

  private static func reduce(_ values: [Double], add: (Double, Double) -> Double) -> Double {
    var l = [Double](repeating: 0, count: 8)
    for (e, value) in values.enumerated() { l[e % 8] = add(l[e % 8], value) }
    return ((l[0] + l[4]) + (l[2] + l[6])) + ((l[1] + l[5]) + (l[3] + l[7]))
  }

  static func sumOfSquares(_ x: [Double]) -> Double {
    var sums = [[Double]](repeating: [Double](repeating: 0, count: 8), count: 4)
    for (e, value) in x.enumerated() { sums[e / 8 % 4][e % 8].addProduct(value, value) }
    return laneSum((0..<8).map { (sums[0][$0] + sums[1][$0]) + (sums[2][$0] + sums[3][$0]) })
  }

  /// One row: its probabilities, its largest logit and the sum of the numerators without one largest.
  static func softmax(_ z: [Double]) -> (a: [Double], largest: Double, others: Double) {
    let largest = z.reduce(-Double.infinity) { $1 > $0 ? $1 : $0 }
    let numerators = z.map { dk_exp($0 - largest) }
    let below = laneSum(zip(z, numerators).map { $0 == largest ? 0 : $1 })
    let others = below + (Double(z.count { $0 == largest }) - 1)
    return (numerators.map { $0 / (others + 1) }, largest, others)
  }

  static func softmaxGradient(a: [Double], delta: [Double]) -> [Double] {
    let mean = laneSum(zip(a, delta).map(*))
    return zip(a, delta).map { $0 * ($1 - mean) }
  }

  static func loss(
    _ kind: dk_loss_kind, parameter c: Double, z: [Double], a: [Double], t: [Double], rows: Int,
    units: Int
  ) -> (value: Double, a: [Double], delta: [Double]) {
    let n = Double(rows * units)
    let errors = zip(a, t).map { $0 - $1 }
    switch kind {
    case dk_loss_mse:
      return (laneSumOfSquares(errors) / n, a, errors.map { $0 * (2 / n) })
    case dk_loss_half_mse:
      return (laneSumOfSquares(errors) / (2 * n), a, errors.map { $0 * (1 / n) })
    case dk_loss_mae:
      let delta = errors.map { $0 > 0 ? 1 / n : $0 < 0 ? -(1 / n) : $0 * (1 / n) }
      return (laneSum(errors.map(\.magnitude)) / n, a, delta)
    case dk_loss_huber:
      let values = errors.map {
        $0.magnitude > c ? c * ($0.magnitude - 0.5 * c) : 0.5 * ($0 * $0)
      }
      let delta = errors.map { ($0 > c ? c : $0 < -c ? -c : $0) * (1 / n) }
      return (laneSum(values) / n, a, delta)
    case dk_loss_bce:
      let predictions = z.map { dk_sigmoid($0) }
      let values = zip(z, t).map {
        ($0 <= 0 ? 0 : $0).addingProduct(-$0, $1) + dk_softplus(-$0.magnitude)
      }
      return (laneSum(values) / n, predictions, zip(predictions, t).map { ($0 - $1) * (1 / n) })
    case dk_loss_cce:
      var total = 0.0
      var predictions: [Double] = []
      var delta: [Double] = []
      for s in 0..<rows {
        let row = s * units..<(s + 1) * units
        let (a, largest, others) = softmax(Array(z[row]))
        let logSum = dk_log1p(others)
        total += laneSum(
          zip(z[row], t[row]).map { $1 == 0 ? 0 : $1 * ((largest - $0) + logSum) })
        let targetSum = laneSum(Array(t[row]))
        predictions += a
        delta += zip(a, t[row]).map { (-$1).addingProduct($0, targetSum) * (1 / Double(rows)) }
      }
      return (total / Double(rows), predictions, delta)
    default: preconditionFailure("there is no loss \(kind)")
    }
  }

  static func penalty(
    _ w: [Double], _ dw: [Double], l1: Double, l2: Double
  ) -> (value: Double, dw: [Double]) {
    let absolute = laneSum(w.map(\.magnitude))
    let squares = laneSumOfSquares(w)
    let gradient = zip(w, dw).map { w, dw in
      (dw + (w > 0 ? l1 : w < 0 ? -l1 : 0)).addingProduct(l2, w)
    }
    return ((0.5 * l2 * squares).addingProduct(l1, absolute), gradient)
  }

  /// One parameter and what the optimizer remembers of it.
  struct Parameter {
    var theta: Double
    var velocity = 0.0
    var first = 0.0
    var second = 0.0
  }

  static func update(_ o: dk_optimizer, t: Int, _ p: inout Parameter, gradient: Double) {
    func flushed(_ x: Double) -> Double { x.magnitude < 1e-300 ? 0 : x }
    func blend(_ moment: inout Double, _ keep: Double, _ fresh: Double) {
      moment = flushed(fresh.addingProduct(keep, moment))
    }
    var g = gradient * o.gradient_scale
    g = g > o.gradient_limit ? o.gradient_limit : g
    g = g < -o.gradient_limit ? -o.gradient_limit : g
    if o.kind != dk_optimizer_adamw, o.weight_decay != 0 {
      g.addProduct(o.weight_decay, p.theta)
    }
    switch o.kind {
    case dk_optimizer_sgd: p.theta -= o.learning_rate * g
    case dk_optimizer_momentum:
      blend(&p.velocity, o.momentum, g)
      p.theta.addProduct(-o.learning_rate, p.velocity)
    case dk_optimizer_nesterov:
      blend(&p.velocity, o.momentum, g)
      p.theta.addProduct(-o.learning_rate, g.addingProduct(o.momentum, p.velocity))
    case dk_optimizer_adagrad:
      p.second = flushed(p.second.addingProduct(g, g))
      let rate = o.learning_rate / (1.0).addingProduct(Double(t - 1), o.learning_rate_decay)
      p.theta.addProduct(-rate, g / (p.second.squareRoot() + o.epsilon))
    case dk_optimizer_rmsprop:
      blend(&p.second, o.alpha, (1 - o.alpha) * g * g)
      var square = p.second
      if o.centered {
        blend(&p.first, o.alpha, (1 - o.alpha) * g)
        square.addProduct(-p.first, p.first)
        square = square < 0 ? 0 : square
      }
      var step = g / (square.squareRoot() + o.epsilon)
      if o.momentum > 0 {
        blend(&p.velocity, o.momentum, step)
        step = p.velocity
      }
      p.theta.addProduct(-o.learning_rate, step)
    case dk_optimizer_adam, dk_optimizer_adamw:
      if o.kind == dk_optimizer_adamw, o.weight_decay != 0 {
        p.theta.addProduct(-(o.learning_rate * o.weight_decay), p.theta)
      }
      blend(&p.first, o.beta1, (1 - o.beta1) * g)
      blend(&p.second, o.beta2, (1 - o.beta2) * g * g)
      let rate = o.learning_rate / (1 - dk_power(o.beta1, t))
      let correction = 1 / (1 - dk_power(o.beta2, t))
      p.theta.addProduct(-rate, p.first / ((p.second * correction).squareRoot() + o.epsilon))
    default: preconditionFailure("there is no optimizer \(o.kind)")
    }
  }
}

/// All variants of the kernels this machine can run.
var kernelVariants: [dk_kernels] {
  (0..<dk_variant_count()).compactMap { dk_variant($0)?.pointee }
}

/// A small generator (SplitMix64), so that every run tests the same numbers.
struct KernelNumbers {
  private var state: UInt64

  init(seed: Int) { state = UInt64(seed) &* 0x9e37_79b9_7f4a_7c15 }

  mutating func bits() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }

  /// Between -scale and scale.
  mutating func number(_ scale: Double = 2) -> Double {
    (Double(bits() >> 11) * 0x1p-52 - 1) * scale
  }

  mutating func numbers(_ count: Int, scale: Double = 2) -> [Double] {
    (0..<count).map { _ in number(scale) }
  }

  /// Ordinary numbers mixed with those that break careless code.
  mutating func hostile(_ count: Int) -> [Double] {
    let bad = [
      0, -0.0, .infinity, -.infinity, .nan, 0x1p-1074, -0x1p-1074, 0x1p-1022, -0x1p-1030, 1.7e308,
      -1.7e308,
      1e-301, 709.9, -745.2, 1, -1,
    ]
    return (0..<count).map { _ in
      bits() % 3 == 0 ? bad[Int(bits() % UInt64(bad.count))] : number(4)
    }
  }
}

/// The same bits; any two NaNs count as the same, since their sign and payload are the processor's.
func sameBits(_ got: [Double], _ expected: [Double]) -> Bool {
  got.count == expected.count
    && zip(got, expected).allSatisfy { $0.bitPattern == $1.bitPattern || $0.isNaN && $1.isNaN }
}

func sameBits(_ got: Double, _ expected: Double) -> Bool { sameBits([got], [expected]) }

@Suite struct KernelReferenceTests {
  @Test func `the reference itself agrees with a calculation by hand`() {
    // One sigmoid neuron with weight 0.15 and bias 0.4 on the input 0.1: z = 0.415, a = 0.6023.
    let z = KernelReference.affine([0.1], [0.15], [0.4], rows: 1, inputs: 1, units: 1)
    #expect(abs(z[0] - 0.415) < 1e-15)
    let a = KernelReference.activation(dk_activation_sigmoid, slope: 0, z[0])
    #expect(abs(a - 0.602286) < 1e-6)
    // Rows (1 2) and (3 4) carried back through weights (1 10 / 100 1000): 1 + 20, 100 + 2000, ...
    let dx = KernelReference.inputGradient(
      [1, 2, 3, 4], [1, 10, 100, 1000], rows: 2, inputs: 2, units: 2)
    #expect(dx == [21, 2100, 43, 4300])
    let gradient = KernelReference.weightGradient(
      [1, 2, 3, 4], [10, 100], rows: 2, inputs: 2, units: 1)
    #expect(gradient.dw == [310, 420] && gradient.db == [110])
  }

  @Test func `the widest variant is the one in use, and the baseline always exists`() {
    #expect(dk_variant_count() >= 1)
    #expect(kernelVariants.count == dk_variant_count())
    #expect(dk_variant(dk_variant_count()) == nil && dk_variant(-1) == nil)
  }
}
