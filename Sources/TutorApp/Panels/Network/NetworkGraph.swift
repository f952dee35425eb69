import NeuralNetwork
import TerminalCanvas

/// A small network as units joined by lines: a line is solid for a positive weight and broken for a negative one.
struct NetworkGraph {
  private let picture: NetworkPicture
  private let model: Model
  private let plan: NetworkGraphPlan
  private let isMapped: Bool
  private var rect: Rect { plan.rect }
  private var shape: [Int] { plan.shape }

  init(_ picture: NetworkPicture, _ model: Model, in rect: Rect) {
    (self.picture, self.model) = (picture, model)
    isMapped = InputPlane(model.run.dataset) != nil
    plan = NetworkGraphPlan(picture, isMapped: isMapped, in: rect)
  }

  /// Whether every unit has its two rows and every weight a place for its number.
  var fits: Bool { plan.fits }

  /// The rows with which all that it has is as large as it gets.
  var mostHeight: Int {
    let tall = Rect(x: 0, y: 0, width: plan.rect.width + 1, height: 1000)
    return NetworkGraphPlan(picture, isMapped: isMapped, in: tall, isSpread: false).height
  }

  func draw(on canvas: inout Canvas) {
    drawLines(on: &canvas)
    let maps = maps(on: canvas)
    for layer in shape.indices {
      for unit in 1...max(1, shape[layer]) {
        drawUnit(layer: layer, unit: unit, maps, on: &canvas)
      }
    }
    for layer in shape.indices.dropFirst() { drawWeights(layer: layer, on: &canvas) }
  }

  // MARK: - Units

  private func maps(on canvas: Canvas) -> ResponseMaps? {
    model.responseMaps(
      canvas.samples(in: Rect(x: 0, y: 0, width: 2 * plan.mapRows, height: plan.mapRows)))
  }

  private func drawUnit(
    layer: Int, unit: Int, _ maps: ResponseMaps?, on canvas: inout Canvas
  ) {
    let area = plan.area(layer: layer, unit: unit)
    let lines =
      [head(layer: layer, unit: unit)] + notes(layer: layer, unit: unit, rows: area.height - 1)
    for (row, line) in lines.prefix(area.height).enumerated() {
      canvas.write(line, at: Point(x: area.x, y: area.y + row), within: rect)
    }
    let room = area.inset(top: lines.count).split(left: 2 * plan.mapRows).left
    if let maps, room.height >= plan.mapRows {
      canvas.draw(maps, layer: layer, unit: unit, in: room.split(top: plan.mapRows).top)
    }
    drawCurve(layer: layer, unit: unit, in: area, below: lines.count, on: &canvas)
  }

  /// A guess, where there is one, comes first.
  private func drawCurve(
    layer: Int, unit: Int, in area: Rect, below lines: Int, on canvas: inout Canvas
  ) {
    guard plan.curveRows > 0, picture.hasCurve(layer: layer) else { return }
    let usual = picture.linesOverCurve(layer: layer, isLast: unit == shape[layer])
    let (place, _) = area.inset(top: max(usual, lines)).split(top: plan.curveRows)
    UnitCurve(picture, layer: layer, unit: unit)
      .draw(in: place.split(left: 2 * plan.curveRows).left, on: &canvas)
  }

  private func head(layer: Int, unit: Int) -> StyledText {
    let symbol = picture.symbol(layer: layer)
    let name = StyledText(
      (layer == 0 && shape[0] > 1 ? symbol + subscripted(unit) : symbol) + " ", .heading)
    let mark = mark(layer: layer, unit: unit)
    let room = plan.nodeWidths[layer] - picture.glyphs.columns(of: name + mark)
    // Between a number and the weight behind it the mark has a blank on either side.
    let isTight = !mark.isEmpty && layer < picture.depth && plan.isBesideSource(layer: layer + 1)
    let width = layer == 0 ? 5 : isTight ? min(plan.numberWidth, room) : plan.numberWidth
    return name
      + value(
        picture.activation(layer: layer, unit: unit), width: width,
        layer == 0 ? .text : picture.style(foundIn: .forward(layer: layer))) + mark
      + (isTight ? " " : "")
  }

  private func value(_ value: Double?, width: Int, _ style: Style) -> StyledText {
    guard let value else { return StyledText("·", .muted) }
    return StyledText(value.fittedOrTiny(width: width, decimals: 4), style)
  }

  private func mark(layer: Int, unit: Int) -> StyledText {
    picture.fault(layer: layer, unit: unit) == nil
      ? "" : " " + picture.mark(layer: layer, unit: unit)
  }

  /// What stands below a unit: its bias, a guess, target and error at the output, δ; the error, which the status line has,
  /// gives way to δ.
  private func notes(layer: Int, unit: Int, rows: Int) -> [StyledText] {
    guard layer > 0 else { return [] }
    let isOutput = layer == shape.count - 1
    let isLast = unit == shape[layer]
    let guess = picture.guess(layer: layer, unit: unit, width: plan.numberWidth)
    let target = isOutput ? StyledText("T \(compact(picture.target(unit: unit)))", .muted) : nil
    let above = [bias(layer: layer, unit: unit), guess, target].compactMap(\.self)
    let delta = delta(layer: layer, unit: unit)
    let hasError = isOutput && isLast && (delta == nil || above.count + 1 < rows)
    return above + [hasError ? error : nil, delta].compactMap(\.self)
  }

