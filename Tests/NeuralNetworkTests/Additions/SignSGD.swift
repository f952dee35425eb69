@testable import NeuralNetwork

extension Optimizer.Rule {
  /// θ ← θ − η sign(g).
  public static let signSGD = Optimizer.Rule(
    name: "sign_sgd", title: "sign SGD", formula: ["θ ← θ − η sign(g)"],
    summary: "Only the sign of a gradient counts.", source: "Bernstein et al. 2018",
    settings: [.weightDecay],
    apply: { _, update in
      for i in 0..<update.count { update.parameters[i] -= update.rate * sign(update.gradient(i)) }
    })
}
