import NeuralNetwork
import TerminalCanvas

/// Bars of several runs side by side, one row a layer.
///
/// When rows are short what stands below goes first, then the heads, then layers in the middle; when columns are short the
/// verdicts go, then the biases, the bars true to scale, the words, then the bars, then the numbers. Biases that outweigh the
/// weights take the place of lengths: the weights alone would say that nothing happens.
struct GradientPicture {
  private let runs: [GradientColumn]
  private let rect: Rect
  private let depth: Int
  private let hasHeads: Bool
  private let layers: LayerRows
  private let bars: BarRows
  private var rows: [Int?] { layers.rows }

  init(_ runs: [GradientColumn], in rect: Rect) {
    self.runs = runs
    self.rect = rect
    let depth = runs.map { $0.norms.count }.max() ?? 0
    self.depth = depth
    // No layer is left out for a head.
    hasHeads = runs.count > 1 || (rect.height > depth && rect.width >= 14)
    let height = rect.height - (hasHeads ? 1 : 0)
    layers = LayerRows(depth: depth, height: height)
    // A row below them is the foot's.
    bars = BarRows(layers.rows.count, height: height - 1)
  }

  func draw(on canvas: inout Canvas) {
    guard !rect.isEmpty, depth > 0 else { return }
    let (labels, area) = rect.split(left: labelWidth)
    let body = area.inset(top: hasHeads ? 1 : 0)
    drawLabels(in: labels.inset(top: hasHeads ? 1 : 0), on: &canvas)
    for (index, run) in runs.enumerated() {
      let column = place(of: index, in: area)
      let place = column.intersection(body)
      if hasHeads {
        drawHead(of: run, over: parts(of: run, in: place), in: column, on: &canvas)
      }
      draw(run, in: place, on: &canvas)
    }
  }

  // MARK: - Places

  /// `layer 1` where there is plenty of room, else `1`.
  private var isWordy: Bool { rect.width >= (runs.count == 1 ? 84 : runs.count * 24 + 10) }
  private var labelWidth: Int {
    rect.width < 6 ? 0 : "\(depth)".count + 1 + (isWordy ? 6 : 0)
  }

  private func place(of index: Int, in area: Rect) -> Rect {
    let width = min((area.width + 1) / max(1, runs.count), runs.count == 1 ? 120 : 60)
    let gap = width >= 17 && runs.count > 1 ? 2 : 1
    return Rect(x: area.x + index * width, y: area.y, width: width - gap, height: area.height)
      .intersection(area)
  }

  // MARK: - Parts

  private func drawLabels(in labels: Rect, on canvas: inout Canvas) {
    for (row, layer) in rows.enumerated() {
      let name = layer.map { isWordy ? "layer \($0)" : "\($0)" } ?? ":"
      canvas.write(StyledText(name, .muted), in: labels, row: row * bars.pitch)
    }
  }

  /// The run's name among several, or what stands in each column.
  private func drawHead(
    of run: GradientColumn, over parts: Parts, in column: Rect, on canvas: inout Canvas
  ) {
    let place = column.split(top: 1).top
    guard runs.count > 1 else { return drawHeads(over: parts, in: place, on: &canvas) }
    var style = run.style
    style.attributes.insert(run.isFocused ? [.bold, .underlined] : [])
    canvas.write(StyledText(run.label, style), in: place)
  }

  /// The scale over the bars on it, and a word over each other column.
  private func drawHeads(over parts: Parts, in line: Rect, on canvas: inout Canvas) {
    func head(_ part: Rect) -> Rect { Rect(x: part.x, y: line.y, width: part.width, height: 1) }
    GradientScale.drawMarks(in: head(parts.track), upTo: parts.track.maxX, on: &canvas)
    let (lengths, factors) = head(parts.lengths).split(left: Self.lengthWidth)
    let words: [(String, Rect, Alignment)] = [
      ("norm", head(parts.values), .trailing), ("linear", head(parts.meters), .leading),
      ("length", lengths, .trailing), ("factor", factors, .trailing),
      ("biases", head(parts.biases).split(left: 11).left, .trailing),
    ]
    for (word, place, alignment) in words where place.width >= word.count {
      canvas.write(StyledText(word, .muted), in: place, alignment: alignment)
    }
  }

  private func draw(_ run: GradientColumn, in place: Rect, on canvas: inout Canvas) {
    let parts = parts(of: run, in: place)
    for (index, layer) in rows.enumerated() {
      let row = index * bars.pitch
      guard let layer else {
        let hidden = StyledText(layers.hidden, .muted)
        canvas.write(hidden, in: place, row: row)
        continue
      }
      let text = StyledText(run.text(layer: layer), style(of: run, layer: layer))
      canvas.write(text, in: parts.values, row: row, alignment: .trailing)
      let verdict =
        run.isCancelled(layer: layer)
        ? StyledText("cancels", .muted) : StyledText(run.verdict(layer: layer), .warning)
      canvas.write(verdict, in: parts.verdicts, row: row)
      drawLength(of: run, layer: layer, in: parts.lengths.inset(top: row), on: &canvas)
      drawMeters(of: run, layer: layer, in: parts.meters.inset(top: row), on: &canvas)
      drawBias(of: run, layer: layer, in: parts.biases.inset(top: row), on: &canvas)
      drawBar(of: run, layer: layer, in: parts.track.inset(top: row), on: &canvas)
    }
    drawFoot(of: run, under: rows.count * bars.pitch, parts, in: place, on: &canvas)
  }

