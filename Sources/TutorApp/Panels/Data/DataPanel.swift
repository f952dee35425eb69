import Experiments
import NeuralNetwork
import TerminalCanvas
import Workbench

/// The samples and what the network makes of them: a fitted line for one input, decision regions for two.
func drawData(_ model: Model, in rect: Rect, on canvas: inout Canvas) {
  switch model.run.network.inputCount {
  case 1: drawFit(model, in: rect, on: &canvas)
  case 2: drawRegions(model, in: rect, on: &canvas)
  default: drawOutputs(model, in: rect, on: &canvas)
  }
}

/// The input that a cell of the drawing stands for.
private func dataInput(_ model: Model, in rect: Rect, at cell: Point) -> [Double]? {
  switch model.run.network.inputCount {
  case 1:
    let (x, y) = fitAxes(model, in: rect)
    return ScatterPlot.place(of: cell, in: rect, x: x, y: y).map { [$0.x] }
  case 2:
    let parts = RegionParts(model.run, in: rect)
    return ScatterPlot.place(of: cell, in: parts.plane, x: parts.x, y: parts.y)
      .map(parts.inputs)
  default: return nil
  }
}

/// What the panel's title says: the names of the marks, and how a place looks where the network says 1.
func dataTitle(_ model: Model) -> String {
  let run = model.run
  guard run.network.inputCount <= 2 else { return "targets and outputs" }
  guard run.network.inputCount == 2 else {
    return "data: \(PlotMark.target.glyph) target" + (run.heldOut == nil ? "" : ", ○ held out")
      + (model.showsErrorSquares ? ", squares: error²" : "") + ", line output"
  }
  let classes = run.dataset.classCount ?? 2
  let names = model.classNames
  guard classes <= 2 else {
    guard names.areGiven else { return "data: classes 0 to \(classes - 1), boxed wrong" }
    // Without commas, at which a title that is too long would lose a class and not say so.
    let all = (0..<classes).map { "\($0) \(names[$0])" }.joined(separator: " ")
    return "data: \(all), boxed wrong"
  }
  let region = model.showsTones ? "orange" : String(ScatterPlot.texture(model.glyphs))
  let sides = OutputSides(run)
  guard !sides.areAmounts else {
    let inputs = model.workspace.focusedFile.inputNames ?? ["x₁", "x₂"]
    let (x, y) = (SafeText.visible(inputs[0]), SafeText.visible(inputs[1]))
    return
      "output over \(x) → and \(y) ↑, targets ○ ●, \(region) and ● above \(compact(sides.shownMiddle))"
  }
  return "o \(names[0]), x \(names[1]), \(region) \(names[1]), boxed wrong"
}

/// Classes are counted where their names have no room.
private func briefDataTitle(_ model: Model) -> String? {
  guard model.run.network.inputCount == 2 else { return "data" }
  return model.run.dataset.classCount.map { "data: \($0) classes" } ?? "data"
}

/// For more than two inputs: what the network says of each sample against what is true.
private func drawOutputs(_ model: Model, in rect: Rect, on canvas: inout Canvas) {
  let run = model.run
  let guess = model.guess.flatMap { $0.isOutput(in: run) ? $0 : nil }
  let isClassified = run.dataset.classCount != nil
  let (samples, targets, outputs) = told(run, rows: max(0, rect.height - 1))
  let (taken, groups) = (run.classes(of: outputs), OutputSides(run).groups(of: targets))
  let names = isClassified && model.classNames.areGiven ? model.classNames : nil
  let truths = names.map { names in OutputTexts(groups.map { names[$0] }) }
  let texts = (targets: truths ?? OutputTexts(targets), outputs: OutputTexts(outputs))
  let taking = names.map { $0.width(count: run.dataset.classCount ?? 0) + 1 } ?? 0
  let room = OutputTexts.room(
    for: texts.targets, texts.outputs, width: rect.width - taking - (guess == nil ? 16 : 24),
    canvas.glyphs)
  let rows = samples.enumerated().map { row, sample in
    [
      StyledText("\(sample + 1)", sample == model.pinnedSample ? .heading : .muted),
      StyledText(texts.targets.text(row, width: room.targets, canvas.glyphs)),
      output(
        texts.outputs.text(row, width: room.outputs, canvas.glyphs),
        guess?.row(in: run) == sample ? guess : nil),
      isClassified ? verdict(taken[row], groups[row], names) : "",
    ]
  }
  let table = TextTable(
    [
      TableColumn("sample", alignment: .trailing, priority: 1),
      TableColumn("target", priority: 3), TableColumn("output", priority: 4),
      TableColumn("", priority: 2),
    ], rows: rows)
  table.draw(in: rect.inset(left: 1), on: &canvas)
}

/// The samples that have room: all of them, or else those of the batch, as the network of the step has them.
private func told(_ run: Run, rows: Int) -> (samples: [Int], targets: Matrix, outputs: Matrix) {
  let (step, data) = (run.shownStep, run.dataset)
  guard step.sampleCount < data.count, data.count <= rows else {
    let shown = Array(0..<min(step.sampleCount, rows))
    return (
      shown.map { step.sampleIndices[$0] }, step.targets.selecting(rows: shown),
      step.outputs.selecting(rows: shown)
    )
  }
  return (Array(0..<data.count), data.targets, step.network.outputs(for: data.inputs))
}

/// What the network says of a sample, and what the learner took that for.
private func output(_ text: String, _ guess: Guess?) -> StyledText {
  StyledText(text, .accent)
    + (guess.map { StyledText(" ?\($0.value.formatted(significant: 2))", Style(.guess, .bold)) }
      ?? "")
}

/// Whether a class is the right one; of another one its name, where it has any.
private func verdict(_ taken: [Int], _ group: Int, _ names: ClassNames?) -> StyledText {
  guard taken != [group] else { return StyledText("✓", .right) }
  return StyledText("✗" + (names.map { " \($0.saidBriefly(taken))" } ?? ""), .warning)
}

extension Panel {
  static let data = Panel(
    "data", term: "sample", title: { dataTitle($0) }, brief: briefDataTitle, side: .right,
    needs: { context in
      guard context.shape[0] > 2 else {
        return PanelNeeds(height: .init(7, best: 13, most: .max), aspect: 2, weight: 3)
      }
      let count = context.dataCount <= 10 ? context.dataCount : context.sampleCount
      return PanelNeeds(height: .init(5, best: min(count, 10) + 2, most: count + 2), weight: 3)
    },
    sheds: "ticks of the axes",
    fills: {
      $0.dataCount > 1 && $0.targetsDiffer && !$0.hasImage
    }, couldTell: false,
    draw: drawData, input: dataInput, words: dataWords, details: dataDetails,
    legend: dataLegend)
}

private func dataLegend(_ model: Model) -> [LegendRow] {
  switch model.run.network.inputCount {
  case 1: return fitLegend(model)
  case 2: return regionLegend(model)
  default:
    return [
      LegendRow(StyledText("✓", .right), "the right class"),
      LegendRow(StyledText("✗", .warning), "another one, or several that tie"),
    ] + model.guessed(.guess)
  }
}
