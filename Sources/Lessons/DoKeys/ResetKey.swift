import Experiments
import Workbench

extension DoKey {
  static let reset = DoKey(
    "reset", .choice(Reset.allCases.map(\.rawValue)),
    help:
      "`run`: every run begins again, without what was changed on the way; `lesson`: the workspace is as the lesson found it",
    deed: { value, _ in value.choice(Reset.self, "reset") })
}