  /// How far the layer moves for a meter of the last one, and by what it differs from the layer behind it.
  private func drawLength(
    of run: GradientColumn, layer: Int, in place: Rect, on canvas: inout Canvas
  ) {
    guard let length = run.length(layer: layer) else { return }
    let (lengths, factors) = place.split(left: Self.lengthWidth)
    canvas.write(StyledText(length), in: lengths, alignment: .trailing)
    canvas.write(
      StyledText(run.factor(layer: layer, of: run.norms), .muted), in: factors.inset(left: 1),
      alignment: .trailing
    )
  }

  /// The same length as a bar, true to scale: the longest fills it.
  private func drawMeters(
    of run: GradientColumn, layer: Int, in place: Rect, on canvas: inout Canvas
  ) {
    let longest = (1...depth).compactMap { run.meters(layer: $0) }.max() ?? 0
    guard let meters = run.meters(layer: layer), longest > 0, longest.isFinite else { return }
    // A bar always shows; what is too short for an eighth of a cell is not there.
    guard meters / longest * Double(8 * place.width) >= 0.5 else { return }
    let style = barStyle(of: run, layer: layer)
    Bar(meters / longest, style: style)
      .drawThick(in: place.split(top: bars.thickness).top, on: &canvas)
  }

  /// The gradient of a layer's biases, and by what it differs from that of the layer behind it.
  private func drawBias(
    of run: GradientColumn, layer: Int, in place: Rect, on canvas: inout Canvas
  ) {
    guard run.biases.indices.contains(layer - 1), let norm = run.biases[layer - 1] else { return }
    let (norms, factors) = place.inset(left: 2).split(left: 9)
    let text =
      StyledText("b ", .muted) + StyledText(norm == 0 ? "0" : norm.scientific(significant: 2))
    canvas.write(text, in: norms, alignment: .trailing)
    canvas.write(
      StyledText(run.factor(layer: layer, of: run.biases), .muted), in: factors,
      alignment: .trailing)
  }

  /// Columns of a length, and of length and factor with the blanks before them.
  private static let lengthWidth = 8
  private static let lengthsWidth = 15
  /// Columns of a bias's gradient and its factor, with the blanks before them.
  private static let biasesWidth = 18

  private struct Parts { let track, values, meters, lengths, biases, verdicts: Rect }

  private func parts(of run: GradientColumn, in place: Rect) -> Parts {
    let layers = 1...depth
    let value = layers.map { run.text(layer: $0).count }.max() ?? 0
    let hasRoom = runs.count == 1 && place.width >= value + 27
    let length = hasRoom && depth > 1 && !run.biasesOutweigh ? Self.lengthsWidth : 0
    let hasBiases =
      run.biasesOutweigh ? hasRoom : length > 0 && place.width >= value + length + 46
    let bias = hasBiases ? Self.biasesWidth : 0
    let verdict = place.width >= value + length + bias + (runs.count == 1 ? 58 : 28) ? 13 : 0
    let bars = place.width - verdict - length - bias - value - 1
    let meter = length > 0 && bars >= 12 ? min(24, bars / 3) + 1 : 0
    let (rest, verdicts) = place.split(right: verdict)
    let (middle, biases) = rest.split(right: bias)
    let (left, lengths) = middle.split(right: length)
    if bars >= 3 {
      let (numbers, meters) = left.split(right: meter)
      let (track, values) = numbers.split(right: value + 1)
      return Parts(
        track: track, values: values, meters: meters.inset(left: 1), lengths: lengths,
        biases: biases, verdicts: verdicts.inset(left: 1))
    }
    let none = place.split(left: 0).left
    let hasNumbers = value <= place.width
    return Parts(
      track: hasNumbers ? none : place, values: hasNumbers ? place : none, meters: none,
      lengths: none, biases: none, verdicts: none)
  }

  private func style(of run: GradientColumn, layer: Int) -> Style {
    run.isCancelled(layer: layer)
      ? .muted : run.verdict(layer: layer).isEmpty ? .text : .warning
  }

  /// A bar has its run's color, dim where it is short only since pulls cancel.
  private func barStyle(of run: GradientColumn, layer: Int) -> Style {
    guard run.verdict(layer: layer).isEmpty else { return .warning }
    return run.isCancelled(layer: layer)
      ? Style(run.style.role, run.style.attributes.union(.dim)) : run.style
  }

  private func drawBar(
    of run: GradientColumn, layer: Int, in track: Rect, on canvas: inout Canvas
  ) {
    guard track.height > 0, run.norms.indices.contains(layer - 1) else { return }
    let style = barStyle(of: run, layer: layer)
    for row in 0..<bars.thickness {
      GradientScale.drawBar(of: run.norms[layer - 1], style, in: track.inset(top: row), on: &canvas)
    }
  }

  /// What is wrong with which layers; where that has no room, only what.
  private func summary(of run: GradientColumn, in width: Int, _ glyphs: GlyphSet) -> String? {
    [run.longSummary, run.summary, run.firstVerdict].compactMap(\.self).first {
      glyphs.columns(of: $0) <= width
    }
  }

  /// Below the bars what is wrong, in a narrow column, and what the lines stand for; of several runs the title says it.
  private func drawFoot(
    of run: GradientColumn, under row: Int, _ parts: Parts, in place: Rect,
    on canvas: inout Canvas
  ) {
    guard row < place.height, depth <= rows.count else { return }
    var row = row
    if parts.verdicts.isEmpty, let summary = summary(of: run, in: place.width, canvas.glyphs) {
      canvas.write(StyledText(summary, .warning), in: place, row: row)
      row += 1
    }
    if !parts.lengths.isEmpty, row < place.height {
      let scale = StyledText("layer \(depth) = 1 m", .muted)
      canvas.write(scale, in: parts.lengths.inset(left: 1), row: row)
    }
  }
}
