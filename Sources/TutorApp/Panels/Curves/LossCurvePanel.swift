import NeuralNetwork
import TerminalCanvas

/// The loss as a function of one error, or of one output where these are classes, with the batch's errors on it.
func drawLossCurve(_ model: Model, in rect: Rect, on canvas: inout Canvas) {
  draw(LossCurve(model), in: rect, on: &canvas)
}

private func draw(_ picture: LossCurve, in rect: Rect, on canvas: inout Canvas) {
  let (top, rest) = rect.split(top: rect.height >= 4 ? 1 : 0)
  canvas.write(picture.figures(width: top.width - 2, canvas.glyphs), in: top.inset(left: 1))
  let plot = picture.plot(in: rest)
  plot.draw(in: rest, on: &canvas)
  picture.writeTargets(on: plot, in: rest, on: &canvas)
}

/// With the errors of the whole batch beside the curve, the costliest first.
func drawLossCurveZoomed(_ model: Model, in rect: Rect, on canvas: inout Canvas) {
  let (left, right) = rect.split(right: rect.width >= 70 ? 36 : 0)
  let picture = LossCurve(model)
  draw(picture, in: left, on: &canvas)
  picture.table.draw(in: right.inset(left: 2), on: &canvas)
}

/// What single outputs cost.
private struct LossCurve {
  /// What one output of one sample costs.
  struct Point {
    /// Its number in the data set, from 1.
    let sample: Int
    /// Where it stands: the error, or the output itself.
    let x: Double
    let target: Double
    let loss, slope: Double
    let isShown: Bool
  }

  private let loss: Loss
  /// The outputs of the batch; none until the learner has walked to the loss.
  let points: [Point]
  /// Where the shown sample stands while its loss is still to be worked out.
  private let coming: Double?

  init(_ model: Model) {
    let (step, way) = (model.shownStep, model.shownSampleStep)
    let loss = step.lossKind
    self.loss = loss
    let shown = way.map { Self.points(of: $0.sample, in: $0.step, row: $0.row, isShown: true) }
    guard model.shownPhase >= .loss else {
      points = []
      let isForward = model.shownPhase >= .forward(layer: model.run.depth)
      coming = isForward ? shown?.first?.x : nil
      return
    }
    coming = nil
    // More marks than these lie on one another.
    let others = (0..<min(step.sampleCount, 400)).filter {
      way?.isInBatch != true || $0 != way?.row
    }
    let numbers = step.sampleIndices
    points =
      others.flatMap { Self.points(of: numbers[$0], in: step, row: $0) } + (shown ?? [])
  }

  /// The outputs of a row of a step.
  private static func points(
    of sample: Int, in step: TrainingStep, row: Int, isShown: Bool = false
  ) -> [Point] {
    let loss = step.lossKind
    return zip(step.lossArguments.row(row), step.targets.row(row)).compactMap { y, t in
      // Of several classes only the target's has a loss.
      guard !loss.isOfOneClass || t > 0 else { return nil }
      return Point(
        sample: sample + 1, x: loss.isForClasses ? y : y - t, target: t, loss: loss.value(y, t),
        slope: loss.derivative(y, t), isShown: isShown)
    }
  }

  /// What is along the axis.
  var place: String { Self.place(of: loss) }

  static func place(of loss: Loss) -> String {
    loss.isForClasses ? loss.argument == .output ? "a" : "z" : "a − T"
  }

  private var shown: Point? { points.first(where: \.isShown) }

  /// Every output, the costliest first.
  var table: TextTable {
    let rows = points.sorted { $0.loss > $1.loss }.map { point in
      [
        StyledText("\(point.sample)"), StyledText(number(point.x, signed: true)),
        StyledText(number(point.loss)), StyledText(number(point.slope, signed: true)),
      ]
    }
    let columns = ["sample", place, "loss", "slope"].enumerated().map { index, title in
      TableColumn(title, alignment: .trailing, priority: 4 - index)
    }
    return TextTable(columns, rows: rows)
  }

  func figures(width: Int, _ glyphs: GlyphSet) -> StyledText {
    guard let shown else {
      let subject = coming.map { "\(place) \(number($0, signed: true)), loss" }
      return StyledText((subject ?? "loss of one output,") + " not worked out yet", .muted)
    }
    let name = StyledText("sample \(shown.sample): ")
    let here = StyledText("\(place) \(number(shown.x, signed: true))  ")
    let value = StyledText("loss \(number(shown.loss))  ")
    let slope = StyledText("slope \(number(shown.slope, signed: true))", .accent)
    let choices = [name + here + value + slope, name + value + slope, name + value, slope]
    return choices.first { glyphs.columns(of: $0) <= width } ?? slope
  }

