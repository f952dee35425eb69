import NeuralNetwork
import TerminalCanvas

/// The network on the whole screen: the drawing, and beside it every layer in figures and the parameters, all of a small
/// network or those of the selected unit; below a small one what it makes of the sample unit by unit, and of every sample.
func drawNetworkZoomed(_ model: Model, in rect: Rect, on canvas: inout Canvas) {
  guard rect.width >= 76, rect.height >= 8 else {
    return drawNetwork(model, in: rect, on: &canvas)
  }
  let (drawing, side) = rect.split(right: max(36, rect.width / 4))
  let picture = NetworkPicture(model, glyphs: canvas.glyphs)
  let notes = NetworkNotes(picture, model)
  let (graph, below) = drawing.split(bottom: notes.height(in: drawing))
  drawNetwork(picture, model, in: graph, on: &canvas)
  notes.draw(in: below, on: &canvas)
  canvas.verticalRule(at: Point(x: side.x, y: side.y), length: side.height)
  let (top, rest) = side.inset(left: 2).split(top: model.run.depth + 2)
  layerTable(picture).draw(in: top, on: &canvas)
  let all = picture.network.parameterIndices
  if all.count < rest.height {
    canvas.write(StyledText("every parameter", .heading), in: rest)
    draw(all, of: picture, in: rest.inset(top: 1), on: &canvas)
  } else {
    drawSelectedUnit(picture, in: rest, on: &canvas)
  }
}

/// A row a layer: its units, how large its weights are, and how many of its units put out nothing new.
private func layerTable(_ picture: NetworkPicture) -> TextTable {
  let rows = picture.network.layers.map { layer -> [StyledText] in
    let weights = picture.network.weights(layer: layer.number).elements
    let mean = weights.reduce(0) { $0 + abs($1) } / Double(max(1, weights.count))
    let faults = (1...layer.units).map { picture.fault(layer: layer.number, unit: $0) }
    func count(_ fault: NetworkPicture.Fault) -> StyledText {
      let count = faults.count { $0 == fault }
      return StyledText(count == 0 ? "·" : "\(count)", count == 0 ? .muted : .warning)
    }
    return [
      StyledText("\(layer.number)"), StyledText(layer.activation.title),
      StyledText("\(layer.units)"), StyledText(mean.formatted(significant: 2)), count(.dead),
      count(.saturated),
    ]
  }
  return TextTable(
    [
      TableColumn("", priority: 9), TableColumn("f", priority: 4),
      TableColumn("units", alignment: .trailing, priority: 6),
      TableColumn("mean |w|", alignment: .trailing, priority: 5),
      TableColumn(NetworkPicture.dead.plain, alignment: .trailing, priority: 7),
      TableColumn(NetworkPicture.saturated.plain, alignment: .trailing, priority: 8),
    ], rows: rows)
}

/// The parameters that lead into the selected unit, the largest first, each with a bar.
private func drawSelectedUnit(
  _ picture: NetworkPicture, in rect: Rect, on canvas: inout Canvas
) {
  guard let (layer, unit) = picture.selectedUnit else {
    canvas.write(StyledText("↓ selects a unit by its parameters", .muted), in: rect)
    return
  }
  canvas.write(picture.line(width: rect.width), in: rect)
  let own = picture.network.parameterIndices.filter { $0.layer == layer && $0.unit == unit }
  let sorted = own.sorted { abs(picture.network[$0]) > abs(picture.network[$1]) }
  draw(sorted, of: picture, in: rect.inset(top: 1), on: &canvas)
}

/// A row a parameter with a bar, as many as have room.
private func draw(
  _ indices: [ParameterIndex], of picture: NetworkPicture, in rect: Rect, on canvas: inout Canvas
) {
  for (row, index) in indices.prefix(rect.height).enumerated() {
    let place = rect.inset(top: row)
    let name = picture.network.symbol(index)
    canvas.write(StyledText(name, .muted), in: place.split(left: 10).left)
    let value = place.inset(left: 11)
    canvas.write(picture.text(index, width: 8, decimals: 4), in: value)
    let weight = picture.network[index]
    let bar = Bar(abs(picture.share(weight)), style: weight < 0 ? .negative : .positive)
    bar.draw(in: value.inset(left: 9), on: &canvas)
  }
}
