import TerminalCanvas

/// What a picture shows, in full: `look` tells the panel in focus or the page's first, `look loss` that of a name.
enum PlainLook {
  /// What is told for a line; nil where it asks for no look.
  static func lines(_ line: String, _ model: Model) -> [String]? {
    let words = line.lowercased().split(separator: " ").map(String.init)
    guard words.first == "look", words.count <= 2, model.scene.hasWorkbench else { return nil }
    return lines(at: words.dropFirst().first, model)
  }

  /// The panel of a name in full, or the one in focus, or else the first.
  static func lines(at name: String? = nil, _ model: Model) -> [String] {
    guard !model.isAhead else { return [statusWords(model)] }
    let panels = model.tellable
    let panel = name.map { name in panels.first { $0.name == name } } ?? model.lookedAt
    guard let panel else {
      return ["No panel that can be told here has this name. \(ways(panels))"]
    }
    let words = panel.details(model)
    let nothing = words.isEmpty ? ["There is nothing to tell of it yet."] : []
    let ways = name == nil ? [ways(others(than: panel, model))] : []
    return ["Panel \(panel.name):"] + words + nothing + ways
  }

  /// The other panels that may be told here, as far as the lesson has explained them.
  private static func others(than panel: Panel, _ model: Model) -> [Panel] {
    let unexplained = model.unexplainedPanels.subtracting(model.panels)
    return model.tellable.filter { $0 != panel && !unexplained.contains($0) }
  }

  private static func ways(_ panels: [Panel]) -> String {
    "look and a name tells another: \(panels.map(\.name).joined(separator: ", "))."
  }
}

extension Model {
  /// The panels that can be told in full, those of the page first.
  var tellable: [Panel] { panels + panelsWithSubject.filter { !panels.contains($0) } }

  /// The panel that a look without a name is at.
  var lookedAt: Panel? { look.focusedPanel ?? panels.first }
}
