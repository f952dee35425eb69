import Lessons
import TerminalCanvas

/// The list of words, and the selected one's entry beside it; below it on narrow screens.
func drawGlossary(_ scene: GlossaryScene, _ model: Model, on canvas: inout Canvas) {
  let layout = GlossaryLayout(size: canvas.size)
  let head =
    scene.search.map { StyledText("/\($0)▏", .accent) }
    ?? StyledText("Esc returns to \(scene.beneath)", .muted)
  canvas.write(
    StyledText("Words", .heading) + "  " + head, in: layout.title.inset(left: 1, right: 1))
  drawTerms(scene, in: layout.list, on: &canvas)
  drawEntry(scene, in: layout.entry, on: &canvas)
  drawKeys(model, in: layout.keys, on: &canvas)
}

/// Where the parts stand.
private struct GlossaryLayout {
  let title, list, entry, keys: Rect

  init(size: Size) {
    let (title, rest) = Rect(size: size).split(top: 1)
    let (body, keys) = rest.split(bottom: 1)
    (self.title, self.keys) = (title, keys)
    let inner = body.inset(left: 1, top: 1, right: 1)
    if size.width >= 60 {
      let (list, entry) = inner.split(left: min(36, inner.width * 2 / 5))
      (self.list, self.entry) = (list, entry.inset(left: 2))
    } else {
      let (list, entry) = inner.split(top: inner.height / 3)
      (self.list, self.entry) = (list, entry.inset(top: 1))
    }
  }

  /// The first term in view, so that the selected one is.
  func first(_ selection: ListSelection<Int>, count: Int) -> Int {
    list.firstRow(showing: selection, of: count)
  }
}

extension GlossaryScene {
  /// The term whose row is at a place of the screen, by its place among those found.
  func term(at point: Point, _ model: Model) -> Int? {
    let layout = GlossaryLayout(size: model.size)
    guard layout.list.contains(point) else { return nil }
    let count = found.count
    let index = layout.first(list, count: count) + point.y - layout.list.y
    return index < count ? index : nil
  }
}

/// A row a term; a dot marks those of the screen beneath.
private func drawTerms(_ scene: GlossaryScene, in rect: Rect, on canvas: inout Canvas) {
  let found = scene.found
  let first = GlossaryLayout(size: canvas.size).first(
    scene.list, count: found.count)
  if found.isEmpty { canvas.write(StyledText("  nothing of that name", .muted), in: rect) }
  let present = Set(scene.terms.prefix(scene.presentCount))
  for (row, term) in found.dropFirst(first).prefix(rect.height).enumerated() {
    let isSelected = first + row == scene.selection
    let mark = isSelected ? "▶ " : present.contains(term) ? "· " : "  "
    let signs = term.symbols.isEmpty ? "" : "  " + term.symbols.prefix(3).joined(separator: " ")
    canvas.write(
      StyledText(mark, .accent) + StyledText(term.name, isSelected ? .heading : .text)
        + StyledText(signs, .muted), in: rect.inset(top: row))
  }
}

private func drawEntry(_ scene: GlossaryScene, in rect: Rect, on canvas: inout Canvas) {
  guard let term = scene.selected else { return }
  let lines = term.lines(now: scene.value).enumerated().flatMap { index, line in
    StyledText(line, index == 0 ? .heading : .text).wrapped(to: rect.width, glyphs: canvas.glyphs)
      + (index < 2 ? [StyledText()] : [])
  }
  canvas.write(lines, in: rect)
}
