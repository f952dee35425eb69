import Experiments
import Workbench

extension DoKey {
  static let seal = DoKey(
    "seal", .flag,
    help: "`true` keeps from view what sets the runs apart, until `seal: false` or `reset: lesson`",
    deed: { value, _ in value.flag().map { Seal($0) } })
}
