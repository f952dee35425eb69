import TerminalCanvas

/// The keys that are worth knowing now, from the table; those that do not fit are left out whole.
func drawKeys(_ model: Model, in rect: Rect, on canvas: inout Canvas) {
  let row = rect.inset(left: 1, right: 1)
  var text = StyledText()
  for binding in KeyTable.bindings where binding.contexts.contains(model.keyContext) {
    guard let word = binding.short, let key = binding.keys.first else { continue }
    let item = StyledText(key.label, .accent) + StyledText(" \(word)  ", .muted)
    guard canvas.glyphs.columns(of: text + item) <= row.width else { break }
    text += item
  }
  canvas.write(text, in: row)
}
