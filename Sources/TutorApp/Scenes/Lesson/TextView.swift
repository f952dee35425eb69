import TerminalCanvas

/// The lesson's words, as far as they are not scrolled away.
func drawText(_ model: Model, in rect: Rect, on canvas: inout Canvas) {
  guard let place = model.place, !rect.isEmpty else { return }
  let (top, body) = rect.split(top: 1)
  canvas.titledRule(top, title: StyledText("lesson", .muted))
  let column = body.inset(left: 1, right: 1)
  let lines = LessonText.lines(model, width: column.width)
  let shown = Array(lines.dropFirst(place.scroll).prefix(column.height))
  canvas.write(shown, in: column)
  if lines.count > place.scroll + column.height {
    let more = StyledText(" PgDn ↓ ", Style(.accent, .reversed))
    canvas.write(more, in: column, row: column.height - 1, alignment: .trailing)
  }
}
