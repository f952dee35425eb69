/// How the learning rate follows from the base rate η₀ and the number k of updates already made.
public enum Schedule: Hashable, Sendable {
  /// η₀
  case constant
  /// η₀ γ^⌊k / size⌋
  case step(size: Int, gamma: Double)
  /// η₀ γᵏ
  case exponential(gamma: Double)
  /// minimum + (η₀ − minimum)/2 · (1 + cos(π k / steps)) while k < steps, then the minimum.
  case cosine(minimum: Double, steps: Int)
  /// η₀ (k + 1) / steps while k < steps, then η₀.
  case warmUp(steps: Int)

  /// The rate of update `update` (from 0) for a base rate.
  public func rate(base: Double, update: Int) -> Double {
    switch self {
    case .constant: base
    case .step(let size, let gamma): base * Elementary.power(gamma, update / max(1, size))
    case .exponential(let gamma): base * Elementary.power(gamma, update)
    case .cosine(let minimum, let steps): cosine(base, minimum, steps, update)
    case .warmUp(let steps): update < steps ? base * Double(update + 1) / Double(steps) : base
    }
  }

  private func cosine(_ base: Double, _ minimum: Double, _ steps: Int, _ k: Int) -> Double {
    guard k < steps else { return minimum }
    let angle = Double.pi * Double(k) / Double(steps)
    return minimum + (base - minimum) / 2 * (1 + Elementary.cos(angle))
  }
}
