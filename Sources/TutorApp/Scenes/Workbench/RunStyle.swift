import TerminalCanvas
import Workbench

/// How the runs on a workspace are told apart: by color, by line and by name.
struct RunStyle {
  let style: Style
  let pattern: LinePattern

  /// The style of a hue, counted from 0.
  init(hue: Int) {
    let roles: [Role] = [.series1, .series2, .series3, .series4]
    style = Style(roles[hue % roles.count])
    pattern = LinePattern.allCases[hue % LinePattern.allCases.count]
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

extension Workspace.LabeledRun {
  /// How it is drawn, wherever it stands among the others.
  var look: RunStyle { RunStyle(hue: hue) }
}
