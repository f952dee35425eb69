import NeuralNetwork
import TerminalCanvas

/// The loss as a function of one error, or of one output where these are classes, with the batch's errors on it.
func drawLossCurve(_ model: Model, in rect: Rect, on canvas: inout Canvas) {
  draw(LossCurve(model), in: rect, on: &canvas)
}

private func draw(_ picture: LossCurve, in rect: Rect, on canvas: inout Canvas) {
  let (top, plot) = rect.split(top: rect.height >= 4 ? 1 : 0)
  canvas.write(picture.figures(width: top.width - 2, canvas.glyphs), in: top.inset(left: 1))
  picture.plot(in: plot).draw(in: plot, on: &canvas)
}

/// With the errors of the whole batch beside the curve, the costliest first.
func drawLossCurveZoomed(_ model: Model, in rect: Rect, on canvas: inout Canvas) {
  let (left, right) = rect.split(right: rect.width >= 70 ? 36 : 0)
  let picture = LossCurve(model)
  draw(picture, in: left, on: &canvas)
  let rows = picture.points.sorted { $0.loss > $1.loss }.map { point in
    [
      StyledText("\(point.sample)"), StyledText(number(point.x, signed: true)),
      StyledText(number(point.loss)), StyledText(number(point.slope, signed: true)),
    ]
  }
  let titles = ["sample", picture.place, "loss", "slope"]
  let columns = titles.enumerated().map { index, title in
    TableColumn(title, alignment: .trailing, priority: 4 - index)
  }
  TextTable(columns, rows: rows).draw(in: right.inset(left: 2), on: &canvas)
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

  init(_ model: Model) {
    let (step, way) = (model.shownStep, model.shownSampleStep)
    let loss = step.lossKind
    self.loss = loss
    guard model.shownPhase >= .loss else {
      points = []
      return
    }
    // More marks than these lie on one another.
    let others = (0..<min(step.sampleCount, 400)).filter {
      way?.isInBatch != true || $0 != way?.row
    }
    let shown = way.map { Self.points(of: $0.sample, in: $0.step, row: $0.row, isShown: true) }
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
    loss.isForClasses ? loss.argument == .output ? "y" : "z" : "y − t"
  }

  private var shown: Point? { points.first(where: \.isShown) }

  func figures(width: Int, _ glyphs: GlyphSet) -> StyledText {
    guard let shown else { return StyledText("loss of one output, not worked out yet", .muted) }
    let name = StyledText("sample \(shown.sample): \(place) \(number(shown.x, signed: true))  ")
    let value = StyledText("loss \(number(shown.loss))  ")
    let slope = StyledText("slope \(number(shown.slope, signed: true))", .accent)
    let choices = [name + value + slope, value + slope, slope]
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
      curves: curves + (shown.map { [Series("", tangent(at: $0, over: x), style: .accent)] } ?? []))
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
    return [-reach, reach].map { Bucket(x: point.x + $0, y: point.loss + point.slope * $0) }
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
    "losscurve", term: "loss", title: lossCurveTitle, side: .right,
    needs: { _ in
      PanelNeeds(
        width: .init(24, best: 40, most: .max), height: .init(7, best: 12, most: .max), weight: 2)
    },
    sheds: "the figures, ticks of the axes", fills: { _ in false }, draw: drawLossCurve,
    drawZoomed: drawLossCurveZoomed, words: { LossCurve($0).words },
    legend: { _ in lossCurveLegend })
}

private func lossCurveTitle(_ model: Model) -> String {
  let loss = model.shownStep.lossKind
  return "\(loss.title) of one output, by \(LossCurve.place(of: loss))"
}

private let lossCurveLegend = [
  LegendRow(.shown, "the shown sample; x shows the next"),
  LegendRow(.other, "the other samples of the batch"),
  LegendRow(
    StyledText("───", .muted),
    "what an output costs; of classes a curve for target 0 and for target 1"),
  LegendRow(StyledText("───", .accent), "its slope at the shown sample: the error that goes back"),
]
