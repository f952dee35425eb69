import Experiments
import Workbench

extension DoKey {
  static let scale = DoKey(
    "scale", .word,
    help: "`log`, `linear` or `auto`: the axis of losses, until another one or `reset: lesson`",
    deed: { value, _ in value.choice(LossScale.self, "scale").map { ShownScale($0) } })
}
