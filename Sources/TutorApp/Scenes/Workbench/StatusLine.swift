import Experiments
import NeuralNetwork
import TerminalCanvas
import Workbench

/// The line that always says where the run stands, and at its end, as far as there is room, what is wrong with it, or
/// else what is being trained.
func drawStatus(
  _ model: Model, in rect: Rect, beside panels: [Panel] = [], on canvas: inout Canvas
) {
  let row = rect.inset(left: 1, right: 1)
  let work = model.work.map { $0.sentence + ($0.canEnd ? " · Esc ends it" : "") }
  if let notice = work ?? model.notice ?? model.typedValueSentence ?? model.survey?.sentence {
    return drawNotice(notice, in: row, on: &canvas)
  }
  let (parts, findings) = (statusParts(model), findings(model, besides: panels))
  let kept = StatusLine.columns(for: findings, beside: parts, of: row.width, canvas.glyphs)
  let state = StatusLine.fitting(row.width - kept, parts, canvas.glyphs)
  canvas.write(state, in: row)
  let room = row.width - canvas.glyphs.columns(of: state) - 3
  let ends = findings + recipeTexts(model).map { StyledText($0, .muted) }
  let end = ends.first { canvas.glyphs.columns(of: $0) <= room }
  if let end { canvas.write(end, in: row, alignment: .trailing) }
}

/// What is wrong with a run of the playground, in a few words, where no panel says it: lessons say themselves what they
/// have to say, or leave it to be found out.
private func findings(_ model: Model, besides panels: [Panel]) -> [StyledText] {
  guard model.scene.belongsToPlayground, !panels.contains(.diagnosis) else { return [] }
  return model.diagnoses.map { StyledText("! \($0.headline)", .warning) }
}

/// A sentence in a row near the foot of a screen, and in the rows above it where it is long.
func drawNotice(_ notice: String, in row: Rect, on canvas: inout Canvas) {
  let lines = StyledText(notice, .accent).wrapped(to: max(1, row.width), glyphs: canvas.glyphs)
  let rows = max(0, min(lines.count - 1, row.y - 1))
  let rect = Rect(x: row.x - 1, y: row.y - rows, width: row.width + 2, height: rows + row.height)
  if rows > 0 { canvas.fill(rect) }
  canvas.write(lines, in: rect.inset(left: 1, right: 1))
}

/// One part of the status line; the larger its rank, the sooner it is shed.
struct StatusPart {
  let text: StyledText
  /// The same in the columns that it keeps on a screen, however short it is.
  let padded: StyledText
  let rank: Int

  init(_ text: String, _ style: Style = .text, rank: Int, width: Int = 0) {
    self.text = StyledText(text, style)
    padded = StyledText(text.padded(to: width), style)
    self.rank = rank
  }
}

enum StatusLine {
  /// Parts with dots between them.
  static func joined(_ parts: [StatusPart]) -> StyledText {
    guard let first = parts.first else { return StyledText() }
    return parts.dropFirst().reduce(first.padded) { $0 + StyledText(" · ", .muted) + $1.padded }
  }

  /// The columns that are kept for the first finding that has room beside all figures, else for the first that has room at
  /// all: what is wrong comes before all but where the run stands, and at which loss and rate.
  static func columns(
    for findings: [StyledText], beside parts: [StatusPart], of width: Int, _ glyphs: GlyphSet
  ) -> Int {
    let widths = findings.map { glyphs.columns(of: $0) + 3 }
    return [7, 2].lazy.compactMap { rank in
      let kept = glyphs.columns(of: joined(parts.filter { $0.rank <= rank }))
      return widths.first { $0 + kept <= width }
    }.first ?? 0
  }

  /// As many parts as fit, whole and in their order.
  static func fitting(_ width: Int, _ parts: [StatusPart], _ glyphs: GlyphSet) -> StyledText {
    var shown = parts
    while glyphs.columns(of: joined(shown)) > width, shown.count > 1,
      let last = shown.map(\.rank).max()
    {
      shown.removeAll { $0.rank == last }
    }
    return joined(shown)
  }
}

/// The state in one line.
func statusText(_ model: Model) -> StyledText { StatusLine.joined(statusParts(model)) }

/// The same as plain words, where a dot would be read as a sign of multiplication.
func statusWords(_ model: Model) -> String {
  guard !model.isAhead else {
    return "update \(model.run.position.update), what it brings waits for your guess, "
      + "\(PlainWord.pass) tells the answer, return goes back"
  }
  return statusParts(model).map(\.text.plain).joined(separator: ", ")
}

