import Lessons
import TerminalCanvas

/// What the selected item is about.
func drawSummary(
  _ scene: HomeScene, _ model: Model, in rect: Rect, on canvas: inout Canvas
) {
  guard let item = scene.selected(in: model) else { return }
  let summary = StyledText(item.summary)
  canvas.write(summary.wrapped(to: rect.width, glyphs: canvas.glyphs), in: rect.inset(top: 1))
}

/// The selected item with its run, what it needs, and the question that comes back next.
func drawSelected(
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
