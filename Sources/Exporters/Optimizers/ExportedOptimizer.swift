import NeuralNetwork

/// An optimizer as Python writes it: PyTorch's own, and the arithmetic as a lesson writes it.
struct ExportedOptimizer: ExportRecord {
  let original: Optimizer.Rule
  /// What makes the optimizer with PyTorch, given the rate of the first update; `trained` holds the parameters.
  let torch: @Sendable (Optimizer, _ rate: String) -> String
  /// Lines that define the optimizer first, where PyTorch has none of its own.
  let torchDefinition: String?
  /// What it remembers for each parameter p, by the names that its lines use: an expression of p.
  let memory: @Sendable (Optimizer) -> [(name: String, first: String)]
  /// What is worked out once an update.
  let preparation: @Sendable (Optimizer) -> [String]
  /// The update of a parameter p by its gradient g.
  let numpy: @Sendable (Optimizer) -> [String]

  init(
    _ original: Optimizer.Rule, torch: @escaping @Sendable (Optimizer, _ rate: String) -> String,
    torchDefinition: String? = nil,
    memory: @escaping @Sendable (Optimizer) -> [(name: String, first: String)] = { _ in [] },
    preparation: @escaping @Sendable (Optimizer) -> [String] = { _ in [] },
    numpy: @escaping @Sendable (Optimizer) -> [String]
  ) {
    (self.original, self.torch, self.torchDefinition) = (original, torch, torchDefinition)
    (self.memory, self.preparation, self.numpy) = (memory, preparation, numpy)
  }

  /// Every one, in the engine's order.
  static let all: [ExportedOptimizer] = [
    .sgd, .momentum, .nesterov, .adagrad, .rmsprop, .adam, .adamw, .nadam, .lion,
  ]

  /// What most memories start from.
  static let zeros = "np.zeros_like(p)"
}
