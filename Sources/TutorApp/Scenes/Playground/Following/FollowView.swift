import NeuralNetwork
import TerminalCanvas
import Workbench

extension FollowScene {
  /// The units of the layer, beside them the sum of the selected one, in wide screens every layer, and in tall ones the
  /// network and the data below.
  public func draw(_ model: Model, on canvas: inout Canvas) {
    let way = model.way(of: inputs)
    let line = way.map { model.notice ?? $0.verdict(model.run, model.classNames) }
    drawFramed(model, line: line, on: &canvas) { body, canvas in
      let main = body.inset(left: 1, right: 1).split(bottom: 1).rest
      guard let way else {
        canvas.write(StyledText(Self.lost, .warning), in: main)
        return
      }
      canvas.write(StyledText(way.heading(way.place(layer, unit)), .accent), in: main)
      draw(way, model, in: main.inset(top: 2), on: &canvas)
    }
  }

  private func draw(_ way: InputWay, _ model: Model, in body: Rect, on canvas: inout Canvas) {
    let place = way.place(layer, unit)
    let pictures = pictures(model)
    let rows = way.rows(place, isWide: body.width >= Self.wide)
    let hasPictures = !pictures.isEmpty && body.height >= 22
    let (top, below) = body.split(
      top: hasPictures ? min(rows + 1, body.height - 12) : body.height)
    let (left, middle) = top.split(left: min(28, top.width / 2))
    let (sum, layers) = middle.split(left: top.width >= Self.wide ? 63 : middle.width)
    way.unitTable(place).draw(in: left, on: &canvas)
    way.sumTable(place, in: sum.inset(left: 1).size, canvas.glyphs).draw(
      in: sum.inset(left: 1), on: &canvas)
    way.layerTable(place).draw(in: layers.inset(left: 2), on: &canvas)
    if hasPictures { draw(pictures, in: below, on: &canvas) }
  }

  /// From this width on there is room for every layer.
  private static let wide = 118

  /// The network and the data, with this sample pinned and this unit selected; none for an input of the learner's own.
  private func pictures(_ model: Model) -> [(panel: Panel, model: Model)] {
    guard sample != nil || mistake != nil else { return [] }
    var shown = model
    (shown.look.sample, shown.look.guess) = (sample ?? model.look.sample, mistake)
    shown.look.selected = .weight(layer: layer, unit: unit + 1, input: 1)
    let context = PanelContext(model.workspace)
    return [Panel.network, .data, .images].filter { $0.fills(context) }.prefix(2).map {
      ($0, shown)
    }
  }

  private func draw(
    _ pictures: [(panel: Panel, model: Model)], in rect: Rect, on canvas: inout Canvas
  ) {
    let isBeside = pictures.count > 1 && rect.width >= 100
    let (left, right) = rect.split(right: isBeside ? rect.width * 2 / 5 : 0)
    for (picture, place) in zip(pictures, [left, right.inset(left: 1)]) where !place.isEmpty {
      picture.panel.drawTitled(picture.model, in: place, on: &canvas)
    }
  }
}

/// The numbers as tables.
extension InputWay {
  /// The rows of the tallest table, its heading included.
  fileprivate func rows(_ place: Place, isWide: Bool) -> Int {
    let layers = isWide ? shape.max() ?? 0 : 0
    return 1 + max(shape[place.layer], shape[place.layer - 1] + 4, layers)
  }

  /// Each unit of the layer: its sum, and what it puts out.
  fileprivate func unitTable(_ place: Place) -> TextTable {
    TextTable(
      [TableColumn("unit", alignment: .trailing, priority: 3), trailing("z", 1), trailing("a", 2)],
      rows: (0..<shape[place.layer]).map { unit in
        let one = Place(layer: place.layer, unit: unit)
        return [StyledText("\(unit + 1)"), aligned(sum(of: one)), aligned(output(of: one))]
      }, selected: place.unit)
  }

