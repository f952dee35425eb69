import CKernels
import Testing

@testable import NeuralNetwork

private let (linear, sigmoid, tanh, relu, leaky, softmax) = (
  dk_activation_linear, dk_activation_sigmoid, dk_activation_tanh, dk_activation_relu,
  dk_activation_leaky_relu, dk_activation_softmax
)

private func same(_ one: dk_losses, _ other: dk_losses) -> Bool {
  sameBits([one.data, one.objective], [other.data, other.objective])
}

@Suite struct KernelTrainingTests {
  private struct Case {
    let sizes: [Int]
    let activations: [dk_activation]
    let loss: dk_loss_kind
    var rows = 4
  }

  private let cases = [
    Case(sizes: [1, 1, 1], activations: [sigmoid, sigmoid], loss: dk_loss_mse, rows: 1),
    Case(sizes: [1, 1, 1], activations: [tanh, sigmoid], loss: dk_loss_bce, rows: 1),
    Case(sizes: [1, 1, 1, 1], activations: [leaky, sigmoid, tanh], loss: dk_loss_huber, rows: 1),
    Case(sizes: [1, 1, 1], activations: [sigmoid, linear], loss: dk_loss_mae, rows: 1),
    Case(sizes: [1, 1], activations: [linear], loss: dk_loss_half_mse, rows: 1),
    Case(sizes: [1, 1, 1], activations: [tanh, linear], loss: dk_loss_mse, rows: 3),
    Case(sizes: [2, 2, 1], activations: [relu, sigmoid], loss: dk_loss_bce),
    Case(sizes: [2, 4, 2, 1], activations: [tanh, tanh, tanh], loss: dk_loss_half_mse, rows: 10),
    Case(sizes: [3, 5, 7, 3], activations: [leaky, sigmoid, softmax], loss: dk_loss_cce, rows: 6),
    Case(sizes: [2, 9, 2], activations: [tanh, softmax], loss: dk_loss_mse, rows: 5),
    Case(sizes: [4, 33, 1], activations: [relu, linear], loss: dk_loss_huber, rows: 17),
    Case(sizes: [4, 2], activations: [linear], loss: dk_loss_mse, rows: 3),
    Case(sizes: [3, 6, 2], activations: [linear, tanh], loss: dk_loss_mae, rows: 8),
    Case(
      sizes: [64, 140, 130, 10], activations: [relu, relu, softmax], loss: dk_loss_cce, rows: 20),
  ]

  private let optimizers = Optimizer.Rule.all.compactMap(\.kernel)

  @Test func `the cases have every kernel`() {
    let activations = Set(cases.flatMap(\.activations).map(\.rawValue))
    #expect(activations == Set(Activation.all.compactMap(\.kernel?.rawValue)))
    #expect(Set(cases.map(\.loss.rawValue)) == Set(Loss.all.compactMap(\.kernel?.rawValue)))
  }

