import Experiments
import Workbench

@testable import Lessons

extension DoKey {
  static let keep = DoKey(
    "keep", .number(.portion), help: "`0.1`: keeps this share of the weights, the largest",
    deed: { value, _ in value.number("a share of the weights").map { Pruning(share: 1 - $0) } })
}
