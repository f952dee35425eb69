import NeuralNetwork
import TerminalCanvas

/// A layer's activation and below it the slope, with a mark where each unit stands for the shown sample.
///
/// The selected parameter says which layer, and which unit has its tangent drawn.
func drawCurve(_ model: Model, in rect: Rect, on canvas: inout Canvas) {
  ActivationCurve(model).draw(in: rect, on: &canvas)
}

/// With every unit's numbers beside the curves.
func drawCurveZoomed(_ model: Model, in rect: Rect, on canvas: inout Canvas) {
  let curve = ActivationCurve(model)
  let (left, right) = rect.split(right: rect.width >= 70 ? 34 : 0)
  curve.draw(in: left, on: &canvas)
  let rows = curve.points.map { point in
    [
      StyledText("\(point.unit)", point.unit == curve.selected ? .accent : .text),
      StyledText(number(point.z, signed: true)), StyledText(number(point.a, signed: true)),
      StyledText(number(point.slope)),
    ]
  }
  let columns = ["unit", "z", "f", "f′"].enumerated().map { index, title in
    TableColumn(title, alignment: .trailing, priority: 4 - index)
  }
  TextTable(columns, rows: rows, selected: rows.isEmpty ? nil : curve.selected - 1)
    .draw(in: right.inset(left: 2), on: &canvas)
}

/// Where the units of a layer stand on their activation.
private struct ActivationCurve {
  /// A unit's z for the shown sample, what f makes of it and how steep f is there.
  struct Point {
    let unit: Int
    let z, a, slope: Double
  }

  let layer: Layer
  /// The unit with the tangent.
  let selected: Int
  /// The units in order; none until the learner has walked through the layer.
  let points: [Point]
  /// z at the ends of the axis, without and with a minus.
  private let reach: Double
  /// Where the learner took a unit to be: at a z, or, where only what it puts out was asked, at a height over its own.
  private let guess: (z: Double, a: Double, isOfZ: Bool)?
  /// The same beside what it is.
  private let said: StyledText?

  init(_ model: Model) {
    let network = model.run.network
    let index = model.chainParameter
    layer = network.layers[index.layer - 1]
    selected = index.unit
    let own = layer
    if model.shownPhase >= .forward(layer: own.number) {
      let z = model.shownZ(layer: own.number)
      points = z.enumerated().map { index, z in
        let a = own.activation.function(z, own.slope)
        return Point(
          unit: index + 1, z: z, a: a, slope: own.activation.derivative(z, a, own.slope))
      }
    } else {
      points = []
    }
    // Beyond this the curves would be two straight lines and a corner.
    let guess = Self.guess(model, own, points)
    let all = points.map(\.z) + (guess.map { [$0.z] } ?? [])
    reach = min(96, 6.0.doubled(toHold: all.map(abs).filter(\.isFinite).max() ?? 0))
    self.guess = guess
    said = guess == nil ? nil : model.guess?.figures
  }

  private static func guess(
    _ model: Model, _ layer: Layer, _ points: [Point]
  ) -> (z: Double, a: Double, isOfZ: Bool)? {
    guard let guess = model.guessOfShownSample else { return nil }
    func height(_ unit: Int) -> (Double, Double, Bool)? {
      points.first { $0.unit == unit }.map { ($0.z, guess.value, false) }
    }
    switch guess.kind {
    case .preActivation(layer.number, _), .normalized(layer.number, _):
      return (guess.value, layer.activation.function(guess.value, layer.slope), true)
    case .activation(layer.number, let unit): return height(unit)
    case .output(let unit) where layer.number == model.run.network.depth: return height(unit)
    default: return nil
    }
  }

  var shown: Point? { points.first { $0.unit == selected } }
  /// Units that stand beyond the ends of the axis.
  private var beyond: Int { points.count { !(abs($0.z) <= reach) } }

  func draw(in rect: Rect, on canvas: inout Canvas) {
    let (top, rest) = rect.split(top: rect.height >= 5 ? 1 : 0)
    canvas.write(figures(width: top.width - 2, canvas.glyphs), in: top.inset(left: 1))
    let (upper, lower) = rest.split(bottom: rest.height >= 9 ? max(6, rest.height / 2) : 0)
    let plots = [plot(\.a, of: f, in: upper, isUpper: true), plot(\.slope, of: slope, in: lower)]
    let places = [upper, lower]
    let left = zip(plots, places).map { plot, place in
      place.width - ScatterPlot.columns(in: place, x: plot.x, y: plot.y)
    }
    // One z stands above itself.
    for (index, plot) in plots.enumerated() where !places[index].isEmpty {
      let shift = places.contains(where: \.isEmpty) ? 0 : (left.max() ?? 0) - left[index]
      plot.draw(in: places[index].inset(left: shift), on: &canvas)
    }
  }

