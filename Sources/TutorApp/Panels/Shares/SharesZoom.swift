import NeuralNetwork
import TerminalCanvas

/// The outputs on the whole screen: every step from the scores to what is pushed back as bars, the sums of the true class,
/// and below them every sample of the batch.
func drawSharesZoomed(_ model: Model, in rect: Rect, on canvas: inout Canvas) {
  let shares = OutputShares(model)
  let batch = SharesOfBatch(model, width: rect.width)
  let foot = shares.explanation
  let below = (foot.isEmpty ? 0 : foot.count + 1) + batch.leastHeight
  let stages = SharesStages(shares)
  let hasStages = stages.height + below <= rect.height
  let (picture, rest) = rect.split(
    top: hasStages ? stages.height : min(rect.height, shares.rows.count + 3))
  if hasStages {
    stages.draw(in: picture.inset(left: 1), on: &canvas)
  } else {
    draw(shares, in: picture, on: &canvas)
  }
  let text = rest.inset(left: 1, top: hasStages && !foot.isEmpty ? 1 : 0)
  canvas.write(foot, in: text)
  let (table, plot) = text.inset(top: foot.isEmpty ? 0 : foot.count + 1).split(top: batch.height)
  batch.draw(in: table, on: &canvas)
  if shares.rows.count == 1 { drawOutputCurve(model, in: plot.inset(top: 1), on: &canvas) }
}

/// What the output layer makes of z as a curve, with every sample of the batch on it.
private func drawOutputCurve(_ model: Model, in rect: Rect, on canvas: inout Canvas) {
  let (step, depth) = (model.run.step, model.run.depth)
  let isKnown = !model.isGuessing && model.run.position.phase >= .forward(layer: depth)
  guard isKnown, rect.height >= 8 else { return }
  let layer = step.network.layers[depth - 1]
  let (scores, outputs) = (step.normalized(layer: depth).column(0), step.outputs.column(0))
  let reach = scores.map(abs).filter(\.isFinite).reduce(4, max)
  let curve = (-80...80).map { place -> Bucket in
    let z = reach * Double(place) / 80
    return Bucket(x: z, y: layer.activation.function(z, layer.slope))
  }
  let shown = step.row(of: model.pinnedSample)
  let points = (scores.indices.filter { $0 != shown } + [shown].compactMap(\.self)).map { row in
    PlotPoint(x: scores[row], y: outputs[row], row == shown ? .shown : .other)
  }
  let (head, plot) = rect.split(top: 1)
  canvas.write(
    StyledText("a over z", .heading)
      + StyledText("  \(layer.activation.title), ○ a sample, ● the shown one", .muted), in: head)
  let y = Axis(fitting: curve.map(\.last)).aligned(rows: ScatterPlot.rows(in: plot))
  ScatterPlot(
    points, x: Axis(from: -reach, to: reach), y: y,
    curves: [Series("", curve, style: .muted)]
  ).draw(in: plot, on: &canvas)
}

/// Each step of the way from scores to what is pushed back as bars over the whole width, a row a class.
private struct SharesStages {
  private struct Stage {
    let title: String
    let meaning: String
    let values: [Double?]
    /// Whether its bars are those of its classes, from 0 on; else they have signs.
    let isAmount: Bool
  }

  private let shares: OutputShares
  private let stages: [Stage]

  init(_ shares: OutputShares) {
    self.shares = shares
    let rows = shares.rows
    let powers = Stage(
      title: shares.powerTitle, meaning: "never below 0, however low the score",
      values: rows.map(\.power), isAmount: true)
    let outputs = rows.map(\.share)
    stages =
      [Stage(title: "z", meaning: "the score", values: rows.map(\.score), isAmount: false)]
      + (shares.isSoftmax ? [powers] : []) + [
        Stage(
          title: shares.name,
          meaning: shares.isSoftmax ? "the exponential over the sum of all" : "what is made of z",
          values: outputs, isAmount: outputs.allSatisfy { ($0 ?? 0) >= 0 }),
        Stage(title: "T", meaning: "the target", values: rows.map(\.target), isAmount: true),
        Stage(
          title: "a - T", meaning: "what is pushed back", values: rows.map(\.push),
          isAmount: false),
      ]
  }

  /// A heading, a row a class and a blank for each, but for the last blank.
  var height: Int { stages.count * (shares.rows.count + 2) - 1 }

  func draw(in rect: Rect, on canvas: inout Canvas) {
    for (index, stage) in stages.enumerated() {
      draw(stage, in: rect.inset(top: index * (shares.rows.count + 2)), on: &canvas)
    }
  }

  private func draw(_ stage: Stage, in rect: Rect, on canvas: inout Canvas) {
    let sum = stage.title == shares.powerTitle ? shares.sumText.map { ", \($0)" } ?? "" : ""
    canvas.write(
      StyledText(stage.title, .heading) + StyledText("  \(stage.meaning)\(sum)", .muted), in: rect)
    let width = max(3, min(16, 1 + (shares.rows.map(\.name.count).max() ?? 0)))
    let largest = stage.values.compactMap(\.self).map(abs).filter(\.isFinite).max() ?? 0
    // Shares and targets are parts of 1.
    let full = stage.isAmount && stage.title != shares.powerTitle ? max(1, largest) : largest
    for (row, (output, value)) in zip(shares.rows, stage.values).enumerated() {
      let line = rect.inset(top: row + 1).split(top: 1).top
      let style: Style = output.isTrue ? .right : .text
      canvas.write(
        canvas.glyphs.truncated(StyledText(output.name, style), to: width - 1), in: line)
      let (number, bar) = line.inset(left: width).split(left: 9)
      let text = value.map {
        StyledText($0.fitted(width: 9, decimals: 4, signed: !stage.isAmount && $0 != 0), style)
      }
      canvas.write(text ?? StyledText("·", .muted), in: number, alignment: .trailing)
      guard let value, full > 0 else { continue }
      draw(
        value / full, isAmount: stage.isAmount, output.barStyle,
        in: bar.inset(left: 1, right: 1), on: &canvas)
    }
  }

  private func draw(
    _ share: Double, isAmount: Bool, _ style: Style, in rect: Rect, on canvas: inout Canvas
  ) {
    if isAmount {
      Bar(share, style: style).draw(in: rect, on: &canvas)
    } else {
      canvas.write(SignedBar(share).text(columns: rect.width, canvas.glyphs), in: rect)
    }
  }
}
