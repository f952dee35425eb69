import NeuralNetwork
import TerminalCanvas
import Workbench

/// Training and held-out scores over a run's way.
struct ScoreHistory {
  /// What was observed up to now, and seen beyond.
  private let past, future: [Observation]
  private let present: RunSummary
  private let now: Int
  private let end: Double
  private let marks: [Mark]
  /// What the learner took a loss and an accuracy for.
  private let guessed: (loss: Double?, accuracy: Double?)
  /// The lowest held-out loss up to now, of the updates that were looked at.
  let lowest: Lowest?
  /// How the curves of this run are drawn.
  let looks: ScoreLooks
  /// The held-out losses of the other runs.
  private let others: [Series]

  /// A lowest loss: where its neighbors were not looked at it may have been lower between them.
  struct Lowest {
    let update: Int
    let loss: Double
    let isExact: Bool

    /// `at`, or `near`.
    var preposition: String { isExact ? "at" : "near" }

    /// `at 106`, or `near 454`.
    var place: String { "\(preposition) \(update)" }
  }

  init(_ model: Model) {
    (looks, others) = (ScoreLooks(model), Self.heldOutLosses(besides: model.workspace.focus, model))
    let (run, summary) = (model.run, model.summary)
    let (history, here) = (run.history, run.position.update)
    let last = model.lastSeenUpdate(ofRun: model.workspace.focus)
    let all = (history.observations + history.seenObservations).filter { $0.trainingLoss != nil }
    let past = all.filter { $0.update < here }
    let future = all.filter { $0.update > here && $0.update <= last }
    lowest = Self.lowest(past, summary, here)
    var marks = lowest.map { [Mark(x: Double($0.update), "lowest \($0.place)")] } ?? []
    if run.experiment.earlyStopping != nil, !future.isEmpty, lowest?.update == here {
      marks.append(Mark(x: Double(last), "stopped", style: .warning))
    }
    let end = LossAxis.lastUpdate(atLeast: last)
    marks += model.guessedUpdate.map { [$0] }?.filter { $0.x <= end } ?? []
    (self.past, self.future, self.marks, now, present) = (past, future, marks, here, summary)
    guessed = (
      model.guess(of: .loss, .dataLoss, .heldOutLoss)?.value,
      model.guess(of: .accuracy, .heldOutAccuracy)?.value
    )
    self.end = end
  }

  var hasHeldOut: Bool { present.heldOutLoss != nil }
  var hasAccuracy: Bool { present.heldOutAccuracy != nil }

  private static func lowest(
    _ past: [Observation], _ present: RunSummary, _ now: Int
  ) -> Lowest? {
    let before = past.compactMap { one in one.heldOutLoss.map { (update: one.update, loss: $0) } }
    let all = before + (present.heldOutLoss.map { [(update: now, loss: $0)] } ?? [])
    let finite = all.indices.filter { all[$0].loss.isFinite }
    guard let place = finite.min(by: { all[$0].loss < all[$1].loss }) else { return nil }
    let neighbors = all[max(0, place - 1)...min(all.count - 1, place + 1)].map(\.update)
    return Lowest(
      update: all[place].update, loss: all[place].loss,
      isExact: zip(neighbors, neighbors.dropFirst()).allSatisfy { $1 - $0 == 1 })
  }

  private var x: Axis { Axis(from: 0, to: end, whole: true) }

  /// What the learner took a score for, as a line to see how far off it was.
  private func guess(_ value: Double?) -> [Series] {
    value.map { [.guess($0, over: x, name: "guess")] } ?? []
  }

  func lossChart(scale: Scale) -> LineChart {
    let curves =
      others + [
        curve(\.trainingLoss, present.trainingLoss, looks.training),
        curve(\.heldOutLoss, present.heldOutLoss, looks.heldOut),
      ] + guess(guessed.loss)
    var chart = LineChart(
      curves, x: x, y: LossAxis(scale, curves).axis,
      marks: marks)
    chart.now = future.isEmpty ? nil : Double(now)
    return chart
  }

