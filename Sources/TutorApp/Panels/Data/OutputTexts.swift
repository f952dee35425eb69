import NeuralNetwork
import TerminalCanvas

/// The numbers of samples, or the names of their classes, a row each, in as much room as there is: a number is whole or is not there, and … says that more
/// follow.
struct OutputTexts {
  private let rows: [[String]]

  init(_ matrix: Matrix) {
    rows = (0..<matrix.rows).map { row in matrix.row(row).map { $0.formatted(significant: 2) } }
  }

  /// A name in each row.
  init(_ names: [String]) { rows = names.map { [$0] } }

  /// The numbers of a row that fit.
  func text(_ row: Int, width: Int, _ glyphs: GlyphSet) -> String {
    let all = rows[row].joined(separator: " ")
    guard glyphs.columns(of: all) > width else { return all }
    var text = ""
    for number in rows[row] {
      guard glyphs.columns(of: text + number + " …") <= width else { break }
      text += number + " "
    }
    return text + "…"
  }

  /// How wide targets and outputs may be beside each other: what one does not need the other has.
  static func room(
    for targets: OutputTexts, _ outputs: OutputTexts, width: Int, _ glyphs: GlyphSet
  ) -> (targets: Int, outputs: Int) {
    let (needed, wanted) = (targets.width(glyphs), outputs.width(glyphs))
    let forTargets = min(needed, max(width / 2, width - wanted))
    return (max(1, forTargets), max(1, width - forTargets))
  }

  private func width(_ glyphs: GlyphSet) -> Int {
    rows.map { glyphs.columns(of: $0.joined(separator: " ")) }.max() ?? 0
  }
}
