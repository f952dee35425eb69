import Experiments
import Workbench

extension DoKey {
  static let prune = DoKey(
    "prune", .number(.portion),
    help: "`0.9`: sets this share of the weights, the smallest, to 0",
    deed: { value, _ in
      guard let share = value.number("a share of the weights") else { return nil }
      guard (0...1).contains(share) else { return value.reject("A share lies between 0 and 1.") }
      return Pruning(share: share)
    })
}
