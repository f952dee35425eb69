import Lessons
import NeuralNetwork
import TerminalCanvas
import Workbench

/// What the loss panel draws, from back to front.
struct LossCurves {
  private(set) var series: [Series] = []
  /// Those that decide how high the plot is.
  private(set) var measured: [Series] = []
  let x: Axis
  private(set) var marks: [Mark]
  /// On a logarithmic axis the first update is 1, since 0 has no place there.
  private let shift: Double

  /// Whether a span of the updates is drawn.
  private let isPart: Bool

  /// Whether there is one curve that ends, which needs no name to be told from others.
  private let isAlone: Bool

  /// Columns for the name and the number at the end of a curve.
  private let nameWidth: Int

  init(_ model: Model, width: Int) {
    nameWidth = LineChart.nameWidth(in: width)
    isAlone = model.workspace.runs.count == 1 && !model.showsHeldOut
    let isLog = model.look.isLogTime
    shift = isLog ? 1 : 0
    let x = Self.axis(model)
    (self.x, isPart) = (x, model.look.span != nil)
    marks = changeTexts(model.run).map { Mark(x: Double($0.update) + (isLog ? 1 : 0), $0.text) }
      .filter { (x.lower...x.upper).contains($0.x) }
    let runs = model.workspace.runs
    let names = runs.count > 1 ? model.workspace.runNames : []
    let deciding = model.runsThatScaleLosses
    // Behind the run's own, which its dashes would tear.
    if runs.count == 1 { addHeldOut(model) }
    measured = series
    for (index, labeled) in runs.enumerated() {
      let before = series.count
      add(labeled, model.future(ofRun: index), name: names.isEmpty ? nil : names[index], model)
      if deciding.contains(index) { measured += series[before...] }
    }
    let before = series.count
    addGuess(model)
    addDrawnCurve(model)
    measured += series[before...]
  }

  /// Why there is nothing, or a single dot; nil where there is a curve.
  var wordsForNone: String? {
    switch series.map(\.points.count).max() ?? 0 {
    case 0: "no loss yet"
    case 1: "no update yet"
    default: nil
    }
  }

  /// What the learner draws, or has drawn, behind the real curve.
  private mutating func addDrawnCurve(_ model: Model) {
    guard let drawn = model.drawnCurve else { return }
    var curve = Series(
      "", drawn.points(shift: shift), style: Style(.guess, .dim), pattern: .dotted)
    curve.sign = PlotMark.guess.glyph
    series.append(part(of: curve))
    guard drawn.isOpen else { return }
    let pen = drawn.stretch.middle(of: drawn.sketch.column) + shift
    marks = [Mark(x: pen, "↑↓", style: .guess)]
  }

  /// The updates of the span, or all that were seen in steps that move seldom.
  private static func axis(_ model: Model) -> Axis {
    let isLog = model.look.isLogTime
    let last = max(model.lastSeenUpdate, model.drawnCurve?.stretch.last ?? 0)
    if let span = model.look.span {
      let (first, last) = (Double(span.lowerBound), Double(span.upperBound))
      return isLog
        ? Axis(.logarithmic, from: first + 1, to: last + 1, whole: true)
        : Axis(from: first, to: last, whole: true)
    }
    return isLog
      ? Axis(.logarithmic, from: 1, to: max(10, Double(last + 1)), whole: true)
      : Axis(from: 0, to: LossAxis.lastUpdate(atLeast: last), whole: true)
  }

  /// What of a curve is in the span; where it goes on outside it has no head.
  private func part(of curve: Series) -> Series {
    guard isPart else { return curve }
    var part = curve
    part.points = curve.points.filter { (x.lower...x.upper).contains($0.x) }
    part.hasHead = curve.hasHead && part.points.last == curve.points.last
    return part
  }

  /// What the learner took the loss for, as a line to see how far off it was, and the update, as a mark.
  private mutating func addGuess(_ model: Model) {
    if let mark = model.guessedUpdate, (x.lower...x.upper).contains(mark.x + shift) {
      marks.append(Mark(x: mark.x + shift, mark.label, style: mark.style))
    }
    guard let guess = model.guessedLoss else { return }
    let long = "guess \(compact(guess))"
    let name = long.count <= nameWidth ? long : "guess"
    series.append(.guess(guess, over: x, name: name))
  }

  /// What lies behind and the run's curve; its name, or its newest value, stands at its end.
  private mutating func add(
    _ labeled: Workspace.LabeledRun, _ future: [Bucket], name: String?, _ model: Model
  ) {
    let (run, look) = (labeled.run, labeled.look)
    series.append(part(of: Series("", shifted(future), style: look.style).faint))
    var curve = Series(
      "", shifted(points(of: run)), style: look.style, pattern: look.pattern, hasHead: true)
    if model.smoothing > 0 {
      series.append(part(of: curve.faint))
      curve = curve.smoothed(model.smoothing)
    }
    curve = part(of: curve)
    let isAsked = model.veil.hidesLoss
    curve.name =
      name ?? (isAsked ? "" : value(curve.points.last, words(model)))
    series.append(curve)
  }

  /// What a single run's curve is, where it is not plainly the loss; the longest words first.
  private func words(_ model: Model) -> [String] {
    if model.smoothing > 0, !model.run.isBatchWhole || !model.showsHeldOut {
      return ["smoothed", "smooth", "sm."]
    }
    if !model.run.isBatchWhole { return ["batch"] }
    guard model.showsHeldOut else { return [] }
    // Beside a curve without the penalty it would tell of a gap that is none.
    return model.run.activeExperiment.hasPenalty
      ? ["training + penalty", "train + penalty", "penalized", "pen."]
      : ["training", "train", "tr."]
  }

  private mutating func addHeldOut(_ model: Model) {
    guard let present = model.summary.heldOutLoss, model.showsHeldOut else { return }
    let (history, now, shift) = (model.run.history, model.run.position.update, shift)
    func buckets(_ part: [Observation]) -> [Bucket] {
      part.compactMap { one in
        one.heldOutLoss.map { Bucket(x: Double(one.update) + shift, y: $0) }
      }
    }
    let here = Bucket(x: Double(now) + shift, y: present)
    let past = buckets(history.observations.filter { $0.update < now }) + [here]
    let style = Style(.series2)
    series.append(part(of: Series("", buckets(history.seenObservations), style: style).faint))
    var curve = part(of: Series("", past, style: style, pattern: .dashed, hasHead: true))
    curve.name = value(curve.points.last, ["held out", "held"])
    series.append(curve)
  }

  /// A curve's newest value, and before it the longest of some words for what it is of that has room; of two curves
  /// rather the word alone.
  private func value(_ bucket: Bucket?, _ words: [String]) -> String {
    let value = bucket.map { $0.last.formatted(significant: 3) } ?? ""
    let named = words.map { "\($0) \(value)" } + (isAlone ? [value] : words)
    return named.first { $0.count <= nameWidth } ?? value
  }

  private func shifted(_ points: [Bucket]) -> [Bucket] {
    guard shift > 0 else { return points }
    return points.map {
      Bucket(x: $0.x + shift, minimum: $0.minimum, maximum: $0.maximum, last: $0.last)
    }
  }
}

/// The losses of the updates made, and that of the present step once the learner has seen it.
func points(of run: Run) -> [Bucket] {
  let past = run.curve.buckets.map {
    Bucket(
      x: Double($0.firstUpdate + $0.lastUpdate) / 2, minimum: $0.minimum, maximum: $0.maximum,
      last: $0.last)
  }
  guard run.position.phase >= .loss else { return past }
  return past + [Bucket(x: Double(run.position.update), y: run.step.loss)]
}
