import Experiments
import TerminalCanvas
import Workbench

/// What the classes of the data are called: as their table names them, or by their numbers.
struct ClassNames: Hashable, Sendable {
  private let given: [String]
  /// The most characters of a name that a screen shows.
  private static let longest = 16

  /// The names of a table, where it gives any.
  init(_ names: [String]? = nil) {
    given = (names ?? []).map {
      GlyphSet.braille.truncated(StyledText(SafeText.visible($0)), to: Self.longest).plain
    }
  }

  /// Whether they have names other than their numbers.
  var areGiven: Bool { !given.isEmpty }

  subscript(label: Int) -> String {
    given.indices.contains(label) ? given[label] : "\(label)"
  }

  /// The class of a name.
  func label(of name: String) -> Int? { given.firstIndex(of: name) }

  /// The characters of the longest name.
  func width(count: Int) -> Int { (0..<count).map { self[$0].count }.max() ?? 1 }
}

extension Model {
  /// What the classes of the focused run are called.
  var classNames: ClassNames { ClassNames(workspace.focusedFile.classNames) }
}
