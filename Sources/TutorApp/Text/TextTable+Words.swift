import Experiments
import TerminalCanvas

extension TextTable {
  /// A sentence a row, each number behind the title of its column.
  var words: [String] {
    rows.map { row in
      let cells = zip(columns, row).compactMap { column, cell -> String? in
        let text = cell.plain.trimmed
        return text.isEmpty ? nil : column.title.isEmpty ? text : "\(column.title) \(text)"
      }
      return cells.joined(separator: ", ") + "."
    }
  }

  /// The first rows in words, and how many are left.
  func words(most: Int) -> [String] {
    let rest = rows.count - most
    return Array(words.prefix(most)) + (rest > 0 ? ["And \(rest) more."] : [])
  }
}

/// As many rows of a table as somebody who asks for all of it may want to hear.
let mostToldRows = 40
