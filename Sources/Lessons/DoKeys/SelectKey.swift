import Experiments
import Workbench

extension DoKey {
  static let select = DoKey(
    "select", .word, help: "The parameter that the chain rule and the gradient check speak of",
    deed: { value, context in
      value.text(of: "a parameter").flatMap { context.parameter($0, at: value.position) }
        .map { Selection($0) }
    })
}
