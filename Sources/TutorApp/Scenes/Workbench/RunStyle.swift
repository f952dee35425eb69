import TerminalCanvas

/// How the runs on a workspace are told apart: by color, by line and by name.
struct RunStyle {
  let style: Style
  let pattern: LinePattern

  static func of(run index: Int) -> RunStyle {
    let roles: [Role] = [.series1, .series2, .series3, .series4]
    return RunStyle(
      style: Style(roles[index % roles.count]),
      pattern: LinePattern.allCases[index % LinePattern.allCases.count])
  }

  /// A piece of the line that the run's curve is drawn with.
  var line: String {
    switch pattern {
    case .solid: "───"
    case .dashed: "- -"
    case .dotted: "· ·"
    }
  }
}
