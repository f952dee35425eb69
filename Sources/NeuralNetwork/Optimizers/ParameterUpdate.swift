/// One update of a stretch of parameters, as a rule sees it.
struct ParameterUpdate {
  /// η of the update.
  let rate: Double
  /// t, 1 in the first update.
  let time: Int
  /// How many parameters there are.
  let count: Int
  /// θ.
  let parameters: UnsafeMutablePointer<Double>
  /// ∂objective/∂θ, before clipping.
  let gradients: UnsafePointer<Double>
  /// What the rule remembers.
  let moments: MomentPointers
  /// What every gradient is multiplied by: clipping by norm.
  let scale: Double
  /// What every gradient is then limited to: clipping by value.
  let limit: Double
  /// λ of g + λ θ; 0 for rules with a weight decay of their own.
  let coupledDecay: Double

  /// g: clipped, with coupled weight decay.
  func gradient(_ index: Int) -> Double {
    var g = max(-limit, min(limit, gradients[index] * scale))
    if coupledDecay != 0 { g.addProduct(coupledDecay, parameters[index]) }
    return g
  }

  /// θ ← (1 − η λ) θ, the decoupled weight decay.
  func decay(_ index: Int, by weightDecay: Double) {
    if weightDecay != 0 { parameters[index].addProduct(-(rate * weightDecay), parameters[index]) }
  }

  /// v ← keep · v + fresh, handed back.
  func velocity(_ index: Int, keep: Double, fresh: Double) -> Double {
    blend(moments.velocity, index, keep, fresh)
  }

  /// m ← keep · m + fresh, handed back.
  func first(_ index: Int, keep: Double, fresh: Double) -> Double {
    blend(moments.first, index, keep, fresh)
  }

  /// m as the last update left it.
  func firstMoment(_ index: Int) -> Double { moments.first?[index] ?? 0 }

  /// s ← s + g², handed back.
  func second(_ index: Int, adding g: Double) -> Double {
    store((moments.second?[index] ?? 0).addingProduct(g, g), moments.second, index)
  }

  /// s ← keep · s + fresh, handed back.
  func second(_ index: Int, keep: Double, fresh: Double) -> Double {
    blend(moments.second, index, keep, fresh)
  }

  private func blend(
    _ block: UnsafeMutablePointer<Double>?, _ index: Int, _ keep: Double, _ fresh: Double
  ) -> Double {
    store(fresh.addingProduct(keep, block?[index] ?? 0), block, index)
  }

  private func store(
    _ value: Double, _ block: UnsafeMutablePointer<Double>?, _ index: Int
  ) -> Double {
    guard let block else { preconditionFailure("the rule's record asks for no such memory") }
    // What decays towards 0 must not linger among the denormal numbers, which many processors handle slowly.
    block[index] = value.magnitude < 1e-300 ? 0 : value
    return block[index]
  }
}
