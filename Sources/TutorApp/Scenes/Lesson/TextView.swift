import Lessons
import TerminalCanvas

/// How the keys that scroll are written where there is more to read.
private let scrollStyle = Style(.accent, .reversed)

/// The lesson's words, as far as they are not scrolled away.
func drawText(_ model: Model, in rect: Rect, on canvas: inout Canvas) {
  guard let place = model.place, !rect.isEmpty else { return }
  let (top, body) = rect.split(top: 1)
  drawTextRule(place, in: top, on: &canvas)
  let column = body.inset(left: 1, right: 1)
  let lines = LessonText.lines(fitting: column.size, model)
  var shown = Array(lines.dropFirst(place.scroll).prefix(column.height))
  guard lines.count > place.scroll + column.height, let last = shown.popLast() else {
    canvas.write(shown, in: column)
    return
  }
  let more = StyledText(" PgDn ↓ ", scrollStyle)
  let room = column.width - canvas.glyphs.columns(of: more)
  canvas.write(shown + [canvas.glyphs.truncated(last, to: max(0, room))], in: column)
  canvas.write(more, in: column, row: column.height - 1, alignment: .trailing)
}

/// The rule above the words: a title that is scrolled away stands in it.
private func drawTextRule(_ place: LessonScene, in top: Rect, on canvas: inout Canvas) {
  guard place.scroll > 0 else {
    canvas.titledRule(top, title: StyledText("lesson", .muted))
    return
  }
  let up = StyledText(" PgUp ↑ ", scrollStyle)
  let room = top.inset(right: canvas.glyphs.columns(of: up) + 1)
  canvas.titledRule(top, title: "")
  canvas.titledRule(room, title: StyledText(place.current.title, .muted))
  canvas.write(up, in: top.inset(right: 1), alignment: .trailing)
}
