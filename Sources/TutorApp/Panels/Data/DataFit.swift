import NeuralNetwork
import TerminalCanvas
import Workbench

/// Targets as points over the only input, the network's output as a line; several runs have a line each.
///
/// A single run has a bar from each output to its target: the errors that the loss is made of; where it is made of their
/// squares, a few samples have these, too.
func drawFit(_ model: Model, in rect: Rect, on canvas: inout Canvas) {
  let (samples, networks) = (FitSamples(model.run), fittedNetworks(model))
  let (x, y) = fitAxes(model, in: rect)
  let guess = FitGuess(model, over: x)
  let isAlone = networks.count == 1
  let bars = isAlone ? samples.bars(in: ScatterPlot.columns(in: rect, x: x, y: y)) : []
  let lines = networks.map { fittedLine(of: $1, model.workspace.runs[$0].look, over: x) }
  let squares =
    model.showsErrorSquares
    ? samples.squares.field(ScatterPlot.fieldSize(in: rect, x: x, y: y, on: canvas), x: x, y: y)
    : nil
  ScatterPlot(
    samples.points + guess.points, x: x, y: y, curves: bars + guess.lines + lines, field: squares
  ).draw(in: rect, on: &canvas)
}

/// The input, and the targets and outputs above it.
func fitAxes(_ model: Model, in rect: Rect) -> (x: Axis, y: Axis) {
  let samples = FitSamples(model.run).all
  let x = Axis(padding: samples.map(\.x))
  let outputs =
    fittedNetworks(model).flatMap { $1.outputs(for: model.run.dataset.inputs).column(0) }
    + FitGuess(model, over: x).heights
  let range = FitRange(targets: samples.map(\.target), outputs: outputs)
  return (x, Axis(from: range.lower, to: range.upper).aligned(rows: ScatterPlot.rows(in: rect)))
}

extension Model {
  /// Whether the errors of the one line have squares: the loss is made of them, they are few enough to be told apart, and
  /// there are tones for them.
  var showsErrorSquares: Bool {
    showsTones && fittedNetworks(self).count == 1 && Loss.squaredErrors.contains(run.loss)
      && run.dataset.count <= 8
  }
}

/// The networks that have a line: those of the runs, which may be of other data, that take the one input.
private func fittedNetworks(_ model: Model) -> [(run: Int, network: Network)] {
  model.workspace.runs.enumerated().map { ($0, $1.run.network) }.filter { $1.inputCount == 1 }
}

private func fittedLine(of network: Network, _ look: RunStyle, over x: Axis) -> Series {
  let inputs = (0...60).map { x.value(at: Double($0) / 60) }
  let outputs = network.outputs(for: Matrix(rows: 61, columns: 1, elements: inputs))
  return Series(
    "", zip(inputs, outputs.column(0)).map { Bucket(x: $0, y: $1) }, style: look.style,
    pattern: look.pattern)
}

/// The samples of one input and one output: those that a run learns from and those held out.
private struct FitSamples {
  struct Sample {
    let x, target, output: Double
  }

  let training, heldOut: [Sample]
  var all: [Sample] { training + heldOut }

  init(_ run: Run) {
    func samples(_ data: Dataset) -> [Sample] {
      let outputs = run.network.outputs(for: data.inputs)
      return (0..<data.count).map {
        Sample(x: data.inputs[$0, 0], target: data.targets[$0, 0], output: outputs[$0, 0])
      }
    }
    training = samples(run.dataset)
    heldOut = run.heldOut.map(samples) ?? []
  }

  var points: [PlotPoint] {
    heldOut.map { PlotPoint(x: $0.x, y: $0.target, .heldOut) }
      + training.map { PlotPoint(x: $0.x, y: $0.target, .target) }
  }

  /// The squares on the errors of which the loss is made.
  var squares: ErrorSquares {
    ErrorSquares(training.map { ErrorSquares.Side(x: $0.x, from: $0.output, to: $0.target) })
  }

  /// From each output to its target, where they do not run into one another.
  func bars(in columns: Int) -> [Series] {
    guard all.count * 3 <= columns else { return [] }
    return all.map { sample in
      let ends = [sample.target, sample.output]
      let bar = Bucket(
        x: sample.x, minimum: ends.min() ?? 0, maximum: ends.max() ?? 0, last: sample.target)
      return Series("", [bar], style: .muted)
    }
  }
}

/// What the learner took an output for, as a point; or the line that a guessed parameter would give.
private struct FitGuess {
  private(set) var points: [PlotPoint] = []
  private(set) var lines: [Series] = []
  var heights: [Double] { points.map(\.y) }

  init(_ model: Model, over x: Axis) {
    guard let guess = model.guess else { return }
    if guess.isOutput(in: model.run), let row = guess.row(in: model.run) {
      points = [PlotPoint(x: model.run.dataset.inputs[row, 0], y: guess.value, .guess)]
    }
    guard case .parameter(let index) = guess.kind else { return }
    var run = model.run
    guard run.network.parameterCount <= 64, run.network.contains(index),
      run.apply(.parameter(index, guess.value)) == nil
    else { return }
    var line = fittedLine(
      of: run.network, model.workspace.runs[model.workspace.focus].look, over: x)
    (line.style, line.pattern) = (.guess, .dotted)
    lines = [line]
  }
}

extension PlotMark {
  /// What an output should be.
  static let target = PlotMark("■", Style(.text, .bold), isFine: true)
  /// The same of a sample that the run does not learn from.
  static let heldOut = PlotMark("○", Style(.text, .bold))
}

func fitLegend(_ model: Model) -> [LegendRow] {
  let lines = fittedNetworks(model).map { index, _ in
    let (look, name) = (model.workspace.runs[index].look, model.workspace.runNames[index])
    return LegendRow(
      StyledText(look.line, look.style), name.isEmpty ? "the output" : "the output of \(name)")
  }
  let bar = LegendRow(StyledText("│", .muted), "from an output to its target: the error")
  let squares = model.showsErrorSquares ? [ErrorSquares.legend] : []
  return [LegendRow(.target, "a target")]
    + (model.run.heldOut == nil ? [] : [LegendRow(.heldOut, "a target that is held out")]) + lines
    + (lines.count == 1 ? [bar] + squares : []) + model.guessed(.guess, .guessedLine)
}

/// The range of targets, outputs and 0; it grows in steps only, so that the picture stands still while a run walks.
///
/// Outputs that have left for good are told in words: beside them all targets would be one flat line.
struct FitRange: Hashable {
  let lower: Double
  let upper: Double

  /// How many times the range of the targets an output may be away.
  private static let farthest = 1000.0

  init(targets: [Double], outputs: [Double]) {
    let base = Axis(fitting: targets + [0])
    let span = base.upper - base.lower
    let finite = outputs.filter { abs($0) <= Self.farthest * span }
    let below = Self.room(span / 4, toHold: base.lower - (finite.min() ?? base.lower))
    let above = Self.room(span / 4, toHold: (finite.max() ?? base.upper) - base.upper)
    lower = base.lower - max(below, span * 0.1)
    upper = base.upper + max(above, span * 0.1)
  }

  private static func room(_ base: Double, toHold distance: Double) -> Double {
    distance > 0 ? base.doubled(toHold: distance) : 0
  }
}
