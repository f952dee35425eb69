import NeuralNetwork
import TerminalCanvas

extension FollowScene {
  /// The units of the layer, and beside them the sum of the selected one.
  public func draw(_ model: Model, on canvas: inout Canvas) {
    let way = model.way(of: inputs)
    let line = way.map { model.notice ?? $0.verdict(model.run, model.classNames) }
    drawFramed(model, line: line, on: &canvas) { body, canvas in
      let main = body.inset(left: 1, right: 1).split(bottom: 1).rest
      guard let way else {
        canvas.write(StyledText(Self.lost, .warning), in: main)
        return
      }
      draw(way, in: main, on: &canvas)
    }
  }

  private func draw(_ way: InputWay, in main: Rect, on canvas: inout Canvas) {
    let place = way.place(layer, unit)
    canvas.write(StyledText(way.heading(place), .accent), in: main)
    let (left, right) = main.inset(top: 2).split(left: min(32, main.width / 2))
    let units = way.units(of: place.layer, most: .max).map { [StyledText($0)] }
    TextTable([TableColumn("", priority: 1)], rows: units, selected: place.unit)
      .draw(in: left, on: &canvas)
    let lines = way.sum(place, most: max(1, right.height - 6))
    canvas.write(
      lines.enumerated().map { StyledText($1, $0 == 0 ? .heading : .text) },
      in: right.inset(left: 1))
  }
}
