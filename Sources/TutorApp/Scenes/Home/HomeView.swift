import Lessons
import TerminalCanvas

/// The list of lessons: what there is, what is done, and where to go on.
func drawHome(_ scene: HomeScene, _ model: Model, on canvas: inout Canvas) {
  let layout = HomeLayout(size: canvas.size)
  canvas.write(
    StyledText("Downhill", .heading)
      + StyledText("  how neural networks learn, step by step", .muted),
    in: layout.title.inset(left: 1, right: 1))
  drawRows(model, selection: scene.selection, in: layout.lessons, on: &canvas)
  drawSummary(model, selection: scene.selection, in: layout.foot, on: &canvas)
  if let notice = model.notice ?? scene.beneath.map({ "Esc returns to \($0)" }) {
    canvas.write(StyledText(notice, .accent), in: layout.notice)
  }
  drawKeys(model, in: layout.keys, on: &canvas)
}

/// Where the parts of the list stand.
private struct HomeLayout {
  let title, lessons, foot, notice, keys: Rect

  init(size: Size) {
    let (title, rest) = Rect(size: size).split(top: 1)
    let (body, keys) = rest.split(bottom: 1)
    (self.title, self.keys) = (title, keys)
    (lessons, foot) = body.inset(left: 1, top: 1, right: 1).split(bottom: body.height > 12 ? 4 : 0)
    notice = body.inset(left: 1, right: 1).split(bottom: 1).bottom
  }

  /// The first lesson in view, so that the selected one is.
  func first(selection: Int, count: Int) -> Int {
    max(0, min(selection - lessons.height / 2, count - lessons.height))
  }
}

extension HomeScene {
  /// The lesson whose row is at a place of the screen.
  func lesson(at point: Point, _ model: Model) -> Int? {
    let layout = HomeLayout(size: model.size)
    guard layout.lessons.contains(point) else { return nil }
    let first = layout.first(selection: selection, count: model.library.count)
    let index = first + point.y - layout.lessons.y
    return model.library.indices.contains(index) ? index : nil
  }
}

/// One row a lesson, scrolled so that the selected one is in view.
private func drawRows(
  _ model: Model, selection: Int, in rect: Rect, on canvas: inout Canvas
) {
  let layout = HomeLayout(size: canvas.size)
  let first = layout.first(selection: selection, count: model.library.count)
  for (row, index) in (first..<model.library.count).prefix(rect.height).enumerated() {
    let lesson = model.library[index]
    let isSelected = index == selection
    let line = rect.inset(top: row)
    let marker = isSelected ? "▶ " : "  "
    let written = canvas.write(
      StyledText(marker, .accent)
        + StyledText("\(lesson.number)  \(lesson.title)", isSelected ? .heading : .text), in: line)
    let isDone = model.progress.isFinished(lesson.id)
    let states = [progressText, shortProgressText].map { $0(lesson, model.progress) }
    // A title is worth more than a state in full.
    if let state = states.first(where: { written + 1 + $0.count <= line.width }) {
      canvas.write(
        StyledText(state, isDone ? .positive : .muted), in: line, alignment: .trailing)
    }
  }
}

/// How far the learner is, in a few words, so that it reads without color.
func progressText(of lesson: Lesson, in progress: LearnerProgress) -> String {
  if progress.isFinished(lesson.id) {
    let score = progress.record(of: lesson.id).score
    return (["done"] + [score].compactMap { $0 }).joined(separator: ", ")
  }
  let page = progress.resumingPage(of: lesson.id)
  return page == 0 ? "\(lesson.minutes) min" : "at page \(page + 1) of \(lesson.pages.count)"
}

/// The same for narrow screens.
private func shortProgressText(of lesson: Lesson, in progress: LearnerProgress) -> String {
  if progress.isFinished(lesson.id) { return "done" }
  let page = progress.resumingPage(of: lesson.id)
  return page == 0 ? "\(lesson.minutes) min" : "\(page + 1)/\(lesson.pages.count)"
}

/// What the selected lesson is about.
private func drawSummary(
  _ model: Model, selection: Int, in rect: Rect, on canvas: inout Canvas
) {
  guard model.library.indices.contains(selection) else { return }
  let summary = StyledText(model.library[selection].summary)
  canvas.write(summary.wrapped(to: rect.width, glyphs: canvas.glyphs), in: rect.inset(top: 1))
}
