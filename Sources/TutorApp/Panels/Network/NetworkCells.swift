import Experiments
import NeuralNetwork
import TerminalCanvas

/// A larger network as its weights in cells of color, layer by layer from the left, with the units beside them.
///
/// All layers have one scale, which stands below. Deep networks go on in a second and a third band.
struct NetworkCells {
  private let picture: NetworkPicture
  private let plan: NetworkCellsPlan
  private let image: InputImage?
  private let scale: ToneScale
  private let area: Rect
  private let footer: Rect

  init(_ picture: NetworkPicture, _ model: Model, in rect: Rect, on canvas: Canvas) {
    self.picture = picture
    image = InputImage(model)
    scale = ToneScale(reaching: picture.largestWeight)
    let footerRows = rect.height >= 10 ? 2 : rect.height >= 5 ? 1 : 0
    (area, footer) = rect.inset(left: 1).split(bottom: footerRows)
    plan = NetworkCellsPlan.best(
      for: picture.network.shape, imageSide: image?.columns(on: canvas), in: area.size,
      samplesPerRow: canvas.samples(in: Rect(x: 0, y: 0, width: 1, height: 1)).height)
  }

  func draw(on canvas: inout Canvas) {
    var pooling = (across: 1, down: 1)
    var below = area
    for (band, height) in zip(plan.bands, plan.heights) {
      let cut = below.split(top: height)
      below = cut.rest
      var rest = cut.top
      for part in band {
        let (place, right) = rest.split(left: plan.width(of: part))
        draw(part, in: place, &pooling, on: &canvas)
        rest = right.inset(left: part.isWeights ? 1 : 0)
      }
    }
    drawFooter(pooling, on: &canvas)
  }

  private func draw(
    _ part: NetworkCellsPlan.Part, in place: Rect, _ pooling: inout (across: Int, down: Int),
    on canvas: inout Canvas
  ) {
    let (head, body) = place.split(top: 1)
    switch part {
    case .units(let layer):
      canvas.write(
        StyledText(picture.heading(layer: layer, width: place.width), .heading), in: head)
      drawUnits(layer, in: body, on: &canvas)
    case .weights(let layer):
      let weights = picture.network.weightsByInput(layer: layer)
      if plan.hasNumbers {
        HeatMap(weights.rowsOfNumbers, scale: scale, label: .decimals(2)).draw(
          in: body, on: &canvas)
        markUnit(of: layer, in: head, on: &canvas) { 6 * $0 - 4 }
      } else {
        let cells = WeightCells(weights, scale: scale, in: body, on: canvas)
        pooling = (max(pooling.across, cells.across), max(pooling.down, cells.down))
        cells.draw(in: body, on: &canvas)
        markUnit(of: layer, in: head, on: &canvas, column: cells.column(ofUnit:))
      }
    }
  }

  /// A mark over the weights that lead into the selected unit.
  private func markUnit(
    of layer: Int, in head: Rect, on canvas: inout Canvas, column: (_ unit: Int) -> Int
  ) {
    guard let selected = picture.selectedUnit, selected.layer == layer else { return }
    let place = Point(x: head.x + column(selected.unit), y: head.y)
    canvas.write("↓", at: place, style: Style(.accent, .bold), within: head)
  }

  // MARK: - Units

  private func drawUnits(_ layer: Int, in place: Rect, on canvas: inout Canvas) {
    if layer == 0, let image {
      image.picture(of: picture.inputs).draw(in: place, on: &canvas)
    } else if picture.unitCount(layer: layer) <= place.height, plan.unitWidth(layer: layer) > 1 {
      drawNumbers(layer, in: place, on: &canvas)
    } else {
      drawTones(layer, in: place, on: &canvas)
    }
  }

  private func drawNumbers(_ layer: Int, in place: Rect, on canvas: inout Canvas) {
    for unit in 1...max(1, picture.unitCount(layer: layer)) {
      var line = number(layer, unit)
      if layer > 0 { line += picture.mark(layer: layer, unit: unit) }
      if layer == picture.depth {
        line += notes(unit, width: place.width - plan.unitWidth(layer: layer) - 1)
      }
      canvas.write(line, at: Point(x: place.x, y: place.y + unit - 1), within: place)
    }
  }

  /// An activation, with all of its digits before the point.
  private func number(_ layer: Int, _ unit: Int) -> StyledText {
    guard let value = picture.activation(layer: layer, unit: unit) else {
      return StyledText("·", .muted)
    }
    let isSelected = picture.selectedUnit.map { $0 == (layer, unit) } ?? false
    var style = layer == 0 ? .text : picture.style(foundIn: .forward(layer: layer))
    if isSelected { style.attributes.insert(.reversed) }
    let width = plan.unitWidth(layer: layer)
    let text = value.short(width: width)
    return StyledText(text + String(repeating: " ", count: max(0, width - text.count)), style)
  }

