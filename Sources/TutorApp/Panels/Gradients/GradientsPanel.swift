import NeuralNetwork
import TerminalCanvas
import Workbench

/// The size of every layer's weight gradient, on one absolute logarithmic scale for all runs and all times.
///
/// Ratios would hide a network whose gradients are all small. Several runs stand side by side, each under its name.
func drawGradients(_ model: Model, in rect: Rect, on canvas: inout Canvas) {
  let runs = gradientColumns(model)
  GradientPicture(runs, in: rect.inset(left: 1)).draw(on: &canvas)
}

/// The present gradients of every run.
func gradientColumns(_ model: Model) -> [GradientColumn] {
  let names = model.workspace.runNames
  return model.workspace.runs.enumerated().map { index, labeled in
    GradientColumn(
      labeled, problems: model.diagnoses(ofRun: index), name: names[index],
      look: labeled.look, veil: model.veil,
      isFocused: index == model.workspace.focus)
  }
}

/// Beside the bars of powers of ten others that are true to scale, and the biases; below them the way so far.
func drawGradientsZoomed(_ model: Model, in rect: Rect, on canvas: inout Canvas) {
  let rows = PanelContext(model.workspace).gradientRows + 3
  let (top, way) = rect.split(top: rect.height >= 2 * rows ? rows : rect.height)
  drawHeat(model, in: way, on: &canvas)
  let (left, right) = top.split(left: top.width >= 90 ? top.width / 2 : top.width)
  drawGradients(model, in: left, on: &canvas)
  drawTrueToScale(model, in: right.inset(left: 3, right: 1), on: &canvas)
}

/// The focused run's gradients as lengths, and the norms of its biases.
private func drawTrueToScale(_ model: Model, in place: Rect, on canvas: inout Canvas) {
  let column = gradientColumns(model)[model.workspace.focus]
  let biases = column.biases
  let depth = column.norms.count
  let heading = StyledText("true to scale, if layer \(depth) is a meter", .heading)
  canvas.write(heading, in: place)
  canvas.write(StyledText("biases", .heading), in: place, alignment: .trailing)
  let longest = column.norms.indices.compactMap { column.meters(layer: $0 + 1) }.max() ?? 1
  for (row, layer) in LayerRows(depth: depth, height: place.height - 1).rows.enumerated() {
    let line = place.inset(top: row + 1).split(top: 1).top
    guard let layer, let meters = column.meters(layer: layer) else { continue }
    let (label, rest) = line.split(left: "\(depth)".count + 1)
    let (bar, numbers) = rest.split(right: 22)
    let (length, bias) = numbers.split(left: 11)
    canvas.write(StyledText("\(layer)", .muted), in: label)
    Bar(longest > 0 ? meters / longest : 0, style: column.style).draw(in: bar, on: &canvas)
    canvas.write(StyledText(GradientLength.text(meters)), in: length, alignment: .trailing)
    let norm = StyledText(biases[layer - 1]?.scientific(significant: 2) ?? "·", .muted)
    canvas.write(norm, in: bias, alignment: .trailing)
  }
}

/// What the panel's title says; the bars of several runs leave no row for what the lines stand for.
private func gradientsTitle(_ model: Model) -> String {
  let start = "weight gradients, log \(GradientScale.range)"
  guard model.workspace.runs.count > 1 else {
    return start + (model.run.depth > 1 ? ", then linear" : "")
  }
  let limits = GradientScale.marks
  return start + ", lines at "
    + limits.map { $0.scientific(significant: 1) }.joined(separator: " and ")
}

/// One run's gradients by layer, as far as its learner has walked.
struct GradientColumn {
  let label: String
  let style: Style
  let isFocused: Bool
  /// A norm for each layer, from the first; nil where it is not known yet.
  let norms: [Double?]
  /// The same of the biases.
  let biases: [Double?]
  /// A word for each layer whose gradient is known, where something is wrong with it.
  private let verdicts: [String?]

  init(
    _ labeled: Workspace.LabeledRun, problems: [TrainingProblem], name: String, look: RunStyle,
    veil: Veil, isFocused: Bool
  ) {
    label = name
    style = look.style
    self.isFocused = isFocused
    let (step, phase) = (labeled.run.shownStep, labeled.run.shownPhase)
    func known(_ norms: [Double], _ kind: (Int) -> Quantity.Kind) -> [Double?] {
      norms.enumerated().map { index, norm in
        phase >= .backward(layer: index + 1) && !veil.hides(kind(index + 1)) ? norm : nil
      }
    }
    let norms = known(step.weightGradientNorms) { .weightGradientNorm(layer: $0) }
    self.norms = norms
    verdicts = Self.verdicts(on: norms, problems)
    biases = known(step.biasGradientNorms) { .biasGradientNorm(layer: $0) }
  }

  /// A word for each known norm; where a network is dead each 0 is one of its own.
  private static func verdicts(on norms: [Double?], _ problems: [TrainingProblem]) -> [String?] {
    let zero = ProblemKind.deadNetwork.gradientVerdict
    let isDead = norms.indices.contains { problems.gradientVerdict(layer: $0 + 1) == zero }
    return norms.enumerated().map { index, norm in
      norm.flatMap { $0 == 0 && isDead ? zero : problems.gradientVerdict(layer: index + 1) }
    }
  }

