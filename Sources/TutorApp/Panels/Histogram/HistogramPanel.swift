import NeuralNetwork
import TerminalCanvas

/// How the weights, activations or gradients of every layer are spread, all layers on one axis.
func drawHistogram(_ model: Model, in rect: Rect, on canvas: inout Canvas) {
  let numbers = LayerNumbers(model.look.histogram, of: model.run)
  draw(numbers, in: rect.inset(left: 1), on: &canvas)
}

/// Weights, activations and gradients beside one another, with the figures of each below.
private func drawHistogramsZoomed(_ model: Model, in rect: Rect, on canvas: inout Canvas) {
  let all = HistogramSubject.allCases
  let width = rect.width / all.count
  for (index, subject) in all.enumerated() {
    let column = Rect(x: rect.x + index * width, y: rect.y, width: width, height: rect.height)
    let (title, body) = column.inset(left: 1, right: 1).split(top: 1)
    canvas.write(StyledText(subject.rawValue, .heading), in: title)
    let numbers = LayerNumbers(subject, of: model.run)
    let rows = min(model.run.depth, body.height / 3)
    let (picture, figures) = body.split(bottom: rows + 1)
    drawRidges(numbers, in: picture, on: &canvas)
    drawFigures(numbers, in: figures.inset(top: 1), on: &canvas)
  }
}

/// A row or more a layer, then the axis.
private func draw(
  _ numbers: LayerNumbers, in rect: Rect, on canvas: inout Canvas
) {
  let body = rect.split(bottom: rect.height > 1 ? 1 : 0).rest
  let depth = numbers.layers.count
  let rows = LayerRows(depth: depth, height: body.height)
  guard !rows.rows.isEmpty else { return }
  let pitch = min(5, body.height / rows.rows.count)
  let texts = (1...depth).map { numbers.figures(layer: $0) }
  let figureWidth = figureWidth(texts, in: rect.width, canvas.glyphs)
  let left = depth > 9 ? 3 : 2
  let bars = Rect(
    x: rect.x + left, y: rect.y, width: rect.width - left - figureWidth, height: rect.height)
  for (row, layer) in rows.rows.enumerated() {
    guard let layer else {
      canvas.write(StyledText("layers \(rows.hidden)", .muted), in: body, row: row * pitch)
      continue
    }
    let place = Rect(x: bars.x, y: body.y + row * pitch, width: bars.width, height: pitch)
    drawBars(numbers, layer, in: place.intersection(body), on: &canvas)
    canvas.write(
      StyledText("\(layer)", .muted), at: Point(x: rect.x, y: place.maxY - 1), within: body)
    let right = Rect(
      x: bars.maxX + 1, y: place.maxY - 1, width: figureWidth - 1, height: 1)
    let text = texts[layer - 1].joined(separator: "  ")
    canvas.write(
      shortened(text, texts[layer - 1], right.width, canvas.glyphs), in: right.intersection(body))
  }
  let axis = Rect(x: bars.x, y: body.y + rows.rows.count * pitch, width: bars.width, height: 1)
  drawAxis(numbers, in: axis.intersection(rect), on: &canvas)
}

private func figureWidth(_ texts: [[String]], in width: Int, _ glyphs: GlyphSet) -> Int {
  let whole = texts.map { glyphs.columns(of: $0.joined(separator: "  ")) }.max() ?? 0
  let last = texts.map { glyphs.columns(of: $0.last ?? "") }.max() ?? 0
  return whole + 1 <= width / 2 ? whole + 1 : last + 1 <= width / 3 ? last + 1 : 0
}

private func shortened(
  _ text: String, _ parts: [String], _ width: Int, _ glyphs: GlyphSet
) -> StyledText {
  let shown = glyphs.columns(of: text) <= width ? text : parts.last ?? ""
  return StyledText(glyphs.columns(of: shown) <= width ? shown : "", .muted)
}

private func drawBars(
  _ numbers: LayerNumbers, _ layer: Int, in place: Rect, on canvas: inout Canvas
) {
  guard place.width > 0 else { return }
  guard !numbers.layers[layer - 1].isEmpty else {
    canvas.write(StyledText("·", .muted), in: place, row: place.height - 1)
    return
  }
  let bins = min(place.width, 64)
  let histogram = numbers.histogram(layer: layer, bins: bins)
  if place.height > 1 {
    let ridge = Ridgeline.Ridge(histogram.counts.map(numbers.height), style: .accent)
    // A tall bar ends below the foot of the layer above.
    Ridgeline([ridge]).draw(in: place.inset(top: place.height > 2 ? 1 : 0), on: &canvas)
  } else {
    histogram.sparkline(style: .accent).draw(in: place, on: &canvas)
  }
}

