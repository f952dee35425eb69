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
      let finest = PageText(page: page, workspace: workspace, width: columns, glyphs: .braille)
      return Extent(
        rows: texts.map(\.unansweredHeight).max() ?? 0,
        answeredRows: finest.answeredHeight(in: rows),
        columns: texts.map(\.unbreakableWidth).max() ?? 0)
    }
  }()
}

extension PageText {
  /// Rows of the page however it is answered, with whatever help is asked for; blank ones give way as far as a height
  /// asks for it, and do not count where even that is not enough.
  func answeredHeight(in height: Int) -> Int {
    let text = body + dials
    return ends.map { end in
      let rows = LessonText.rows(of: text + end, height: height).count
      return rows <= height ? rows : (text + end).count { !$0.plain.isEmpty }
    }.max() ?? 0
  }

  /// What may stand below the text: each wrong answer, tried once or missed, and the goal, with all hints.
  private var ends: [[StyledText]] {
    let hints = hints(open: page.hints.count)
    // A goal is reached with hints, or misses by numbers that are told.
    let shortfall = setter.workspace.flatMap { page.goal?.shortfall(on: $0) }
    let goals = [goal(way: .hints(9)), goal(way: nil, shortfall: shortfall)].map { $0 + hints }
    guard let question = page.question else { return goals }
    let missed = page.goal == nil ? [[]] : goals
    return remarks(on: question).flatMap { remark in
      goals.map { self.question(trying(question, remark)) + $0 }
        + missed.map { self.question(missing(question, remark)) + $0 }
    }
  }
}