  private func f(_ z: Double) -> Double { layer.activation.function(z, layer.slope) }
  private func slope(_ z: Double) -> Double { layer.activation.derivative(z, f(z), layer.slope) }

  private func plot(
    _ value: (Point) -> Double, of function: (Double) -> Double, in rect: Rect,
    isUpper: Bool = false
  ) -> ScatterPlot {
    // So close that a jump stands upright: two points a dot of braille.
    let half = max(48, 2 * rect.width)
    let zs = (-half...half).map { reach * Double($0) / Double(half) }
    let curve = zs.map { Bucket(x: $0, y: function($0)) }
    let (low, high) = (curve.map(\.last).min() ?? 0, curve.map(\.last).max() ?? 1)
    let margin = max(0.05, (high - low) * 0.06)
    let y = Axis(from: min(0, low - (low < 0 ? margin : 0)), to: high + margin)
      .aligned(rows: ScatterPlot.rows(in: rect))
    var marks = points.filter { $0.unit != selected }.map {
      PlotPoint(x: $0.z, y: value($0), .other)
    }
    if let shown { marks.append(PlotPoint(x: shown.z, y: value(shown), .shown)) }
    if let guess, isUpper || guess.isOfZ {
      marks.append(PlotPoint(x: guess.z, y: isUpper ? guess.a : function(guess.z), .guess))
    }
    let touching = isUpper ? tangentLine : []
    return ScatterPlot(
      marks, x: Axis(from: -reach, to: reach), y: y,
      curves: [Series("", curve, style: .muted)]
        + (touching.isEmpty ? [] : [Series("", touching, style: .accent)]))
  }

  /// A short piece of the line that touches f where the selected unit stands.
  private var tangentLine: [Bucket] {
    guard let shown, abs(shown.z) <= reach else { return [] }
    return [-reach / 4, reach / 4].map { distance in
      Bucket(x: shown.z + distance, y: shown.a + shown.slope * distance)
    }
  }

  /// The selected unit's numbers, as far as they fit.
  private func figures(width: Int, _ glyphs: GlyphSet) -> StyledText {
    if let said, glyphs.columns(of: said) <= width { return said }
    guard let shown else { return StyledText("forward first: . walks a phase", .muted) }
    let name = StyledText("unit \(shown.unit): z \(number(shown.z, signed: true))  ")
    // In the color of the tangent, whose slope it is.
    let slope = StyledText("─ f′ \(number(shown.slope))", .accent)
    let value = StyledText("f \(number(shown.a, signed: true))  ")
    let outside = StyledText(beyond == 0 ? "" : "  \(beyond) beyond", .warning)
    // A unit that stands alone needs no number.
    let alone =
      points.count > 1 ? [] : [StyledText("z \(number(shown.z, signed: true))  ") + value + slope]
    let choices =
      [name + value + slope + outside] + alone
      + [name + slope + outside, name + slope, slope]
    return choices.first { glyphs.columns(of: $0) <= width } ?? slope
  }

  /// The selected unit, and of a small layer the others.
  var words: [String] { points.count <= mostToldPlaces ? details : shownWords }

  /// Each unit of the layer, the selected one first.
  var details: [String] {
    shownWords
      + points.filter { $0.unit != selected }.map {
        "Unit \($0.unit): z \(number($0.z, signed: true)), puts out \(number($0.a, signed: true)), slope \(number($0.slope))."
      }
  }

  private var shownWords: [String] {
    guard let shown else { return [] }
    return [
      "Layer \(layer.number), \(layer.activation.title): unit \(shown.unit) stands at z \(number(shown.z, signed: true)), "
        + "puts out \(number(shown.a, signed: true)), and its slope there is \(number(shown.slope)) of at most "
        + "\(layer.activation.steepest.map { number($0) } ?? "any size")."
    ]
  }
}

extension Panel {
  static let curve = Panel(
    "curve", term: "activation", title: curveTitle, side: .right,
    needs: { _ in
      PanelNeeds(
        width: .init(24, best: 40, most: .max), height: .init(11, best: 14, most: .max), weight: 2)
    },
    sheds: "the curve of the slope, the figures", fills: { _ in false }, draw: drawCurve,
    drawZoomed: drawCurveZoomed, words: { ActivationCurve($0).words },
    details: { ActivationCurve($0).details },
    legend: { curveLegend + $0.guessed(.guess) })
}

private func curveTitle(_ model: Model) -> String {
  let layer = model.run.network.layers[model.chainParameter.layer - 1]
  return "\(layer.activation.title), f above f′, layer \(layer.number)\(model.pinnedTitle)"
}

private let curveLegend = [
  LegendRow(.shown, "the selected unit at its z; j and k select another"),
  LegendRow(.other, "the other units of its layer"),
  LegendRow(StyledText("───", .muted), "f, and below it f′, for every z"),
  LegendRow(
    StyledText("───", .accent), "the slope of f where the unit stands: errors are multiplied by it"),
]