  /// How the selected unit comes to its number, the largest terms first.
  fileprivate func sumTable(_ place: Place, in size: Size, _ glyphs: GlyphSet) -> TextTable {
    let bars = TermBars(largest: largestTerm(place), columns: size.width >= 72 ? 17 : 9, glyphs)
    let columns = [
      TableColumn("unit \(place.unit + 1) of layer \(place.layer)", priority: 5),
      trailing("weight", 3), trailing("value", 2), trailing("product", 4),
      TableColumn("", priority: 1),
    ]
    let rows = termRows(place, most: max(1, size.height - 5), bars) + endRows(place, bars)
    return TextTable(columns, rows: rows)
  }

  /// A row a term; those that are too many stand together in the last one.
  private func termRows(_ place: Place, most: Int, _ bars: TermBars) -> [[StyledText]] {
    let sorted = terms(place).sorted { abs($0.product) > abs($1.product) }
    let shown = sorted.prefix(sorted.count <= most ? most : most - 1)
    let rows = shown.map { term -> [StyledText] in
      let name = weightName(term.input, of: place) + " · "
      return [
        StyledText(name + symbol(ofInput: term.input, to: place.layer)), aligned(term.weight),
        aligned(term.value), aligned(term.product), bars.text(term.product),
      ]
    }
    let rest = sorted.dropFirst(shown.count)
    guard !rest.isEmpty else { return rows }
    let together = rest.reduce(0) { $0 + $1.product }
    return rows + [summed(StyledText("\(rest.count) smaller terms"), together)]
  }

  /// What the bars are measured by: the largest of the products and the bias.
  private func largestTerm(_ place: Place) -> Double {
    (terms(place).map(\.product) + [bias(place) ?? 0]).map(abs).max() ?? 0
  }

  /// The bias, the sum, and what becomes of it.
  private func endRows(_ place: Place, _ bars: TermBars) -> [[StyledText]] {
    let bias =
      bias(place).map { bias in
        [summed("bias b", bias) + [bars.text(bias)]]
      } ?? []
    let extras = extras(place).map { [StyledText($0, .muted)] }
    return bias + [summed(StyledText("z, the sum", .heading), sum(of: place))] + extras + [
      summed(
        StyledText("a, by \(activation(of: place.layer))", .heading), output(of: place))
    ]
  }

  /// A row with nothing but what it comes to.
  private func summed(_ name: StyledText, _ value: Double) -> [StyledText] {
    [name, "", "", aligned(value)]
  }

  /// What goes into the network and what every layer puts out, side by side.
  fileprivate func layerTable(_ place: Place) -> TextTable {
    let columns = shape.indices.map { layer in
      TableColumn(
        layer == 0 ? "inputs" : "layer \(layer)", alignment: .trailing,
        // The layer that is looked at stays, and those near it.
        priority: 50 - abs(layer - place.layer))
    }
    let rows = (0..<(shape.max() ?? 0)).map { row in
      shape.indices.map { layer -> StyledText in
        guard row < shape[layer] else { return "" }
        let isSelected = layer == place.layer && row == place.unit
        return StyledText(
          output(layer: layer, unit: row).fitted(width: 8, decimals: 4),
          isSelected ? .heading : .text)
      }
    }
    return TextTable(columns, rows: rows)
  }

  private func trailing(_ title: String, _ priority: Int) -> TableColumn {
    TableColumn(title, alignment: .trailing, priority: priority)
  }

  /// Points stand below one another.
  private func aligned(_ value: Double) -> StyledText {
    StyledText(value.fitted(width: 9, decimals: 5))
  }
}

/// Bars of the terms of a sum, to either side of a zero line.
private struct TermBars {
  let largest: Double
  let columns: Int
  let glyphs: GlyphSet

  init(largest: Double, columns: Int, _ glyphs: GlyphSet) {
    (self.largest, self.columns, self.glyphs) = (largest, columns, glyphs)
  }

  func text(_ term: Double) -> StyledText {
    SignedBar(largest > 0 ? term / largest : 0).text(columns: columns, glyphs)
  }
}
