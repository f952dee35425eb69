import Foundation
import NeuralNetwork
import Testing

/// Every activation, loss and rule held against a stand-in of its own: the formula as PyTorch documents it, written a second time
/// with the system's mathematics.
@Suite struct OracleTests {
  private static let activations: [String: @Sendable (Double) -> Double] = [
    "linear": { $0 }, "sigmoid": { 1 / (1 + exp(-$0)) }, "tanh": { Foundation.tanh($0) },
    "relu": { max(0, $0) }, "leaky_relu": { $0 > 0 ? $0 : 0.01 * $0 },
    "elu": { $0 > 0 ? $0 : expm1($0) }, "softplus": { max($0, 0) + log1p(exp(-abs($0))) },
    "gelu": { $0 * 0.5 * erfc(-$0 / 2.0.squareRoot()) }, "silu": { $0 / (1 + exp(-$0)) },
    "softmax": { exp($0) / (exp($0) + 1) }, "step": { $0 >= 0 ? 1 : 0 },
  ]

  @Test(arguments: Activation.all)
  func activationsHaveTheirValues(_ activation: Activation) throws {
    let oracle = try #require(
      Self.activations[activation.name], "write its formula into 'activations', a second time")
    for z in stride(from: -20.0, through: 20, by: 0.0625) {
      let (value, expected) = (activation.function(z, 0.01), oracle(z))
      #expect(abs(value - expected) <= 1e-14 * max(0.1, abs(expected)), "\(activation) at \(z)")
      #expect(activation.range.contains(value))
    }
  }

  private static let losses: [String: @Sendable (Double, Double) -> Double] = [
    "mse": { pow($0 - $1, 2) }, "half_mse": { pow($0 - $1, 2) / 2 }, "mae": { abs($0 - $1) },
    "huber": { abs($0 - $1) < 1 ? pow($0 - $1, 2) / 2 : abs($0 - $1) - 0.5 },
    "bce": { $1 == 1 ? -log($0) : -log1p(-$0) }, "cce": { $1 == 1 ? -log($0) : 0 },
    "hinge": { max(0, 1 - ($1 == 1 ? $0 : -$0)) }, "perceptron": { max(0, $1 == 1 ? -$0 : $0) },
  ]

  @Test(arguments: Loss.all)
  func lossesHaveTheirValues(_ loss: Loss) throws {
    let oracle = try #require(
      Self.losses[loss.name], "write its formula into 'losses', a second time")
    let outputs =
      loss.output.map(\.range) == 0...1 && loss.argument == .output
      ? [0.01, 0.3, 0.5, 0.99] : [-2.5, -1, -0.3, 0, 0.4, 1, 1.5, 3]
    for t in [0.0, 1] {
      for y in outputs {
        #expect(abs(loss.value(y, t) - oracle(y, t)) < 1e-14, "\(loss) \(y) \(t)")
      }
    }
  }

  /// One parameter under one rule: `step(g, t)` moves θ.
  private struct Scalar {
    var theta = 0.7
    var m = 0.0, v = 0.0, s = 0.0, product = 1.0
  }

  private static let rate = 0.05

  /// PyTorch's algorithms with their defaults; Lion as in the paper.
  private static let rules: [String: @Sendable (inout Scalar, Double, Int) -> Void] = [
    "sgd": { x, g, _ in x.theta -= rate * g },
    "momentum": { x, g, _ in
      x.v = 0.9 * x.v + g
      x.theta -= rate * x.v
    },
    "nesterov": { x, g, _ in
      x.v = 0.9 * x.v + g
      x.theta -= rate * (g + 0.9 * x.v)
    },
    "adagrad": { x, g, _ in
      x.s += g * g
      x.theta -= rate * g / (x.s.squareRoot() + 1e-10)
    },
    "rmsprop": { x, g, _ in
      x.s = 0.99 * x.s + 0.01 * g * g
      x.theta -= rate * g / (x.s.squareRoot() + 1e-8)
    },
    "adam": { x, g, t in adam(&x, g, t) },
    "adamw": { x, g, t in
      x.theta -= rate * 0.01 * x.theta
      adam(&x, g, t)
    },
    "nadam": { x, g, t in
      func mu(_ t: Int) -> Double { 0.9 * (1 - 0.5 * pow(0.96, Double(t) * 0.004)) }
      x.product *= mu(t)
      x.m = 0.9 * x.m + 0.1 * g
      x.s = 0.999 * x.s + 0.001 * g * g
      let root = (x.s / (1 - pow(0.999, Double(t)))).squareRoot() + 1e-8
      x.theta -= rate * (1 - mu(t)) / (1 - x.product) * g / root
      x.theta -= rate * mu(t + 1) / (1 - x.product * mu(t + 1)) * x.m / root
    },
    "lion": { x, g, _ in
      let c = 0.9 * x.m + 0.1 * g
      x.theta -= rate * (c > 0 ? 1 : c < 0 ? -1 : 0)
      x.m = 0.99 * x.m + 0.01 * g
    },
  ]

  private static func adam(_ x: inout Scalar, _ g: Double, _ t: Int) {
    x.m = 0.9 * x.m + 0.1 * g
    x.s = 0.999 * x.s + 0.001 * g * g
    let mean = x.m / (1 - pow(0.9, Double(t)))
    x.theta -= rate * mean / ((x.s / (1 - pow(0.999, Double(t)))).squareRoot() + 1e-8)
  }

  @Test(arguments: Optimizer.Rule.all)
  func rulesTakeTheirSteps(_ rule: Optimizer.Rule) throws {
    let oracle = try #require(
      Self.rules[rule.name], "write its formula into 'rules', a second time")
    // E = (θ x − t)²/2 with a sample of its own at each update: g = (θ x − t) x.
    let samples = [(1.0, 2.0), (-0.5, 1), (2, -1), (0.3, 0.9)]
    var run = try Run(
      Experiment(
        data: .explicit(inputs: samples.map { [$0.0] }, targets: samples.map { [$0.1] }),
        layers: [
          LayerRecipe(
            units: 1, activation: .linear, explicit: ExplicitParameters(weights: [[0.7]]))
        ], loss: .halfMeanSquaredError, optimizer: Optimizer(rule, learningRate: Self.rate),
        batches: .explicit([[0], [1], [2], [3]])))
    var scalar = Scalar()
    for t in 1...60 {
      let (x, target) = samples[(t - 1) % 4]
      oracle(&scalar, (scalar.theta * x - target) * x, t)
      run.train(updates: 1)
      let theta = run.network[.weight(layer: 1, unit: 1, input: 1)]
      #expect(abs(theta - scalar.theta) < 1e-11, "\(rule) at update \(t)")
    }
  }
}
