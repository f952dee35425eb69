/// The room that a page's text has on the smallest screen, 80 columns by 24 rows.
public struct TextPane {
  /// The columns that a text takes; in whatever characters, the most that it may take.
  private let width: (String) -> Int

  /// A pane whose text is measured by `width`; without it, as Unicode.
  public init(width: ((String) -> Int)? = nil) { self.width = width ?? { SafeText.width($0) } }

  /// Columns of text.
  public static let columns = 37
  /// Rows of text, without the heading.
  public static let rows = 17

  /// What does not fit, in sentences.
  func problems(with page: Page, on workspace: Workspace) -> [String] {
    var problems: [String] = []
    let heights = page.blocks.map { height(of: $0, Self.columns, on: workspace) }.filter { $0 > 0 }
    let total = heights.reduce(0, +) + max(0, heights.count - 1)
    if total > Self.rows {
      problems.append(
        "The page takes \(total) rows of \(Self.columns) columns, but \(Self.rows) fit the smallest screen: cut it with '---'."
      )
    }
    for widest in page.blocks.map({ width(of: $0, on: workspace) }) where widest > Self.columns {
      problems.append(
        "Code or a table is \(widest) columns wide, but \(Self.columns) fit the smallest screen.")
    }
    return problems
  }

  /// The rows that text takes when it is broken between words.
  func rowCount(of text: String, in columns: Int) -> Int {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .reduce(0) { $0 + rowsOfLine($1, columns) }
  }

  private func rowsOfLine(_ line: Substring, _ columns: Int) -> Int {
    var (rows, used) = (1, 0)
    for word in line.split(separator: " ") {
      let wide = width(String(word))
      if used > 0, used + 1 + wide > columns { (rows, used) = (rows + 1, 0) }
      used += wide + (used > 0 ? 1 : 0)
      while used > columns { (rows, used) = (rows + 1, used - columns) }
    }
    return rows
  }

  private func height(of block: Block, _ columns: Int, on workspace: Workspace) -> Int {
    func lines(_ text: InlineText, _ columns: Int) -> Int {
      rowCount(of: text.plainText(on: workspace), in: columns)
    }
    func sum(_ blocks: [Block], _ columns: Int) -> Int {
      blocks.reduce(0) { $0 + height(of: $1, columns, on: workspace) }
    }
    switch block {
    case .paragraph(let text), .heading(let text): return lines(text, columns)
    case .list(let items, let start):
      return items.reduce(0) { $0 + sum($1, columns - (start == nil ? 2 : 3)) }
    case .code(let lines, _): return lines.count
    case .table(let table): return table.rows.count + 1
    case .quote(let blocks): return sum(blocks, columns - 2)
    case .question(let question): return questionHeight(question, columns, lines)
    case .goal(let goal): return lines(goal.text, columns - 2)
    case .action: return 0
    }
  }

  /// The prompt, one row or more for each choice, and one for "not sure" or the number that is typed.
  private func questionHeight(
    _ question: Question, _ columns: Int, _ lines: (InlineText, Int) -> Int
  ) -> Int {
    var height = lines(question.prompt, columns - 2) + 1
    if case .choice(let choices, _) = question.kind {
      height += choices.reduce(0) { $0 + lines($1, columns - 5) }
    }
    return height
  }

  /// The columns of what cannot be broken.
  private func width(of block: Block, on workspace: Workspace) -> Int {
    switch block {
    case .code(let lines, _):
      return lines.reduce(0) { max($0, width($1.plainText(on: workspace)) + 2) }
    case .table(let table):
      let rows = [table.header] + table.rows
      let widths = table.header.indices.map { column in
        rows.map {
          $0.indices.contains(column) ? width($0[column].plainText(on: workspace)) : 0
        }.max() ?? 0
      }
      return widths.reduce(0, +) + 2 * max(0, widths.count - 1)
    default: return 0
    }
  }
}
