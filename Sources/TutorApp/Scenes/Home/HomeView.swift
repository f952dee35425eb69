import Experiments
import Lessons
import TerminalCanvas

/// The list of lessons and of what there is to play with; on large screens beside a look at what is selected.
func drawHome(_ scene: HomeScene, _ model: Model, on canvas: inout Canvas) {
  let layout = HomeLayout(size: canvas.size)
  canvas.write(
    StyledText("Downhill", .heading)
      + StyledText("  how neural networks learn, step by step", .muted),
    in: layout.title.inset(left: 1, right: 1))
  if let score = model.guessScore, layout.preview != nil {
    canvas.write(
      StyledText(score, .muted), in: layout.title.inset(left: 1, right: 1), alignment: .trailing)
  }
  drawRows(scene, model, layout, on: &canvas)
  drawMore(scene, model, layout, on: &canvas)
  if let preview = layout.preview {
    drawSelected(scene, model, in: preview, on: &canvas)
  } else {
    drawSummary(scene, model, in: layout.foot, on: &canvas)
  }
  drawNotice(scene, model, in: layout.notice, on: &canvas)
  drawKeys(model, in: layout.keys, on: &canvas)
}

/// Where the parts of home stand.
struct HomeLayout {
  let title, list, foot, notice, keys: Rect
  /// Where the list says that it goes on.
  let more: Rect
  /// What is beside the list on screens that are large enough.
  let preview: Rect?

  init(size: Size) {
    let (title, rest) = Rect(size: size).split(top: 1)
    let (body, keys) = rest.split(bottom: 1)
    (self.title, self.keys) = (title, keys)
    notice = body.inset(left: 1, right: 1).split(bottom: 1).bottom
    guard size.width >= 100, size.height >= 26 else {
      preview = nil
      (list, foot) = body.inset(left: 1, top: 1, right: 1)
        .split(bottom: body.height > 12 ? 4 : 0)
      more = foot.split(top: 1).top
      return
    }
    let (columns, foot) = body.split(bottom: 1)
    let (left, right) = columns.split(left: min(66, size.width * 9 / 20))
    let (list, more) = left.inset(left: 1, top: 1, right: 1).split(bottom: 1)
    (self.list, self.more, preview, self.foot) = (list, more, right, foot)
  }
}

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

/// One row an item, scrolled so that the selected one is in view.
private func drawRows(
  _ scene: HomeScene, _ model: Model, _ layout: HomeLayout, on canvas: inout Canvas
) {
  for (row, content) in HomeRow.visible(scene, model, layout).enumerated() {
    let line = layout.list.inset(top: row).split(top: 1).top
    switch content {
    case .heading(let text): canvas.titledRule(line, title: StyledText(text, .muted), style: .rule)
    case .item(let index, let item):
      draw(item, isSelected: index == scene.selection, model, layout, in: line, on: &canvas)
    }
  }
  guard scene.items(in: model).isEmpty, let search = scene.search else { return }
  canvas.write(
    StyledText("Nothing here has '\(SafeText.visible(search))' in its name.", .muted),
    in: layout.list)
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
  _ item: HomeItem, isSelected: Bool, _ model: Model, _ layout: HomeLayout, in line: Rect,
  on canvas: inout Canvas
) {
  let marker = StyledText(isSelected ? "▶ " : "  ", .accent)
  let style: Style = isSelected ? .heading : .text
  guard case .lesson(let lesson) = item else {
    canvas.write(marker + StyledText("play  \(item.title)", style), in: line)
    return
  }
  let written = canvas.write(
    marker + StyledText("\(lesson.number)  \(lesson.title)", style), in: line)
  let isDone = model.progress.isFinished(lesson.id)
  let bar =
    layout.preview == nil ? [] : [progressBar(of: lesson, in: model.progress, canvas.glyphs)]
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

extension Model {
  /// How many predictions were right at once in all lessons together; nil before the first.
  fileprivate var guessScore: String? {
    let answers = library.flatMap { progress.record(of: $0.id).answers.values }
    return LearnerProgress.Score(of: answers)?.sentence
  }
}

/// What the selected item is about.
private func drawSummary(
  _ scene: HomeScene, _ model: Model, in rect: Rect, on canvas: inout Canvas
) {
  guard let item = scene.selected(in: model) else { return }
  let summary = StyledText(item.summary)
  canvas.write(summary.wrapped(to: rect.width, glyphs: canvas.glyphs), in: rect.inset(top: 1))
}

/// The selected item with its run, what it needs, and the question that comes back next.
private func drawSelected(
  _ scene: HomeScene, _ model: Model, in rect: Rect, on canvas: inout Canvas
) {
  guard let item = scene.selected(in: model) else { return }
  let width = rect.width - 3
  let words = StyledText(item.summary).wrapped(to: width, glyphs: canvas.glyphs)
  let facts = facts(of: item, model).map { StyledText($0, .muted) }
  let review = model.reviewLines.flatMap {
    StyledText($0).wrapped(to: width, glyphs: canvas.glyphs, rows: 3)
  }
  let (upper, lower) = rect.split(bottom: review.isEmpty ? 0 : review.count + 2)
  let (head, body) = upper.split(top: 1)
  canvas.titledRule(head, title: StyledText(item.title, .heading), style: .rule)
  let (picture, text) = body.split(bottom: words.count + facts.count + 1)
  model.drawPreview(in: picture.inset(left: 2, right: 1), on: &canvas)
  canvas.write(words + facts, in: text.inset(left: 2, top: 1, right: 1))
  guard !review.isEmpty else { return }
  canvas.titledRule(lower.split(top: 1).top, title: StyledText("review", .muted), style: .rule)
  canvas.write(review, in: lower.inset(left: 2, top: 1, right: 1))
}

private func facts(of item: HomeItem, _ model: Model) -> [String] {
  guard case .lesson(let lesson) = item else { return ["Enter opens the playground on it."] }
  let needs = lesson.needs.compactMap { id in model.library.first { $0.id == id } }
  let known = needs.map { "\($0.number)" + (model.progress.isFinished($0.id) ? " ✓" : "") }
  let size = "\(lesson.minutes) min, \(lesson.pageCount) pages"
  let all = size + (known.isEmpty ? "" : ", needs lesson \(known.joined(separator: ", "))")
  let last = model.progress.resumingPage(of: lesson)
  // At its beginning a lesson's pages need not be read for this, which the first frame would wait for.
  guard last > 0 else { return [all, "Enter begins it."] }
  return [all, "Enter goes on at: \(lesson.pages[min(last, lesson.pages.count - 1)].title)"]
}

/// What is typed or was found out, in the last row.
private func drawNotice(
  _ scene: HomeScene, _ model: Model, in rect: Rect, on canvas: inout Canvas
) {
  if let search = scene.search {
    let cursor = scene.isTyping ? StyledText(" ", .selected) : StyledText("  Esc: all", .muted)
    canvas.write(
      StyledText("/", .accent) + StyledText(SafeText.visible(search)) + cursor, in: rect)
  } else if let notice = model.notice ?? scene.beneath.map({ "Esc returns to \($0)" }) {
    drawNotice(notice, in: rect, on: &canvas)
  }
}
