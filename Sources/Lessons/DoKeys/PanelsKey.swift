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
    var seen: Set<String> = []
    return value.list("a list of panels", atMost: 8) { item in
      let name = panels.map { item.name(among: $0, "panel") } ?? item.text(of: "a panel")
      guard let name, !seen.insert(name).inserted else { return name }
      return item.reject("The panel '\(name)' is listed twice.")
    }
  }
}
