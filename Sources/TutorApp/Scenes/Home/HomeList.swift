import Experiments
import Lessons
import TerminalCanvas

/// A row of the list.
private enum HomeRow {
  case heading(String)
  case item(Int, HomeItem)

  var index: Int? { if case .item(let index, _) = self { index } else { nil } }

  /// The rows in view: with headings where there is room for all that belongs to them.
  static func visible(_ scene: HomeScene, _ model: Model, _ layout: HomeLayout) -> ArraySlice<
    HomeRow
  > {
    let items = scene.items(in: model)
    var rows: [HomeRow] = []
    for (index, item) in items.enumerated() {
      if layout.preview != nil {
        if case .lesson = item, index == 0 { rows.append(.heading("lessons")) }
        if case .preset = item, !rows.contains(where: { $0.isPlayHeading }) {
          rows.append(.heading("play"))
        }
      }
      rows.append(.item(index, item))
    }
    func place(of item: Int) -> Int { rows.firstIndex { $0.index == item } ?? 0 }
    let first = layout.list.firstRow(showing: scene.list, at: place, of: rows.count)
    return rows[min(first, rows.count)...].prefix(layout.list.height)
  }

  private var isPlayHeading: Bool { if case .heading("play") = self { true } else { false } }
}

extension HomeScene {
  /// The item whose row is at a place of the screen.
  func item(at point: Point, _ model: Model) -> Int? {
    let layout = HomeLayout(size: model.size)
    guard layout.list.contains(point) else { return nil }
    let rows = Array(HomeRow.visible(self, model, layout))
    let row = point.y - layout.list.y
    return rows.indices.contains(row) ? rows[row].index : nil
  }
}

/// The list, scrolled so that the selected item is in view, and how much there is above and below.
func drawList(
  _ scene: HomeScene, _ model: Model, _ layout: HomeLayout, on canvas: inout Canvas
) {
  drawRows(scene, model, layout, on: &canvas)
  drawMore(scene, model, layout, on: &canvas)
}

/// One row an item.
private func drawRows(
  _ scene: HomeScene, _ model: Model, _ layout: HomeLayout, on canvas: inout Canvas
) {
  let hasBars = layout.hasBars(model, canvas.glyphs)
  for (row, content) in HomeRow.visible(scene, model, layout).enumerated() {
    let line = layout.list.inset(top: row).split(top: 1).top
    switch content {
    case .heading(let text): canvas.titledRule(line, title: StyledText(text, .muted), style: .rule)
    case .item(let index, let item):
      draw(
        item, isSelected: index == scene.selection, hasBar: hasBars, model, in: line, on: &canvas)
    }
  }
  guard scene.items(in: model).isEmpty, let search = scene.search else { return }
  canvas.write(
    StyledText("Nothing here has '\(SafeText.visible(search))' in its name.", .muted),
    in: layout.list)
}

extension HomeLayout {
  /// Whether every lesson has room for its bar: in a row or two that have none it would look like nothing done.
  fileprivate func hasBars(_ model: Model, _ glyphs: GlyphSet) -> Bool {
    guard preview != nil else { return false }
    let longest = model.library.map { glyphs.columns(of: name(of: $0)) }.max() ?? 0
    return longest + 2 + 1 + 17 <= list.width
  }
}

/// Its number, in the columns that the largest takes, and its title.
private func name(of lesson: Lesson) -> String {
  "\(lesson.number)".padded(to: 3, atLeast: 1) + lesson.title
}

/// How many items stand above and below those in view.
private func drawMore(
  _ scene: HomeScene, _ model: Model, _ layout: HomeLayout, on canvas: inout Canvas
) {
  let shown = HomeRow.visible(scene, model, layout).compactMap(\.index)
  guard let first = shown.first, let last = shown.last else { return }
  let below = scene.items(in: model).count - last - 1
  let words = [first > 0 ? "↑ \(first) more" : nil, below > 0 ? "↓ \(below) more" : nil]
  canvas.write(
    StyledText("  " + words.compactMap(\.self).joined(separator: "   "), .muted), in: layout.more)
}

private func draw(
  _ item: HomeItem, isSelected: Bool, hasBar: Bool, _ model: Model, in line: Rect,
  on canvas: inout Canvas
) {
  let marker = StyledText(isSelected ? "▶ " : "  ", .accent)
  let style: Style = isSelected ? .heading : .text
  guard case .lesson(let lesson) = item else {
    canvas.write(marker + StyledText("play  \(item.title)", style), in: line)
    return
  }
  let written = canvas.write(
    marker + StyledText(name(of: lesson), style), in: line)
  let isDone = model.progress.isFinished(lesson.id)
  let bar =
    hasBar
    ? [progressBar(of: lesson, in: model.progress, canvas.glyphs)] : []
  let states = bar + [progressText, shortProgressText].map { $0(lesson, model.progress) }
  // A title is worth more than a state in full.
  if let state = states.first(where: { written + 1 + canvas.glyphs.columns(of: $0) <= line.width })
  {
    canvas.write(
      StyledText(state, isDone ? .right : .muted), in: line, alignment: .trailing)
  }
}

/// How far the learner is, in a few words, so that it reads without color.
func progressText(of lesson: Lesson, in progress: LearnerProgress) -> String {
  if progress.isFinished(lesson.id) {
    let score = progress.record(of: lesson.id).score
    return (["done"] + [score].compactMap { $0 }).joined(separator: ", ")
  }
  let page = progress.resumingPage(of: lesson)
  return page == 0 ? "\(lesson.minutes) min" : "at page \(page + 1) of \(lesson.pageCount)"
}

/// The same for narrow screens.
private func shortProgressText(of lesson: Lesson, in progress: LearnerProgress) -> String {
  if progress.isFinished(lesson.id) { return "done" }
  let page = progress.resumingPage(of: lesson)
  return page == 0 ? "\(lesson.minutes) min" : "\(page + 1)/\(lesson.pageCount)"
}

/// The same with a bar, on large screens.
private func progressBar(
  of lesson: Lesson, in progress: LearnerProgress, _ glyphs: GlyphSet
) -> String {
  let page = progress.resumingPage(of: lesson)
  let filled = progress.isFinished(lesson.id) ? 10 : page == 0 ? 0 : page * 10 / lesson.pageCount
  let (full, empty) = glyphs == .ascii ? ("#", ".") : ("█", "░")
  let bar =
    String(repeating: full, count: filled) + String(repeating: empty, count: 10 - filled)
  let state = shortProgressText(of: lesson, in: progress)
  return bar + String(repeating: " ", count: max(1, 7 - state.count)) + state
}