/// The ends of the axis, and between them its middle where that is 0, or that it is one of sizes.
private func drawAxis(_ numbers: LayerNumbers, in place: Rect, on canvas: inout Canvas) {
  let isLogarithmic = numbers.axis.scale == .logarithmic
  func text(_ value: Double) -> StyledText {
    StyledText(
      isLogarithmic ? value.scientific(significant: 1) : value.formatted(significant: 2), .muted)
  }
  let (low, high) = (text(numbers.axis.lower), text(numbers.axis.upper))
  guard canvas.glyphs.columns(of: low + high) + 1 <= place.width else { return }
  canvas.write(low, in: place)
  canvas.write(high, in: place, alignment: .trailing)
  let room = place.width - 2 * (max(low.plain.count, high.plain.count) + 1)
  let hasZero = !isLogarithmic && numbers.axis.lower < 0 && place.width >= 20
  let middle = isLogarithmic ? "|gradient|" : hasZero ? "0" : ""
  guard middle.count <= room else { return }
  canvas.write(StyledText(middle, .muted), in: place, alignment: .center)
}

/// One profile a layer behind one another, the first layer farthest away.
private func drawRidges(_ numbers: LayerNumbers, in rect: Rect, on canvas: inout Canvas) {
  let (body, axis) = rect.split(bottom: 1)
  let depth = numbers.layers.count
  let left = depth > 9 ? 3 : 2
  let known = (1...depth).filter { !numbers.layers[$0 - 1].isEmpty }
  guard !known.isEmpty else {
    canvas.write(StyledText("not worked out yet", .muted), in: body)
    return
  }
  let plot = body.inset(left: left)
  let ridges = known.map { layer -> Ridgeline.Ridge in
    let counts = numbers.histogram(layer: layer, bins: max(1, min(plot.width, 64))).counts
    let sum = counts.map(numbers.height).reduce(0, +)
    return Ridgeline.Ridge(counts.map { numbers.height($0) / max(1, sum) }, style: .accent)
  }
  let picture = Ridgeline(ridges)
  picture.draw(in: plot, on: &canvas)
  for (ridge, row) in picture.feet(rows: body.height) {
    canvas.write(StyledText("\(known[ridge])", .muted), in: body, row: row)
  }
  drawAxis(numbers, in: axis.inset(left: left), on: &canvas)
}

private func drawFigures(_ numbers: LayerNumbers, in rect: Rect, on canvas: inout Canvas) {
  for row in 0..<min(rect.height, numbers.layers.count) {
    var parts = ["\(row + 1)"] + numbers.figures(layer: row + 1)
    // A figure that has no room goes with its unit.
    while parts.count > 1, canvas.glyphs.columns(of: parts.joined(separator: "  ")) > rect.width {
      parts.removeLast()
    }
    canvas.write(StyledText(parts.joined(separator: "  "), .muted), in: rect, row: row)
  }
}

extension Panel {
  static let histogram = Panel(
    "histogram", term: "distribution",
    title: { "\($0.look.histogram.rawValue) by layer · D: others" },
    brief: { $0.look.histogram.rawValue }, side: .right,
    needs: { context in
      PanelNeeds(
        width: .init(24, best: 48, most: .max),
        height: .init(
          min(context.depth, 3) + 2, best: min(context.depth, 12) + 2, most: 4 * context.depth + 2))
    },
    sheds: "mean and deviation, layers in the middle", fills: { $0.parameterCount > 20 },
    draw: drawHistogram, drawZoomed: drawHistogramsZoomed, words: histogramWords,
    legend: histogramLegend)
}

private func histogramWords(_ model: Model) -> [String] {
  let numbers = LayerNumbers(model.look.histogram, of: model.run)
  let layers = (1...numbers.layers.count).compactMap { layer -> String? in
    let figures = numbers.figures(layer: layer)
    return figures.isEmpty ? nil : "layer \(layer) \(figures.joined(separator: ", "))"
  }
  guard !layers.isEmpty else { return [] }
  return ["Spread of \(model.look.histogram.rawValue): \(layers.joined(separator: "; "))."]
}

private func histogramLegend(_ model: Model) -> [LegendRow] {
  let numbers = LayerNumbers(model.look.histogram, of: model.run)
  return [
    LegendRow(
      StyledText("▂▅█▅▂", .accent),
      "how many \(model.look.histogram.rawValue) have a size"
        + (numbers.countsByLogarithm ? "; so many that heights are logarithms" : "")),
    LegendRow(StyledText("±", .muted), "the standard deviation"),
    LegendRow(StyledText("zeros", .muted), "so many are exactly 0"),
    LegendRow(
      StyledText("flat", .muted), "so many have a slope below 1 % of the steepest: saturated"),
  ]
}
