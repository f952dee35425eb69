import Experiments
import Workbench

extension DoKey {
  static let panels = DoKey(
    "panels", .list(.word), help: "The panels that are shown, the most wanted first",
    deed: { value, context in context.panels(value).map { ShownPanels($0) } })
}

extension LessonContext {
  /// Panels by name; nil after complaints.
  func panels(_ value: YAMLValue) -> [String]? {
    value.list("a list of panels", atMost: 8) { item in
      guard let panels else { return item.text(of: "a panel") }
      return item.name(among: panels, "panel")
    }
  }
}
