import Lessons
import TerminalCanvas

extension PageRoom {
  /// The room beside the panels on 80 columns by 24 rows, measured by setting the page there.
  ///
  /// Of all sets of characters the one counts that takes the most room: `η` is `eta` in ASCII.
  public static let smallestScreen: PageRoom = {
    let layout = Layout(
      size: Size(width: 80, height: 24), panels: [], textHeight: { _ in .max })
    let (columns, rows) = (layout.text.width - 2, layout.text.height - 1)
    return PageRoom(columns: columns, rows: rows) { page, workspace in
      let texts = GlyphSet.allCases.map { glyphs in
        PageText(page: page, workspace: workspace, width: columns, glyphs: glyphs)
      }
      return Extent(
        rows: texts.map(\.unansweredHeight).max() ?? 0,
        columns: texts.map(\.unbreakableWidth).max() ?? 0)
    }
  }()
}
