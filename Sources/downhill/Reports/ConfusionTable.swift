import NeuralNetwork
import Platform
import TerminalCanvas

/// How often each class was taken for which.
struct ConfusionTable {
  /// The samples' name.
  let title: String
  /// A row for each true class, a column for each guess.
  let counts: Matrix
  /// The names of the classes; nil: they are counted from 0.
  let classNames: [String]?

  /// A line for each true class, under its name, a column for each guess.
  var lines: [String] {
    let names = (0..<counts.rows).map(name)
    let rows = names.enumerated().map { row, name in [name] + cells(row) }
    return ["", "\(title): how often a class was taken for which"]
      + alignedRows([["true \\ guess"] + names] + rows)
  }

  /// The counts as rows of a JSON array.
  var json: String { JSONText.array((0..<counts.rows).map { JSONText.array(cells($0)) }) }

  private func cells(_ row: Int) -> [String] {
    counts.row(row).map { $0 == $0.rounded() ? "\(Int($0))" : String(printf: "%.2f", $0) }
  }

  private func name(of label: Int) -> String {
    guard let classNames, classNames.indices.contains(label) else { return "\(label)" }
    return GlyphSet.braille.truncated(StyledText(classNames[label]), to: 16).plain
  }
}
