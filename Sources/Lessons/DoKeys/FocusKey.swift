import Experiments
import Workbench

extension DoKey {
  static let focus = DoKey(
    "focus", .word, help: "The label of the run that keys, text and claims speak of",
    deed: { value, context in
      value.name(among: context.labels.sorted(), "run").map { Focus(label: $0) }
    })
}
