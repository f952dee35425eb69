import TerminalCanvas

/// The whole screen for a model.
public func view(_ model: Model) -> Canvas {
  var canvas = Canvas(size: model.size, glyphs: model.glyphs, showsTones: model.showsTones)
  switch model.overlay {
  // Nothing is seen of what lies below a sheet.
  case .help(let page): drawPaged(helpSheet(model), page: page, on: &canvas)
  case .legend(let page): drawPaged(legendSheet(model), page: page, on: &canvas)
  case .text(let text, let title, let page):
    drawPaged(textSheet(text, title: title, model), page: page, on: &canvas)
  case .gradientCheck(let check):
    model.scene.draw(model, on: &canvas)
    drawGradientCheck(check, model, on: &canvas)
  case nil: model.scene.draw(model, on: &canvas)
  }
  return canvas
}
