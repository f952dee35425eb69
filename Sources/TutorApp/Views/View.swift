import Lessons
import NeuralNetwork
import TerminalCanvas

/// The whole screen for a model.
public func view(_ model: Model) -> Canvas {
  var canvas = Canvas(size: model.size, glyphs: model.glyphs, showsTones: model.showsTones)
  switch model.scene {
  case .list(let selection): drawList(model, selection: selection, on: &canvas)
  case .lesson, .sandbox: drawWorkbench(model, on: &canvas)
  }
  switch model.overlay {
  case .help(let page): drawHelp(model, page: page, on: &canvas)
  case .gradientCheck(let check): drawGradientCheck(check, model, on: &canvas)
  case nil: break
  }
  return canvas
}

/// Text, panels and status around one workspace.
private func drawWorkbench(_ model: Model, on canvas: inout Canvas) {
  let layout = model.layout
  drawTitle(model, in: layout.title, on: &canvas)
  drawText(model, in: layout.text, on: &canvas)
  for placement in layout.placements { drawPanel(placement, model, on: &canvas) }
  layout.drawRules(on: &canvas)
  drawStatus(model, in: layout.status, on: &canvas)
  drawKeys(model, in: layout.keys, on: &canvas)
}

/// Program, lesson and position, so that the learner always knows where this is.
private func drawTitle(_ model: Model, in rect: Rect, on canvas: inout Canvas) {
  let row = rect.inset(left: 1, right: 1)
  var name = "sandbox"
  var position = ""
  if let place = model.place {
    name = "\(place.lesson.number) · \(place.lesson.title)"
    position = "page \(place.page + 1) of \(place.lesson.pages.count)"
    if place.isExploring { position = "exploring, g returns · " + position }
  } else if case .sandbox(let title, _) = model.scene {
    name = title
  }
  let written = canvas.write(
    StyledText("Downhill", .heading) + StyledText("  \(name)", .text), in: row)
  if written + position.count + 2 <= row.width {
    canvas.write(StyledText(position, .muted), in: row, alignment: .trailing)
  }
}

private func drawPanel(
  _ placement: Layout.Placement, _ model: Model, on canvas: inout Canvas
) {
  let isFocused = placement.panel == model.focusedPanel
  let (top, body) = placement.rect.split(top: 1)
  let title = StyledText(placement.panel.title(in: model), isFocused ? .accent : .muted)
  canvas.titledRule(top, title: title, style: isFocused ? .accent : .muted)
  let draw = model.isZoomed ? placement.panel.drawZoomed : placement.panel.draw
  draw(model, body, &canvas)
}
