import TerminalCanvas

/// In the place of a panel that could give the answer to the open question away: a curtain, shaded and hatched, on it when
/// it opens, and, where there is room, how the panel will be read.
func drawVeil(of panel: Panel, _ model: Model, in rect: Rect, on canvas: inout Canvas) {
  let place = rect.inset(left: 3, top: 1, right: 3, bottom: 1)
  // The legend of what is ahead could hold its numbers.
  let rows = model.isAhead ? [] : panel.legend(model)
  drawVeil(with: legendLines(rows, in: place, canvas.glyphs), in: rect, on: &canvas)
}

/// The same with other lines, or none.
func drawVeil(with legend: [StyledText] = [], in rect: Rect, on canvas: inout Canvas) {
  let frame = rect.inset(left: 1, right: 1)
  drawHatching(over: frame, on: &canvas)
  let lines = [StyledText("after your guess", .muted)] + (legend.isEmpty ? [] : [""] + legend)
  let glyphs = canvas.glyphs
  let width = lines.map { glyphs.columns(of: $0) }.max() ?? 0
  let note = Rect(
    x: rect.x + (rect.width - width) / 2, y: rect.y + (rect.height - lines.count) / 2,
    width: width, height: lines.count
  ).intersection(rect)
  // Air around it sets it apart from the strokes.
  canvas.fill(note.inset(left: -2, top: -1, right: -2, bottom: -1).intersection(frame))
  canvas.write(lines[0], in: note, alignment: .center)
  canvas.write(Array(lines.dropFirst()), in: note.inset(top: 1))
  canvas.shade(frame, with: .shade)
}

private func drawHatching(over frame: Rect, on canvas: inout Canvas) {
  let gap = 6
  for row in 0..<max(0, frame.height) {
    let line = (0..<max(0, frame.width)).map { ($0 + row).isMultiple(of: gap) ? "╱" : " " }
    canvas.write(StyledText(line.joined(), .rule), in: frame, row: row)
  }
}

/// As many rows as leave three blank ones for the words above and the air around.
private func legendLines(
  _ rows: [LegendRow], in place: Rect, _ glyphs: GlyphSet
) -> [StyledText] {
  var lines: [StyledText] = []
  for row in rows.lines(width: place.width, glyphs, .muted) {
    guard lines.count + row.count + 3 <= place.height else { break }
    lines += row
  }
  return lines
}