  /// The loss; what several outputs have together says so where there is room.
  private var error: StyledText {
    let room = rect.maxX - plan.column(of: shape.count - 1)
    let isOfAll = (shape.last ?? 1) > 1 && room >= Self.errorOfAll.count + plan.numberWidth
    return StyledText(isOfAll ? Self.errorOfAll : "E ", .accent)
      + value(picture.error, width: plan.numberWidth, picture.style(foundIn: .loss))
  }

  private static let errorOfAll = "E all "

  private func bias(layer: Int, unit: Int) -> StyledText? {
    let index = ParameterIndex.bias(layer: layer, unit: unit)
    if picture.fault(layer: layer, unit: unit) == .dead { return StyledText("  dead", .warning) }
    guard picture.network.contains(index) else { return nil }
    return StyledText("b ", .muted) + picture.text(index, width: plan.numberWidth + 1, decimals: 4)
      + picture.sign(of: index)
  }

  private func delta(layer: Int, unit: Int) -> StyledText? {
    picture.delta(layer: layer, unit: unit).map {
      StyledText(picture.glyphs == .ascii ? "d " : "δ ", .muted)
        + StyledText(
          $0.fitted(width: plan.numberWidth + 1, decimals: 4, signed: true),
          picture.style(foundIn: .backward(layer: layer)))
    }
  }

  // MARK: - Weights

  private func drawLines(on canvas: inout Canvas) {
    var raster = Raster(size: rect.size, glyphs: canvas.glyphs)
    for layer in shape.indices.dropFirst() {
      forEachWeight(of: layer) { unit, input, weight in
        let columns = plan.lines(into: layer)
        raster.line(
          from: dot(x: columns.lowerBound, layer: layer - 1, unit: input, in: raster),
          to: dot(x: columns.upperBound - 1, layer: layer, unit: unit, in: raster),
          isBroken: weight < 0,
          thickness: picture.thickness(layer: layer, unit: unit, input: input),
          style: picture.lineStyle(layer: layer, unit: unit, input: input))
      }
    }
    raster.draw(on: &canvas, at: rect.origin, within: rect)
  }

  private func dot(x: Int, layer: Int, unit: Int, in raster: Raster) -> Point {
    let (across, down) = (raster.width / max(1, rect.width), raster.height / max(1, rect.height))
    return Point(
      x: (x - rect.x) * across, y: (plan.row(layer: layer, unit: unit) - rect.y) * down + down / 2)
  }

  /// The numbers of a unit's weights stand together beside it, in the order of the units at their other ends.
  private func drawWeights(layer: Int, on canvas: inout Canvas) {
    forEachWeight(of: layer) { unit, input, _ in
      let index = ParameterIndex.weight(layer: layer, unit: unit, input: input)
      let isAlone = shape[layer - 1] * shape[layer] == 1
      let sign = picture.sign(of: index)
      let room = plan.lines(into: layer).count - (isAlone ? 0 : 2) - (sign.isEmpty ? 0 : 1)
      let text = picture.text(index, width: min(7, room), decimals: 4) + sign
      let place = placeOfWeight(
        layer: layer, unit: unit, input: input, width: picture.glyphs.columns(of: text))
      canvas.write(text, at: place, within: rect)
    }
  }

  /// Beside the unit that it leaves, or the unit that it enters.
  private func placeOfWeight(layer: Int, unit: Int, input: Int, width: Int) -> Point {
    let columns = plan.lines(into: layer)
    let (start, gap) = (columns.lowerBound, columns.count)
    guard shape[layer - 1] * shape[layer] > 1 else {
      return Point(x: start + max(1, (gap - width) / 2), y: plan.row(layer: 0, unit: 1) - 1)
    }
    return plan.isBesideSource(layer: layer)
      ? Point(x: start + 1, y: row(of: unit, in: layer, beside: input, in: layer - 1))
      : Point(x: start + gap - 1 - width, y: row(of: input, in: layer - 1, beside: unit, in: layer))
  }

  /// The row for one of a layer's units in the list beside a unit, whose nearest one stands on its own row.
  private func row(of other: Int, in layer: Int, beside unit: Int, in own: Int) -> Int {
    let row = plan.row(layer: own, unit: unit)
    let nearest = (1...shape[layer]).min {
      abs(plan.row(layer: layer, unit: $0) - row) < abs(plan.row(layer: layer, unit: $1) - row)
    }
    return row + other - (nearest ?? other)
  }

  private func forEachWeight(of layer: Int, _ body: (_ unit: Int, _ input: Int, Double) -> Void) {
    for unit in 1...max(1, shape[layer]) {
      for input in 1...max(1, shape[layer - 1]) {
        body(unit, input, picture.weight(layer: layer, unit: unit, input: input))
      }
    }
  }
}
