import CKernels
import Testing

@testable import NeuralNetwork

private func optimizer(_ kind: dk_optimizer_kind) -> dk_optimizer {
  .usual(kind, learningRate: 0.05)
}

private let optimizers: [dk_optimizer] = {
  var all = Optimizer.Rule.all.compactMap(\.kernel).map(optimizer)
  var plainRMSProp = optimizer(dk_optimizer_rmsprop)
  plainRMSProp.momentum = 0
  var centered = optimizer(dk_optimizer_rmsprop)
  centered.centered = true
  var slower = optimizer(dk_optimizer_adagrad)
  slower.learning_rate_decay = 0.1
  all += [plainRMSProp, centered, slower]
  return all
    + all.map {
      var decayed = $0
      decayed.weight_decay = 0.02
      decayed.gradient_scale = 0.7
      decayed.gradient_limit = 0.9
      return decayed
    }
}()

@Suite struct KernelOptimizerTests {
  @Test func `every optimizer follows its formula, step by step`() {
    var numbers = KernelNumbers(seed: 10)
    for o in optimizers {
      for n in [0, 1, 3, 8, 21] {
        let start = numbers.numbers(n)
        let gradients = (0..<3).map { _ in numbers.numbers(n) }
        var expected = start.map { KernelReference.Parameter(theta: $0) }
        for t in 1...3 {
          for e in 0..<n {
            KernelReference.update(o, t: t, &expected[e], gradient: gradients[t - 1][e])
          }
        }
        for kernels in kernelVariants {
          let got = run(kernels, o, start: start, gradients: gradients)
          let label = "\(o.kind.rawValue) n \(n) \(String(cString: kernels.name))"
          #expect(sameBits(got.theta, expected.map(\.theta)), "\(label)")
          #expect(sameBits(got.velocity, expected.map(\.velocity)), "velocity \(label)")
          #expect(sameBits(got.first, expected.map(\.first)), "first \(label)")
          #expect(sameBits(got.second, expected.map(\.second)), "second \(label)")
        }
      }
    }
  }

  @Test func `the first step of momentum is the gradient, and of adam the learning rate`() {
    for kernels in kernelVariants {
      let momentum = run(kernels, optimizer(dk_optimizer_momentum), start: [1], gradients: [[2]])
      #expect(momentum.velocity == [2] && momentum.theta == [0.9])
      let adam = run(kernels, optimizer(dk_optimizer_adam), start: [1], gradients: [[2]])
      #expect(abs(adam.theta[0] - 0.95) < 1e-9)
    }
  }

  @Test func `moments that die out become 0, not denormal`() {
    for kernels in kernelVariants {
      var o = optimizer(dk_optimizer_momentum)
      o.momentum = 0.5
      let quiet = [[Double]](repeating: [0], count: 1000)
      let got = run(kernels, o, start: [1], gradients: [[1e-10]] + quiet)
      #expect(got.velocity == [0])
    }
  }

  private struct State {
    var theta, velocity, first, second: [Double]
  }

  private func run(
    _ kernels: dk_kernels, _ o: dk_optimizer, start: [Double], gradients: [[Double]]
  ) -> State {
    let zeros = [Double](repeating: 0, count: start.count)
    var state = State(theta: start, velocity: zeros, first: zeros, second: zeros)
    state.velocity.withUnsafeMutableBufferPointer { velocity in
      state.first.withUnsafeMutableBufferPointer { first in
        state.second.withUnsafeMutableBufferPointer { second in
          let moments = dk_moments(
            velocity: velocity.baseAddress, first_moment: first.baseAddress,
            second_moment: second.baseAddress)
          withUnsafePointer(to: o) { o in
            for (t, gradient) in gradients.enumerated() {
              kernels.update(o, t + 1, &state.theta, gradient, moments, start.count)
            }
          }
        }
      }
    }
    return state
  }
}
