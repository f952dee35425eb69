import CKernels
import Testing

@testable import NeuralNetwork

private let activations = Activation.all.filter { !$0.isRowwise }.compactMap(\.kernel)
private let losses = Loss.all.compactMap(\.kernel)
private let lengths = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 15, 16, 17, 31, 32, 33, 40, 100]

@Suite struct KernelElementwiseTests {
  @Test(arguments: [false, true])
  func `activations and their derivatives`(hostile: Bool) {
    var numbers = KernelNumbers(seed: 4)
    for kind in activations {
      for n in lengths {
        let z = hostile ? numbers.hostile(n) : numbers.numbers(n, scale: 5)
        let upstream = hostile ? numbers.hostile(n) : numbers.numbers(n)
        let a = z.map { KernelReference.activation(kind, slope: 0.1, $0) }
        let delta = (0..<n).map {
          KernelReference.activationGradient(
            kind, slope: 0.1, z: z[$0], a: a[$0], delta: upstream[$0])
        }
        for kernels in kernelVariants {
          var got = [Double](repeating: 7, count: n + 1)
          kernels.activate(kind, 0.1, z, &got, n)
          #expect(sameBits(Array(got.dropLast()), a) && got[n] == 7)
          var gotDelta = upstream + [7]
          kernels.activation_gradient(kind, 0.1, z, a, &gotDelta, n)
          #expect(sameBits(Array(gotDelta.dropLast()), delta) && gotDelta[n] == 7)
        }
      }
    }
  }

  @Test func `the kinks: relu has no slope at 0, leaky relu its own`() {
    var delta = [3.0, 3]
    dk_activation_gradient(dk_activation_relu, 0, [0, -0.0], [0, 0], &delta, 2)
    #expect(delta == [0, 0])
    delta = [3]
    dk_activation_gradient(dk_activation_leaky_relu, 0.25, [0], [0], &delta, 1)
    #expect(delta == [0.75])
  }

  @Test(arguments: [false, true])
  func `softmax and its derivative`(hostile: Bool) {
    var numbers = KernelNumbers(seed: 5)
    for rows in [0, 1, 3] {
      for units in [1, 2, 3, 7, 8, 9, 10, 16, 19] {
        let n = rows * units
        var z = hostile ? numbers.hostile(n) : numbers.numbers(n, scale: 6)
        if !hostile, n > 2 { z[1] = z[0] }
        let upstream = numbers.numbers(n)
        var a: [Double] = []
        var delta: [Double] = []
        for s in 0..<rows {
          let row = s * units..<(s + 1) * units
          a += KernelReference.softmax(Array(z[row])).a
          delta += KernelReference.softmaxGradient(a: Array(a[row]), delta: Array(upstream[row]))
        }
        for kernels in kernelVariants {
          var got = [Double](repeating: 7, count: n + 1)
          kernels.softmax(z, &got, rows, units)
          #expect(sameBits(got, a + [7]), "\(rows) x \(units)")
          var gotDelta = upstream
          kernels.softmax_gradient(a, &gotDelta, rows, units)
          #expect(sameBits(gotDelta, delta), "\(rows) x \(units)")
        }
      }
    }
  }

  @Test(arguments: [false, true])
  func `losses and their derivatives`(hostile: Bool) {
    var numbers = KernelNumbers(seed: 6)
    for kind in losses {
      for (rows, units) in [(1, 1), (4, 1), (10, 2), (3, 3), (5, 7), (2, 8), (6, 10), (3, 17)] {
        let n = rows * units
        let z = hostile ? numbers.hostile(n) : numbers.numbers(n, scale: 5)
        let a = hostile ? numbers.hostile(n) : numbers.numbers(n, scale: 3)
        var t = numbers.numbers(n)
        if kind != dk_loss_mse { t = t.map { $0 > 0.5 ? 1 : 0 } }
        let expected = KernelReference.loss(
          kind, parameter: 0.8, z: z, a: a, t: t, rows: rows, units: units)
        for kernels in kernelVariants {
          let label = "\(kind.rawValue) \(rows) x \(units) \(String(cString: kernels.name))"
          var gotA = a
          var delta = [Double](repeating: 7, count: n + 1)
          let value = kernels.loss(kind, 0.8, z, &gotA, t, &delta, rows, units)
          #expect(sameBits(value, expected.value), "\(label): \(value) \(expected.value)")
          #expect(sameBits(gotA, expected.a), "a of \(label)")
          #expect(sameBits(delta, expected.delta + [7]), "delta of \(label)")
          let alone = kernels.loss(kind, 0.8, z, &gotA, t, nil, rows, units)
          #expect(sameBits(alone, expected.value), "value alone of \(label)")
        }
      }
    }
  }

  @Test func `cross-entropies stay finite and exact for any logits`() {
    var a = [0.0, 0]
    var delta = [0.0, 0]
    #expect(dk_loss(dk_loss_cce, 0, [0, 1000], &a, [1, 0], &delta, 1, 2) == 1000)
    #expect(delta == [-1, 1])
    // The right class leads by 50: loss exp(-50), not the 0 that log(1 + exp(-50)) would round to.
    #expect(
      abs(dk_loss(dk_loss_cce, 0, [50, 0], &a, [1, 0], nil, 1, 2) / dk_exp(-50) - 1) < 1e-15)
    #expect(dk_loss(dk_loss_bce, 0, [800], &a, [0], &delta, 1, 1) == 800)
    #expect(delta[0] == 1)
  }

  @Test func `a derivative is the slope of its loss`() {
    var numbers = KernelNumbers(seed: 7)
    for kind in losses {
      let (rows, units) = (3, 4)
      let point = numbers.numbers(12)
      let t = (0..<12).map { $0 % 4 == $0 / 4 ? 1.0 : 0 }
      func value(_ x: [Double]) -> Double {
        var a = x
        return dk_loss(kind, 0.8, x, &a, t, nil, rows, units)
      }
      var a = point
      var delta = a
      _ = dk_loss(kind, 0.8, point, &a, t, &delta, rows, units)
      for e in 0..<12 {
        var up = point
        var down = point
        up[e] += 1e-5
        down[e] -= 1e-5
        #expect(abs((value(up) - value(down)) / 2e-5 - delta[e]) < 1e-8, "\(kind.rawValue) \(e)")
      }
    }
  }

  @Test func `penalties`() {
    var numbers = KernelNumbers(seed: 8)
    for n in lengths {
      var w = numbers.numbers(n)
      if n > 1 { w[1] = 0 }
      let dw = numbers.numbers(n)
      let expected = KernelReference.penalty(w, dw, l1: 0.01, l2: 0.3)
      for kernels in kernelVariants {
        var got = dw
        #expect(sameBits(kernels.penalty(w, &got, 0.01, 0.3, n), expected.value))
        #expect(sameBits(got, expected.dw))
        #expect(sameBits(kernels.penalty(w, nil, 0.01, 0.3, n), expected.value))
      }
    }
  }

  @Test func `reductions`() {
    var numbers = KernelNumbers(seed: 9)
    for n in lengths {
      let x = numbers.numbers(n)
      for kernels in kernelVariants {
        #expect(sameBits(kernels.sum_of_squares(x, n), KernelReference.sumOfSquares(x)))
        #expect(kernels.all_finite(x, n))
        for e in 0..<n {
          for bad in [Double.nan, .infinity, -.infinity] {
            var broken = x
            broken[e] = bad
            #expect(!kernels.all_finite(broken, n))
          }
        }
      }
    }
  }
}
