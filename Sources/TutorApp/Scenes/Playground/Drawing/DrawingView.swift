import NeuralNetwork
import TerminalCanvas

extension DrawingScene {
  /// Where the image stands; two columns make a pixel square.
  private func image(in size: Size) -> Rect {
    Rect(x: 2, y: 2, width: min(2 * side, size.width - 4), height: min(side, size.height - 4))
  }

  /// The mouse darkens what it is dragged over.
  public func message(for mouse: Mouse, in model: Model) -> TutorApp.Message? {
    let rect = image(in: model.size)
    guard rect.contains(mouse.point) else { return nil }
    switch mouse.action {
    case .press(button: 0), .drag(button: 0):
      return .drawing(.paint(column: (mouse.point.x - rect.x) / 2, row: mouse.point.y - rect.y))
    default: return nil
    }
  }

  /// The image, and a bar for each class beside it.
  public func draw(_ model: Model, on canvas: inout Canvas) {
    let outputs = outputs(model)
    drawFramed(model, line: verdict(outputs, model.classNames), on: &canvas) { body, canvas in
      let rect = image(in: canvas.bounds.size)
      canvas.frame(
        Rect(x: rect.x - 1, y: rect.y - 1, width: rect.width + 2, height: rect.height + 2))
      for row in 0..<min(side, rect.height) { draw(row, in: rect, on: &canvas) }
      drawBars(outputs, in: body.inset(left: rect.maxX + 3, top: 1, right: 1), on: &canvas)
    }
  }

  private func draw(_ row: Int, in rect: Rect, on canvas: inout Canvas) {
    let signs = ["  ", "░░", "▓▓"]
    for column in 0..<side {
      let dark = pixels[row * side + column]
      let sign = signs[dark >= 1 ? 2 : dark > 0 ? 1 : 0]
      let isHere = column == self.column && row == self.row
      canvas.write(
        StyledText(
          isHere ? "[]" : sign, isHere ? Style(.accent, dark > 0 ? [.reversed] : []) : .text),
        at: Point(x: rect.x + 2 * column, y: rect.y + row), within: rect)
    }
  }

  private func drawBars(_ outputs: [Double], in rect: Rect, on canvas: inout Canvas) {
    let best = outputs.isEmpty ? [] : Metrics.guesses(outputs[...], 0)
    let room = max(0, rect.width - 12)
    for (row, output) in outputs.prefix(rect.height).enumerated() {
      let length = Int((min(max(0, output), 1) * Double(room)).rounded())
      let style: Style = best.contains(row) ? .accent : .muted
      let number = compact(output)
      canvas.write(
        StyledText("\(row) ", style) + StyledText(number, style)
          + StyledText(String(repeating: " ", count: max(1, 9 - number.count)))
          + StyledText(String(repeating: "█", count: length), style),
        in: rect, row: row)
    }
  }
}