  @Test func `one call gives the bits of the single kernels, in every variant`() {
    for (number, each) in cases.enumerated() {
      var numbers = KernelNumbers(seed: 20 + number)
      let x = numbers.numbers(each.rows * each.sizes[0])
      let units = each.sizes[each.sizes.count - 1]
      let targets = (0..<each.rows * units).map { $0 % units == $0 / units % units ? 1.0 : 0 }
      for setting in optimizers.indices {
        var layered = KernelRun(
          sizes: each.sizes, activations: each.activations, biases: ![3, 6].contains(setting),
          rows: each.rows,
          seed: number)
        layered.plan.loss = each.loss
        layered.plan.loss_parameter = 0.5
        layered.optimizer.kind = optimizers[setting]
        layered.optimizer.weight_decay = setting == 1 ? 0.01 : 0
        if (3...5).contains(setting) { (layered.plan.l1, layered.plan.l2) = (0.001, 0.01) }
        layered.plan.clip = [dk_clip_none, dk_clip_norm, dk_clip_value][setting % 3]
        layered.plan.clip_maximum = 0.05
        let start = layered
        var results: [dk_losses] = []
        for t in 1...3 {
          results.append(layered.layeredStep(t: t, x: x, targets: targets))
        }
        for kernels in kernelVariants {
          var whole = start
          for t in 1...3 {
            let result = whole.step(kernels, t: t, x: x, targets: targets)
            #expect(same(result, results[t - 1]), "\(each.sizes) setting \(setting) step \(t)")
          }
          #expect(
            whole.isSame(as: layered),
            "\(each.sizes) setting \(setting) \(String(cString: kernels.name))")
        }
        #expect(layered.parameters != start.parameters)
      }
    }
  }

  @Test func `eight networks abreast have the bits of eight alone, in every variant`() {
    for (number, each) in cases.enumerated() where !each.activations.contains(softmax) {
      for (setting, rule) in optimizers.enumerated() {
        let start = (0..<8).map { lane in
          var run = KernelRun(
            sizes: each.sizes, activations: each.activations, biases: setting % 3 != 0,
            rows: each.rows, seed: 8 * number + lane)
          (run.plan.loss, run.plan.loss_parameter) = (each.loss, 0.5)
          (run.optimizer.kind, run.optimizer.weight_decay) = (rule, setting == 1 ? 0.01 : 0)
          return run
        }
        for kernels in kernelVariants {
          let name = "\(each.sizes) setting \(setting) \(String(cString: kernels.name))"
          expectSame(inLanesAndAlone: start, kernels, name)
        }
      }
    }
  }

  /// Three updates of each network on samples of its own.
  private func expectSame(
    inLanesAndAlone start: [KernelRun], _ kernels: dk_kernels, _ name: String
  ) {
    var numbers = KernelNumbers(seed: 40)
    var (alone, together) = (start, KernelRun(abreast: start))
    let (first, last) = (start[0].shape[0], start[0].shape[start[0].shape.count - 1])
    let x = start.map { _ in numbers.numbers(start[0].rows * first.inputs) }
    let targets = start.map { _ in numbers.numbers(start[0].rows * last.units) }
    for t in 1...3 {
      let losses = together.stepLanes(kernels, t: t, x: abreast(x), targets: abreast(targets))
      for lane in alone.indices {
        let loss = alone[lane].step(kernels, t: t, x: x[lane], targets: targets[lane])
        #expect(sameBits([losses[lane]], [loss.data]), "\(name) step \(t) lane \(lane)")
        #expect(together.lane(lane).isSame(as: alone[lane]), "\(name) step \(t) lane \(lane)")
      }
    }
  }

  /// A chain has a way of its own, a network goes step by step; the last rate makes the losses overflow.
  @Test(arguments: [[1, 1, 1], [2, 3, 1]], [0.1, 1e200])
  func `many steps in one call are so many steps`(sizes: [Int], rate: Double) {
    for kernels in kernelVariants {
      var numbers = KernelNumbers(seed: 7)
      var alone = KernelRun(
        sizes: sizes, activations: [tanh, dk_activation_linear], biases: true, rows: 1, seed: 5)
      alone.optimizer.learning_rate = rate
      var together = alone
      let (x, targets) = (numbers.numbers(sizes[0]), numbers.numbers(1))
      var expected: [Double] = []
      for t in 1...20 where expected.last?.isFinite != false {
        expected.append(alone.step(kernels, t: t, x: x, targets: targets).objective)
      }
      var losses = [Double](repeating: 0, count: 20)
      let made = together.withPlan { plan, optimizer in
        kernels.train_steps(&plan, &optimizer, 1, x, targets, 1, 20, &losses)
      }
      #expect(made == expected.count && (made < 20) == (rate > 1))
      #expect(sameBits(Array(losses[..<made]), expected) && together.isSame(as: alone))
    }
  }

  @Test func `a training run learns XOR`() {
    var run = KernelRun(
      sizes: [2, 4, 1], activations: [tanh, sigmoid], biases: true, rows: 4, seed: 5)
    run.plan.loss = dk_loss_bce
    run.optimizer.kind = dk_optimizer_adam
    let x = [0.0, 0, 0, 1, 1, 0, 1, 1]
    var last = 1.0
    for t in 1...500 {
      last = run.withPlan { plan, optimizer in
        dk_train_step(&plan, &optimizer, t, x, [0, 1, 1, 0], 4).objective
      }
    }
    #expect(last < 0.01)
  }
}
