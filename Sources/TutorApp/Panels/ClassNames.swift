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

  /// What a network says that takes a sample for one class, or for several that tie.
  func said(_ classes: [Int]) -> String {
    switch classes.count {
    case 1: self[classes[0]]
    case 2: "\(self[classes[0]]) or \(self[classes[1]]), a tie"
    default: "a tie of \(classes.count) classes"
    }
  }

  /// The same in a table, where another line says what a tie is.
  func saidBriefly(_ classes: [Int]) -> String { classes.count == 1 ? self[classes[0]] : "tie" }

  /// The class of a name.
  func label(of name: String) -> Int? { given.firstIndex(of: name) }

  /// The characters of the longest name.
  func width(count: Int) -> Int { (0..<count).map { self[$0].count }.max() ?? 1 }
}

extension Model {
  /// What the classes of the focused run are called.
  var classNames: ClassNames { ClassNames(workspace.focusedFile.classNames) }
}
