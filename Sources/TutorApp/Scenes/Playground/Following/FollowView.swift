import NeuralNetwork
import TerminalCanvas

extension FollowScene {
  /// The units of the layer, and beside them the sum of the selected one.
  public func draw(_ model: Model, on canvas: inout Canvas) {
    let (head, rest) = canvas.bounds.split(top: 1)
    let (body, keys) = rest.split(bottom: 1)
    let (main, foot) = body.inset(left: 1, right: 1).split(bottom: 1)
    canvas.write(
      StyledText("Downhill", .heading) + StyledText("  \(title)"), in: head.inset(left: 1, right: 1)
    )
    drawKeys(model, in: keys, on: &canvas)
    guard let way = InputWay(of: inputs, through: model.run.network) else {
      canvas.write(StyledText(Self.lost, .warning), in: main)
      return
    }
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
    canvas.write(StyledText(model.notice ?? way.verdict(model.run), .accent), in: foot)
  }
}
