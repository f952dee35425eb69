/// All that lives on from one update to the next.
///
/// With the recipe and the journal it decides everything that follows.
struct State: Hashable, Sendable {
  /// Updates made so far.
  var update: Int
  var network: Network
  var moments: Moments
}

/// The optimizer's memory, each part in the layout of the parameters or empty when the rule keeps none.
struct Moments: Hashable, Sendable {
  /// v of momentum and Nesterov, b of RMSprop with momentum.
  var velocity: [Double] = []
  /// m of Adam, the mean gradient of centered RMSprop.
  var first: [Double] = []
  /// s: squared gradients, summed or averaged.
  var second: [Double] = []
}

extension Moments {
  /// What a rule remembers before the first update.
  init(_ optimizer: Optimizer, _ network: Network) {
    let memory = optimizer.rule.memory(optimizer)
    func block(_ part: Optimizer.Rule.Memory, startingAt value: Double = 0) -> [Double] {
      memory.contains(part) ? Array(repeating: value, count: network.parameterCount) : []
    }
    velocity = block(.velocity)
    first = block(.first)
    second = block(.second, startingAt: optimizer.rule.firstSecondMoment(optimizer))
  }
}