  /// Target, δ and bias of an output unit, as far as they have room.
  private func notes(_ unit: Int, width: Int) -> StyledText {
    let isTrue = picture.target(unit: unit)
    let target = StyledText(" T \(compact(isTrue))", isTrue > 0 ? .accent : .muted)
    let delta = picture.delta(layer: picture.depth, unit: unit).map {
      StyledText(picture.glyphs == .ascii ? " d " : " δ ", .muted)
        + StyledText($0.fitted(width: 6, decimals: 3, signed: true))
    }
    let bias = ParameterIndex.bias(layer: picture.depth, unit: unit)
    let own =
      picture.network.contains(bias)
      ? StyledText(" b ", .muted) + picture.text(bias, width: 6, decimals: 3) : nil
    var line: StyledText = ""
    for part in [target, delta, own].compactMap({ $0 }) {
      guard picture.glyphs.columns(of: line + part) <= width else { break }
      line += part
    }
    return line
  }

  /// How much each unit of a layer puts out, where there is no room for its number.
  private func drawTones(_ layer: Int, in place: Rect, on canvas: inout Canvas) {
    let count = picture.unitCount(layer: layer)
    let values = (1...count).map { picture.activation(layer: layer, unit: $0) ?? .nan }
    let scale = ToneScale(reaching: values.lazy.filter(\.isFinite).map(abs).max() ?? 0)
    let column = place.split(left: 1).left
    let cells = WeightCells(
      Matrix(rows: count, columns: 1, elements: values), scale: scale, in: column, on: canvas)
    cells.draw(in: column, on: &canvas)
    drawMarks(layer, cells, in: place, on: &canvas)
  }

  /// The marks of units, and how many of those that share a row have one.
  private func drawMarks(
    _ layer: Int, _ cells: WeightCells, in place: Rect, on canvas: inout Canvas
  ) {
    let count = picture.unitCount(layer: layer)
    let samplesPerRow = canvas.samples(in: place).height / max(1, place.height)
    guard layer > 0, place.width > 1, samplesPerRow > 0 else { return }
    if let selected = picture.selectedUnit, selected.layer == layer {
      let row = (selected.unit - 1) * cells.size.height / count / samplesPerRow
      let place = Point(x: place.x + 1, y: place.y + row)
      canvas.write("◂", at: place, style: Style(.accent, .bold))
    }
    let marked = (1...count).filter { picture.fault(layer: layer, unit: $0) != nil }
    let rows = Dictionary(grouping: marked) {
      ($0 - 1) * cells.size.height / count / samplesPerRow
    }
    for (row, units) in rows {
      let number = units.count > 1 && place.width > 2 ? "\(units.count)" : ""
      let mark = picture.mark(layer: layer, unit: units[0]) + StyledText(number, .warning)
      canvas.write(mark, at: Point(x: place.x + 1, y: place.y + row), within: place)
    }
  }

  // MARK: - Below

  private func drawFooter(_ pooling: (across: Int, down: Int), on canvas: inout Canvas) {
    guard footer.height > 0 else { return }
    let note =
      pooling.across * pooling.down > 1
      ? StyledText("  \(pooling.across)x\(pooling.down) a cell", .muted) : ""
    let width = canvas.glyphs.columns(of: note)
    let (left, right) = footer.split(top: 1).top.split(right: width)
    ScaleBar(scale).draw(in: left, on: &canvas)
    canvas.write(note, in: right)
    canvas.write(picture.line(width: footer.width), in: footer, row: 1)
  }
}

extension Double {
  /// A number for the narrowest columns: `0.4`, `-.4`, `12`.
  fileprivate func short(width: Int) -> String {
    guard width == 3 else { return fittedOrTiny(width: width, decimals: 3) }
    let text = formatted(decimals: 1)
    if text.count <= 3 { return text }
    return text.hasPrefix("-0.") ? "-" + text.dropFirst(2) : fittedOrTiny(width: 3, decimals: 0)
  }

  /// The value in so few characters that one near 0, or far from it, may not fit: then it is `~0` or `huge`.
  func fittedOrTiny(width: Int, decimals: Int) -> String {
    let text = fitted(width: width, decimals: decimals)
    guard text.hasPrefix("#") else { return text }
    if magnitude < 1 { return "~0" }
    let word = self < 0 ? "-huge" : "huge"
    return word.count <= width ? word : text
  }
}
