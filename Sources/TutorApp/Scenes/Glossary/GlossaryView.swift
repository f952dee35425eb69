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
  drawEntry(scene, model, in: layout.entry, on: &canvas)
  drawKeys(model, in: layout.keys, on: &canvas)
}

/// Where the parts stand.
private struct GlossaryLayout {
  let title, list, entry, keys: Rect
  /// From this width on the list has room for what the words mean.
  static let wide = 128

  init(size: Size) {
    let (title, rest) = Rect(size: size).split(top: 1)
    let (body, keys) = rest.split(bottom: 1)
    (self.title, self.keys) = (title, keys)
    let inner = body.inset(left: 1, top: 1, right: 1)
    if size.width >= 60 {
      let isWide = inner.width >= GlossaryLayout.wide
      let (list, entry) = inner.split(left: isWide ? inner.width / 2 : min(36, inner.width * 2 / 5))
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
    let line = rect.inset(top: row).split(top: 1).top
    let name =
      StyledText(mark, .accent) + StyledText(term.name, isSelected ? .heading : .text)
      + StyledText(signs, .muted)
    let hasMeanings = canvas.size.width - 2 >= GlossaryLayout.wide
    let (left, meaning) = line.split(left: hasMeanings ? 30 : line.width)
    canvas.write(canvas.glyphs.truncated(name, to: max(1, left.width - 2)), in: left)
    canvas.write(
      canvas.glyphs.truncated(StyledText(term.shortMeaning, .muted), to: max(0, meaning.width - 1)),
      in: meaning)
  }
}

/// All there is to say of the selected term, what is near it in a sentence each, and the panel that shows it.
private func drawEntry(
  _ scene: GlossaryScene, _ model: Model, in rect: Rect, on canvas: inout Canvas
) {
  guard let term = scene.selected else { return }
  let glyphs = canvas.glyphs
  let own = term.lines(now: scene.value, width: rect.width, glyphs)
  let near = term.related.compactMap(Glossary.term).flatMap {
    StyledText($0.shortMeaning, .muted).wrapped(
      to: rect.width, glyphs: glyphs, first: StyledText("\($0.name): "), rest: "  ")
  }
  let lines = own + (near.isEmpty ? [] : [""]) + near
  canvas.write(lines, in: rect)
  let (_, below) = rect.split(top: lines.count + 1)
  guard below.height >= 8, below.width >= 40, let panel = model.panel(showing: term) else { return }
  panel.drawTitled(model, in: below, on: &canvas)
}

extension Model {
  /// The panel whose subject a term is, where the runs beneath may be seen in it.
  fileprivate func panel(showing term: GlossaryTerm) -> Panel? {
    guard path.contains(where: \.hasWorkbench), !isAhead else { return nil }
    var context = PanelContext(workspace)
    context.isGuessing = isGuessing
    return Panel.all.first {
      Glossary.term($0.term) == term && $0.prepare == nil && !context.veils($0, among: panels)
        && (panels.contains($0) || $0.fills(context))
    }
  }
}
