import Lessons
import TerminalCanvas
import Workbench

extension PagesScene {
  /// The list; where there is room beside it what the selected page says, and what it shows.
  public func draw(_ model: Model, on canvas: inout Canvas) {
    let (title, rest) = canvas.bounds.split(top: 1)
    let (_, keys) = rest.split(bottom: 1)
    let layout = PagesLayout(size: canvas.size, count: place.lesson.pages.count)
    canvas.write(
      StyledText(place.title, .heading)
        + StyledText("  page \(place.page + 1) of \(place.lesson.pages.count)", .muted),
      in: title.inset(left: 1, right: 1))
    drawList(in: layout, on: &canvas)
    let rows = drawText(in: layout.text, on: &canvas)
    let below = layout.text.split(top: rows + 1).rest.inset(left: 2)
    drawPicture(model, in: layout.picture.isEmpty ? below : layout.picture, on: &canvas)
    drawKeys(model, in: keys, on: &canvas)
  }

  /// A row a page, and in tall screens one with how it begins.
  private func drawList(in layout: PagesLayout, on canvas: inout Canvas) {
    for (row, index) in place.lesson.pages.indices.dropFirst(layout.first(list)).prefix(
      layout.shown
    )
    .enumerated() {
      let place = layout.list.inset(top: row * layout.rows)
      canvas.write(StyledText(line(index), index == selection ? .heading : .text), in: place)
      guard layout.rows > 1 else { continue }
      let beginning = text(of: index, width: place.width - 6, canvas.glyphs).dropFirst(2).first
      canvas.write((beginning ?? "").restyled { $0 = .muted }, in: place.inset(left: 6), row: 1)
    }
  }

  /// What a page says; of one that is ahead the title alone, since it may tell what an earlier one asks.
  private func text(of page: Int, width: Int, _ glyphs: GlyphSet) -> [StyledText] {
    let body = PageText(
      page: place.lesson.pages[page], workspace: place.workspaces[page], width: width,
      glyphs: glyphs
    ).body
    let furthest = max(place.page, place.workspaces.keys.max() ?? 0)
    return page <= furthest ? body : Array(body.prefix(1))
  }

  /// What the selected page says; gives the rows that it takes.
  private func drawText(in rect: Rect, on canvas: inout Canvas) -> Int {
    guard !rect.isEmpty else { return 0 }
    canvas.verticalRule(at: rect.origin, length: rect.height)
    let place = rect.inset(left: 2)
    let text = text(of: selection, width: place.width, canvas.glyphs)
    canvas.write(Array(text.prefix(place.height)), in: place)
    return text.count
  }

  /// The first panel of the selected page, where the learner has been there and nothing waits for an answer.
  private func drawPicture(_ model: Model, in rect: Rect, on canvas: inout Canvas) {
    let isAsked = place.lesson.pages[selection].question != nil && !place.isSettled(selection)
    guard rect.height >= 8, rect.width >= 30, !isAsked,
      let workspace = place.workspaces[selection],
      let panel = workspace.panels.compactMap(Panel.named).first(where: { $0.prepare == nil })
    else { return }
    var shown = model
    shown.place?.page = selection
    shown.look = model.freshLook
    (shown.workspace, shown.summaries) = (workspace, RunSummary.all(workspace))
    panel.drawTitled(shown, in: rect, on: &canvas)
  }

  /// The page whose row is at a place of the screen.
  func page(at point: Point, _ size: Size) -> Int? {
    let layout = PagesLayout(size: size, count: place.lesson.pages.count)
    guard layout.list.contains(point) else { return nil }
    let index = layout.first(list) + (point.y - layout.list.y) / layout.rows
    return place.lesson.pages.indices.contains(index) ? index : nil
  }
}

/// Where the parts of the list of pages stand.
private struct PagesLayout {
  let list, text, picture: Rect
  /// How many rows a page has in the list.
  let rows: Int
  private let count: Int

  init(size: Size, count: Int) {
    self.count = count
    let body = Rect(size: size).split(top: 1).rest.split(bottom: 1).rest
      .inset(left: 1, top: 1, right: 1)
    let listWidth = min(66, body.width / 2 - 1)
    let (list, right) = body.split(right: size.width >= 100 ? body.width - listWidth : 0)
    let (text, picture) = right.split(right: max(0, right.width - 64) >= 50 ? right.width - 64 : 0)
    (self.list, self.text, self.picture) = (list, text, picture)
    rows = !right.isEmpty && body.height >= 2 * count ? 2 : 1
  }

  /// How many pages are in view.
  var shown: Int { list.height / rows }

  /// The first of them.
  func first(_ selection: ListSelection<Int>) -> Int {
    list.split(top: shown).top.firstRow(showing: selection, of: count)
  }
}
