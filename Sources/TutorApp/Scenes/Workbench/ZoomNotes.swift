import Lessons
import TerminalCanvas

/// Beside or below a zoomed panel: what it shows in words, and what its signs and colors mean.
func drawZoomNotes(of panel: Panel, _ model: Model, in rect: Rect, on canvas: inout Canvas) {
  canvas.titledRule(rect, title: StyledText("what it shows", .muted))
  let place = rect.inset(left: 1, top: 1, right: 1)
  // The legend of what is ahead could hold its numbers.
  let rows = model.isAhead ? [] : panel.legend(model)
  let isWide = place.width >= 88
  let width = isWide ? (place.width - 3) / 2 : place.width
  let signs = rows.lines(width: width, canvas.glyphs).flatMap(\.self)
  let explanation = model.explanation(of: panel, width: width)
  canvas.write(isWide ? explanation : explanation + signs, in: place)
  if isWide { canvas.write(signs, in: place.inset(left: width + 3)) }
}

extension Model {
  /// The entry of the glossary for what a panel shows, with its value where it may be known.
  fileprivate func explanation(of panel: Panel, width: Int) -> [StyledText] {
    guard let term = Glossary.term(panel.term) else { return [] }
    let value = isGuessing || isAhead ? nil : term.value(run)
    return term.lines(now: value, width: width, glyphs) + [StyledText()]
  }
}
