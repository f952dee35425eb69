import TerminalCanvas

/// The gallery: what there is to begin with, and what can be seen in it.
func drawGallery(_ scene: GalleryScene, _ model: Model, on canvas: inout Canvas) {
  let rows = scene.rows(model)
  let layout = GalleryLayout(size: canvas.size, scene.list, count: rows.count)
  canvas.write(
    StyledText("Downhill", .heading) + StyledText("  playground: every setting live", .muted),
    in: layout.title)
  let width = rows.map(\.title.count).max() ?? 0
  for (row, index) in layout.visible.enumerated() {
    let (preset, isSelected) = (rows[index], index == scene.selection)
    let title = preset.title + String(repeating: " ", count: width + 2 - preset.title.count)
    canvas.write(
      StyledText(isSelected ? "▶ " : "  ", .accent)
        + StyledText(title, isSelected ? .heading : .text)
        + StyledText(layout.hasSentences ? preset.sentence : "", .muted),
      in: layout.rows, row: row)
  }
  let sentence = StyledText(rows[scene.selection].sentence)
  canvas.write(
    sentence.wrapped(to: max(1, layout.foot.width), glyphs: canvas.glyphs), in: layout.foot)
  if let notice = model.notice {
    drawNotice(notice, in: layout.notice, on: &canvas)
  }
  drawKeys(model, in: layout.keys, on: &canvas)
  guard let entry = scene.entry else { return }
  let line = Rect(
    x: 0, y: layout.notice.y, width: canvas.size.width, height: layout.notice.height)
  drawEntry(entry, model, in: line, keys: layout.keys, on: &canvas)
}

/// Where the parts of the gallery stand.
struct GalleryLayout {
  let title, rows, foot, notice, keys: Rect
  /// The presets in view.
  let visible: Range<Int>
  /// Whether there is room for a sentence in each row.
  let hasSentences: Bool

  init(size: Size, _ selection: ListSelection<Int>, count: Int) {
    let (head, rest) = Rect(size: size).split(top: 1)
    let (body, keys) = rest.split(bottom: size.height > 2 ? 1 : 0)
    hasSentences = size.width >= 100
    let (list, foot) = body.inset(left: 1, top: 1, right: 1)
      .split(bottom: hasSentences || body.height < 12 ? 0 : 4)
    (title, rows, self.keys) = (head.inset(left: 1, right: 1), list, keys)
    self.foot = foot.inset(top: 1)
    notice = body.inset(left: 1, right: 1).split(bottom: 1).bottom
    let first = list.firstRow(showing: selection, of: count)
    visible = first..<min(count, first + list.height)
  }

  /// The preset whose row is at a place of the screen.
  func index(at point: Point) -> Int? {
    guard rows.contains(point) else { return nil }
    let index = visible.lowerBound + point.y - rows.y
    return visible.contains(index) ? index : nil
  }
}