  func plot(in rect: Rect) -> ScatterPlot {
    let x = axis
    let costs = points.map(\.loss).filter(\.isFinite)
    let curves = targets.map { Series("", curve(target: $0, over: x), style: .muted) }
    let usual = loss.isForClasses ? 3 : loss.value(x.upper, 0)
    let y = Axis(from: 0, to: LossAxis.roundedUp(max(usual, costs.max() ?? 0) * 1.05))
      .aligned(rows: ScatterPlot.rows(in: rect))
    let marks = points.filter { !$0.isShown } + points.filter(\.isShown)
    return ScatterPlot(
      marks.map {
        PlotPoint(x: $0.x, y: $0.loss, $0.isShown ? .shown : .other)
      }, x: x, y: y,
      curves: curves + (shown.map { [Series("", tangent(at: $0, over: x), style: .accent)] } ?? [])
        + (coming.map { [Self.upright(at: $0, to: y.upper)] } ?? []))
  }

  /// A line at a place whose loss is still to be worked out.
  private static func upright(at x: Double, to top: Double) -> Series {
    Series(
      "", [0, top].map { Bucket(x: x, y: $0) }, style: .accent, pattern: .dotted)
  }

  /// Of several curves the target of each, beside its highest place and towards the middle.
  func writeTargets(on plot: ScatterPlot, in rect: Rect, on canvas: inout Canvas) {
    guard targets.count > 1 else { return }
    let area = ScatterPlot.plot(in: rect, x: plot.x, y: plot.y)
    for target in targets {
      let words = "T = \(compact(target))"
      let drawn = curve(target: target, over: plot.x).filter { $0.last <= plot.y.upper }
      guard let highest = drawn.max(by: { $0.last < $1.last }),
        let column = plot.x.cell(of: highest.x, cells: area.width),
        let row = plot.y.cell(of: highest.last, cells: area.height)
      else { continue }
      let x = column < area.width / 2 ? column + 2 : column - words.utf8.count - 1
      guard x >= 0, x + words.utf8.count <= area.width else { continue }
      let place = area.inset(left: x, top: area.height - 1 - row)
      canvas.write(StyledText(words, .muted), in: place)
    }
  }

  /// Symmetrical about 0, in steps; of shares all of them.
  private var axis: Axis {
    if loss.isForClasses, loss.targets == .shares, loss.argument == .output {
      return Axis(from: 0, to: 1)
    }
    let reach = 1.0.doubled(toHold: points.map { abs($0.x) }.filter(\.isFinite).max() ?? 0)
    return Axis(from: -reach, to: reach)
  }

  /// The targets that have a curve of their own: of errors there is one curve.
  private var targets: [Double] {
    guard loss.isForClasses else { return [0] }
    return loss.isOfOneClass ? [1] : [0, 1]
  }

  private func curve(target: Double, over x: Axis) -> [Bucket] {
    (0...120).compactMap { index in
      let place = x.value(at: Double(index) / 120)
      let value = loss.value(place, target)
      return value.isFinite ? Bucket(x: place, y: value) : nil
    }
  }

  /// A short piece of the line that touches the curve at the shown sample.
  private func tangent(at point: Point, over x: Axis) -> [Bucket] {
    let reach = (x.upper - x.lower) * 0.1
    return [-reach, 0, reach].map { Bucket(x: point.x + $0, y: point.loss + point.slope * $0) }
  }

  var words: [String] {
    guard let shown else { return [] }
    let place = loss.isForClasses ? "output" : "error"
    return [
      "Sample \(shown.sample): \(place) \(number(shown.x, signed: true)), loss \(number(shown.loss)), slope \(number(shown.slope, signed: true))."
    ]
  }
}

extension Loss {
  /// Whether only the output of the target's class costs anything.
  fileprivate var isOfOneClass: Bool { output == .softmax }
}

extension Panel {
  static let losscurve = Panel(
    "losscurve", term: "loss", title: lossCurveTitle, brief: { _ in "loss of one output" },
    side: .right,
    needs: { _ in
      PanelNeeds(
        width: .init(24, best: 40, most: .max), height: .init(7, best: 12, most: .max), weight: 2)
    },
    sheds: "the figures, ticks of the axes", fills: { _ in false }, draw: drawLossCurve,
    drawZoomed: drawLossCurveZoomed, words: { LossCurve($0).words }, details: lossCurveDetails,
    legend: { _ in lossCurveLegend })
}

/// The shown sample and all others, the costliest first.
private func lossCurveDetails(_ model: Model) -> [String] {
  let curve = LossCurve(model)
  return curve.words + (curve.points.count > 1 ? curve.table.words(most: mostToldRows) : [])
}

private func lossCurveTitle(_ model: Model) -> String {
  let loss = model.shownStep.lossKind
  let others = model.shownStep.sampleCount > 1 ? ", ○ others" : " of one output"
  return "\(loss.title)\(others), by \(LossCurve.place(of: loss))"
}

private let lossCurveLegend = [
  LegendRow(.shown, "the shown sample; x shows the next"),
  LegendRow(.other, "the other samples of the batch"),
  LegendRow(
    StyledText("───", .muted),
    "what an output costs; of classes a curve for the target T = 0 and one for T = 1"),
  LegendRow(
    StyledText("───", .accent),
    "its slope at the shown sample: the error that goes back; upright before the loss is worked out"
  ),
]
