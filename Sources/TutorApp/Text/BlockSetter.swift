import Lessons
import NeuralNetwork
import TerminalCanvas
import Workbench

/// Sets a lesson's blocks as lines of a width.
///
/// The numbers are those of the page's own workspace, so that a sentence stays true while the learner explores.
struct BlockSetter {
  /// The workspace as the page leaves it; nil while it is being worked out.
  let workspace: Workspace?
  let width: Int
  let glyphs: GlyphSet
  /// The language of the sentences around the blocks.
  var language = TutorLanguage(of: nil)

  /// The same for another width.
  func with(width: Int) -> BlockSetter {
    BlockSetter(workspace: workspace, width: width, glyphs: glyphs, language: language)
  }

  /// The lines of a block; directives have none.
  func lines(of block: Block) -> [StyledText] {
    switch block {
    case .paragraph(let text): set(self.text(text, .text))
    case .heading(let text): set(self.text(text, .heading))
    case .list(let items, let start): listLines(items, start: start)
    case .code(let lines, _): codeLines(lines)
    case .table(let table): tableLines(table)
    case .quote(let blocks): quoteLines(blocks)
    case .action, .question, .goal: []
    }
  }

  /// Text broken into lines; all but the first begin `indent` columns in.
  func set(_ text: StyledText, indent: Int = 0) -> [StyledText] {
    text.wrapped(
      to: width, glyphs: glyphs, rest: StyledText(String(repeating: " ", count: indent)))
  }

  /// Words with their emphasis, and live numbers.
  func text(_ text: InlineText, _ base: Style) -> StyledText {
    text.spans.reduce(into: StyledText()) { result, span in
      switch span {
      case .text(let words, let emphasis): result += StyledText(words, style(emphasis, base))
      case .value(let template, _):
        result += StyledText(workspace.map { template.text(on: $0) } ?? "…", Style(.accent, .bold))
      case .lineBreak: result += StyledText("\n", base)
      }
    }
  }

  private func style(_ emphasis: InlineText.Emphasis, _ base: Style) -> Style {
    switch emphasis {
    case .plain: base
    case .strong: Style(base.role, base.attributes.union(.bold))
    case .italic: Style(base.role, base.attributes.union(.underlined))
    case .code: Style(.accent)
    }
  }

  private func listLines(_ items: [[Block]], start: Int?) -> [StyledText] {
    items.enumerated().flatMap { index, blocks -> [StyledText] in
      let marker = start.map { "\($0 + index). " } ?? "• "
      let inner = with(width: max(1, width - marker.count))
      return blocks.flatMap(inner.lines(of:)).enumerated().map { row, line in
        StyledText(row == 0 ? marker : String(repeating: " ", count: marker.count), .muted) + line
      }
    }
  }

  /// Code and formulas keep their lines; live numbers in them are filled in.
  private func codeLines(_ lines: [InlineText]) -> [StyledText] {
    lines.map { glyphs.truncated("  " + text($0, .text), to: width) }
  }

  private func quoteLines(_ blocks: [Block]) -> [StyledText] {
    let inner = with(width: max(1, width - 2))
    return blocks.flatMap(inner.lines(of:)).map { StyledText("│ ", .muted) + $0 }
  }

  private func tableLines(_ table: Table) -> [StyledText] {
    let rows = ([table.header] + table.rows).map { $0.map { text($0, .text) } }
    let columns = table.header.indices.map { column in
      rows.map { $0.indices.contains(column) ? glyphs.columns(of: $0[column]) : 0 }.max() ?? 0
    }
    return rows.enumerated().map { index, cells in
      let line = cells.indices.reduce(StyledText()) { line, column in
        line + (column == 0 ? "" : "  ")
          + aligned(cells[column], in: columns[column], table.alignments[column])
      }
      return glyphs.truncated(
        index == 0 ? line.restyled { $0.attributes.insert(.bold) } : line, to: width)
    }
  }

  /// A cell in the room of its column.
  private func aligned(
    _ cell: StyledText, in width: Int, _ alignment: Table.Alignment
  ) -> StyledText {
    let room = width - glyphs.columns(of: cell)
    let left =
      switch alignment {
      case .leading: 0
      case .center: room / 2
      case .trailing: room
      }
    func blanks(_ count: Int) -> StyledText { StyledText(String(repeating: " ", count: count)) }
    return blanks(left) + cell + blanks(room - left)
  }
}
