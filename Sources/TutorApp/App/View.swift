import TerminalCanvas

/// The whole screen for a model.
public func view(_ model: Model) -> Canvas {
  var canvas = Canvas(size: model.size, glyphs: model.glyphs, showsTones: model.showsTones)
  model.scene.draw(model, on: &canvas)
  switch model.overlay {
  case .help(let page): drawPaged(helpSheet(model), page: page, on: &canvas)
  case .legend(let page): drawPaged(legendSheet(model), page: page, on: &canvas)
  case .gradientCheck(let check): drawGradientCheck(check, model, on: &canvas)
  case nil: break
  }
  return canvas
}
