import Experiments
import Workbench

extension Directive {
  static let act: Directive = Directive(
    "do", DoKey.all.map { .init($0.name, $0.form, $0.help) },
    help:
      "What happens, in the order written: the keys below. A list of such groups where one key is needed twice",
    read: { block, page in
      block.yaml(DoParser(context: block.context).action).map { page.blocks.append(.action($0)) }
    },
    demands: { page in
      let dials = page.blocks.flatMap { if case .action(let act) = $0 { act.dials } else { [] } }
      return dials.count > DialParser.mostOfPage ? ["A page has two dials at most."] : []
    })
}

/// Reads `do` and `solution` blocks.
struct DoParser {
  let context: LessonContext

  /// An action: keys that happen in their order, or a list of such groups.
  func action(_ root: YAMLValue) -> Action? {
    let groups = root.isList ? root.items(atMost: 100) ?? [] : [root]
    return Action(steps: groups.flatMap { steps($0) }, position: root.position)
  }

  private func steps(_ value: YAMLValue) -> [Action.Step] {
    guard let fields = value.fields(of: "A 'do' block", known: DoKey.names) else { return [] }
    return fields.keys.flatMap { key in
      guard let record = DoKey.named(key.name), let value = fields[key.name] else {
        return [Action.Step]()
      }
      return record.read(value, context)
    }
  }
}