private func statusParts(_ model: Model) -> [StatusPart] {
  let run = model.run
  var parts = [StatusPart("update \(run.position.update)", rank: 0)]
  guard !model.isAhead else { return parts + waitingParts }
  if run.epoch != run.position.update { parts.append(StatusPart("epoch \(run.epoch)", rank: 8)) }
  let loss = model.veil.hidesLoss ? "after your guess" : lossText(run)
  let name = lossName(run)
  // While it plays, what follows stays where it is, whether the loss is 0.67 or 0.0006703.
  let width = model.isPlaying ? name.count + " 0.0006703".count : 0
  parts.append(StatusPart("\(name) \(loss)", rank: 1, width: width))
  parts += accuracyParts(model) + heldOutParts(model)
  parts.append(StatusPart("η \(compact(run.learningRate))", .accent, rank: 2))
  if let phase = phaseText(run) { parts.append(StatusPart(phase, .muted, rank: 5)) }
  if model.workspace.runs.count > 1 {
    let style = model.workspace.runs[model.workspace.focus].look.style
    parts.append(StatusPart("run \(model.workspace.focusedLabel)", style, rank: 3))
  }
  parts.append(
    model.isPlaying
      ? StatusPart(
        model.target.map { "▶ to update \($0)" } ?? "▶ \(model.look.pace.label)", .right, rank: 5
      )
      : StatusPart("paused", .muted, rank: 9))
  return parts
}

/// Where the runs show what is asked.
private let waitingParts = [
  StatusPart("what it brings waits for your guess", .accent, rank: 1),
  StatusPart("n twice passes", .accent, rank: 2), StatusPart("g goes back", .accent, rank: 3),
]

/// The share of the samples that is classified right; while a question is open it waits, as it could answer it, and
/// while the step has not got to its outputs.
private func accuracyParts(_ model: Model) -> [StatusPart] {
  guard !model.isGuessing, model.run.position.phase >= .loss, let accuracy = model.summary.accuracy
  else { return [] }
  let hasTies = model.summary.guesses.map { $0.samples == .training && $0.hasTies } ?? false
  return [StatusPart("right \(percent(accuracy))\(hasTies ? ", ties count in part" : "")", rank: 4)]
}

/// What the samples say that training never sees; while a question is open it waits, as it could answer it.
private func heldOutParts(_ model: Model) -> [StatusPart] {
  guard !model.isGuessing, let loss = model.summary.heldOutLoss else { return [] }
  let right = model.summary.heldOutAccuracy.map {
    [StatusPart("held out right \(percent($0))", rank: 6)]
  }
  return [StatusPart("held out \(compact(loss))", rank: 7)] + (right ?? [])
}

/// Whose loss it is: that of all samples, or of the batch from which the next update will learn.
private func lossName(_ run: Run) -> String {
  guard !run.isBatchWhole else { return "loss" }
  return run.step.sampleCount == 1 ? "next sample's loss" : "next batch's loss"
}

private func lossText(_ run: Run) -> String {
  run.position.phase < .loss ? "not yet" : compact(run.step.loss)
}

/// The phase in words; nil where the whole step is shown.
func phaseText(_ run: Run) -> String? {
  switch run.position.phase {
  case .start: run.previousStep == nil ? "nothing done yet" : "update made"
  case .forward(let layer): "forward, layer \(layer)"
  case .loss: "loss"
  case .backward(let layer): run.position.phase == .whole ? nil : "backward, layer \(layer)"
  }
}

/// What is being trained, the longest words first: shape, activation, what its layers have, initialization, optimizer, batches.
///
/// What a lesson has not explained by its page is left out, and all of it where the learner is to find it out.
func recipeTexts(_ model: Model) -> [String] {
  guard !model.workspace.isSealed else { return [] }
  let (run, experiment) = (model.run, model.run.activeExperiment)
  func known(_ words: String) -> [String] { model.explains(words) ? [words] : [] }
  // Read as digits it says nothing before a lesson has said what a network is.
  let shape =
    model.unexplainedPanels.contains(.network)
    ? [] : [run.network.shape.map { "\($0)" }.joined(separator: "-")]
  let activation = run.hiddenActivation.map { known($0.title) } ?? []
  let network = [(shape + activation).joined(separator: " ")].filter { !$0.isEmpty }
  let parts = layerParts(run.network).flatMap(known)
  let layer = experiment.layers[0]
  let initializer =
    layer.explicit == nil && model.explainsInitializers ? known(layer.initializer.name) : []
  let rule = known(experiment.optimizer.rule.title)
  let batches = known(batchText(experiment.batches))
  return [
    network + parts + initializer + rule + batches, network + parts + rule + batches,
    network + rule + batches, network + rule, rule,
  ].map { $0.joined(separator: " · ") }
}

/// What layers have besides units.
private func layerParts(_ network: Network) -> [String] {
  [
    ("residual", network.layers.contains(where: \.isResidual)),
    ("batch norm", network.layers.contains { $0.batchNormEpsilon != nil }),
    ("dropout", network.layers.contains { $0.dropoutRate > 0 }),
  ].filter(\.1).map(\.0)
}

private func batchText(_ batches: BatchRecipe) -> String {
  switch batches {
  case .full: "full batch"
  case .size(let size, _): "batch \(size)"
  case .explicit: "batches by hand"
  }
}