  /// Whether some layer's biases have so large a gradient beside all weights that the weights' say nothing.
  var biasesOutweigh: Bool {
    let largest = norms.compactMap(\.self).max() ?? 0
    return biases.contains { ($0 ?? 0) > 1000 * largest } && norms.contains { $0 != nil }
  }

  /// A number for a layer: `4.3e-2`, or a word.
  func text(layer: Int) -> String {
    guard norms.indices.contains(layer - 1) else { return "" }
    guard let norm = norms[layer - 1] else { return "·" }
    return norm == 0 ? "0" : norm.scientific(significant: 2)
  }

  /// What a layer's gradient means, in a word; empty where it is as it should be.
  func verdict(layer: Int) -> String {
    verdicts.indices.contains(layer - 1) ? verdicts[layer - 1] ?? "" : ""
  }

  /// A layer's norm as a length, where the last layer's is a meter; nil while one of them is not known.
  func meters(layer: Int) -> Double? {
    guard norms.indices.contains(layer - 1), let norm = norms[layer - 1],
      let last = norms.last ?? nil, last > 0
    else { return nil }
    return norm / last
  }

  /// The same in words.
  func length(layer: Int) -> String? { meters(layer: layer).map(GradientLength.text) }

  /// What a layer's norm is beside that of the layer behind it, where both are known; of the weights or the biases.
  func factor(layer: Int, of norms: [Double?]) -> String {
    guard norms.indices.contains(layer), let source = norms[layer], let norm = norms[layer - 1]
    else { return "" }
    return GradientLength.factor(norm, from: source)
  }

  /// What is wrong with the first layer that has gone wrong.
  var firstVerdict: String? { verdicts.lazy.compactMap { $0 }.first }

  /// Whether a layer lies below the line and is not among those that vanish: samples pull at it, and their pulls cancel.
  func isCancelled(layer: Int) -> Bool {
    guard firstVerdict == ProblemKind.vanishing.gradientVerdict,
      verdict(layer: layer).isEmpty, let norm = norms[layer - 1]
    else { return false }
    return norm > 0 && norm < GradientScale.marks[0]
  }

  /// The layers that have gone wrong in this way, in words: `1-3 vanishing`.
  var summary: String? {
    firstVerdict.map { verdict in
      "\(Self.ranges(verdicts.indices.filter { verdicts[$0] == verdict })) \(verdict)"
    }
  }

  /// The same, and which others are as small for another reason: `1-3 vanishing, 4-6 cancel`.
  var longSummary: String? {
    let others = norms.indices.filter { isCancelled(layer: $0 + 1) }
    guard let summary, !others.isEmpty else { return nil }
    return "\(summary), \(Self.ranges(others)) \(others.count == 1 ? "cancels" : "cancel")"
  }

  /// Layers, from 0, in words: `1-3, 5`.
  private static func ranges(_ layers: [Int]) -> String {
    let ranges = layers.reduce(into: [ClosedRange<Int>]()) { ranges, layer in
      let first = ranges.last?.upperBound == layer - 1 ? ranges.removeLast().lowerBound : layer
      ranges.append(first...layer)
    }
    return ranges.map {
      $0.count == 1 ? "\($0.lowerBound + 1)" : "\($0.lowerBound + 1)-\($0.upperBound + 1)"
    }.joined(separator: ", ")
  }
}

extension PanelContext {
  /// Rows of the gradients: one a layer, and the names of several runs.
  var gradientRows: Int { depth + (runCount > 1 ? 1 : 0) }
}

extension Panel {
  static let gradients = Panel(
    "gradients", term: "gradient norm", title: gradientsTitle, brief: { _ in "gradients" },
    of: .everyRun, side: .right,
    needs: { context in
      let runs = context.runCount
      return PanelNeeds(
        width: .init(runs == 1 ? 20 : 13 * runs, best: runs == 1 ? 56 : 24 * runs + 10),
        height: .init(
          min(context.gradientRows, 9) + 1, best: context.gradientRows + 3,
          most: BarRows.mostPitch * context.gradientRows + 3))
    },
    observes: { _ in .gradientNorms },
    sheds:
      "verdicts, the biases, bars true to scale, lengths, the heads, layers in the middle, bars",
    draw: drawGradients,
    drawZoomed: drawGradientsZoomed, words: gradientWords, legend: { _ in gradientsLegend })
}

private let gradientsLegend = [
  LegendRow(StyledText("█"), "the length of the gradient of a layer's weights"),
  LegendRow(StyledText("b 3e-6"), "the same of its biases, where there is room; z makes room"),
  LegendRow(
    StyledText("│", .muted),
    "1e-5 and 1e2 on the scale from \(GradientScale.range), each step ten times the one before"),
  LegendRow(StyledText("◀ ▶"), "the scale ends before the bar does"),
  LegendRow(StyledText("█", .warning), "a layer that the diagnosis names"),
  LegendRow(
    StyledText("vanishing", .warning),
    "no sample pulls at the layer; where it says cancels, or is dim, samples pull against each other"
  ),
  LegendRow(
    StyledText(" █"),
    "the second bars, where there is room: linear, twice as long is twice as much"),
  LegendRow(
    StyledText("21 µm"), "the gradient as a length, as if that of the last layer were one meter"),
  LegendRow(StyledText("÷5.7", .muted), "how many times smaller it is than in the layer behind"),
  LegendRow(StyledText("·", .muted), "not worked out yet"),
]