  var accuracyChart: LineChart {
    let curves =
      [
        curve(\.trainingAccuracy, present.accuracy, looks.training),
        curve(\.heldOutAccuracy, present.heldOutAccuracy, looks.heldOut),
      ] + guess(guessed.accuracy)
    var chart = LineChart(curves, x: x, y: Axis(from: 0, to: 1))
    chart.now = future.isEmpty ? nil : Double(now)
    return chart
  }

  /// The losses and accuracies of updates that lie evenly on the way, the present one last.
  func table(rows: Int) -> TextTable {
    let step = max(1, (past.count + max(1, rows - 1)) / max(1, rows - 1))
    let some = past.enumerated().filter { $0.offset.isMultiple(of: step) }.map { _, one in
      row(
        one.update, [one.trainingLoss, one.heldOutLoss],
        [one.trainingAccuracy, one.heldOutAccuracy])
    }
    let here = row(
      now, [present.trainingLoss, present.heldOutLoss], [present.accuracy, present.heldOutAccuracy])
    let titles =
      ["update", "training", "held out", "gap"] + (hasAccuracy ? ["right", "right"] : [])
    return TextTable(
      titles.enumerated().map { TableColumn($1, alignment: .trailing, priority: 9 - $0) },
      rows: some + [here])
  }

  private func row(_ update: Int, _ losses: [Double?], _ accuracies: [Double?]) -> [StyledText] {
    let styles = [looks.training.style, looks.heldOut.style]
    func text(_ value: Double?, _ written: (Double) -> String) -> String {
      value.map(written) ?? "-"
    }
    let numbers = zip(losses, styles).map { loss, style in
      StyledText(text(loss) { $0.formatted(significant: 3) }, style)
    }
    let shares = zip(accuracies, styles).map { share, style in
      StyledText(text(share, percent), style)
    }
    let gap = losses[1].flatMap { held in losses[0].map { held - $0 } }
    return [StyledText("\(update)", .muted)] + numbers
      + [StyledText(text(gap) { $0.formatted(significant: 3, signed: true) })]
      + (hasAccuracy ? shares : [])
  }

  private static func heldOutLosses(besides focus: Int, _ model: Model) -> [Series] {
    model.workspace.runs.enumerated().filter { $0.offset != focus }.compactMap { index, labeled in
      guard let loss = model.summary(ofRun: index).heldOutLoss else { return nil }
      let now = labeled.run.position.update
      let past = labeled.run.history.observations.filter { $0.update < now }
      return Series(
        // Its number would be taken for one of the run in the title.
        model.workspace.runNames[index],
        buckets(past, \.heldOutLoss) + [Bucket(x: Double(now), y: loss)],
        style: labeled.look.style, pattern: labeled.look.pattern, hasHead: true)
    }
  }

  private func curve(
    _ score: (Observation) -> Double?, _ value: Double?,
    _ look: (style: Style, pattern: LinePattern)
  ) -> Series {
    let here = value.map { [Bucket(x: Double(now), y: $0)] } ?? []
    return Series(
      value.map { $0.formatted(significant: 3) } ?? "",
      Self.buckets(past, score) + here + Self.buckets(future, score),
      style: look.style, pattern: look.pattern, hasHead: true)
  }

  private static func buckets(
    _ observations: [Observation], _ score: (Observation) -> Double?
  ) -> [Bucket] {
    observations.compactMap { one in score(one).map { Bucket(x: Double(one.update), y: $0) } }
  }
}

/// How the curves of training and held-out scores are drawn.
struct ScoreLooks {
  let training, heldOut: (style: Style, pattern: LinePattern)
  /// A piece of the held-out curve, for where it is named.
  let heldOutLine: String

  /// Beside others a run's held-out curve has the run's own hue, as on every panel, and its training curve is gray.
  init(_ model: Model) {
    let look = model.workspace.runs[model.workspace.focus].look
    let isAlone = model.workspace.runs.count == 1
    training = (Style(isAlone ? .series1 : .muted), .solid)
    heldOut = isAlone ? (Style(.series2), .dashed) : (look.style, look.pattern)
    heldOutLine = isAlone ? "- -" : look.line
  }
}
