import NeuralNetwork
import TerminalCanvas

/// Bars of several runs side by side, one row a layer.
///
/// When rows are short the legend goes first, then layers in the middle; when columns are short the verdicts go, then the
/// words, then the bars, then the numbers.
struct GradientPicture {
  /// From far below the vanishing norm to beyond the exploding one; the scale never follows the values.
  static let axis = Axis(.logarithmic, from: 1e-8, to: 1e3)

  /// Sizes that lines through the bars stand for.
  static let marks = [1e-5, 1e2]

  private let runs: [GradientColumn]
  private let rect: Rect
  private let glyphs: GlyphSet
  private let depth: Int
  private let hasHeads: Bool
  /// The layers that have a row, and nil for the row of those between.
  private let rows: [Int?]

  init(_ runs: [GradientColumn], in rect: Rect, glyphs: GlyphSet) {
    self.runs = runs
    self.rect = rect
    self.glyphs = glyphs
    let depth = runs.map { $0.norms.count }.max() ?? 0
    self.depth = depth
    // A single run has a head where no row is left for the scale below the bars.
    hasHeads = runs.count > 1 || (rect.height <= depth && rect.height >= 5 && rect.width >= 14)
    rows = Self.rows(depth: depth, height: rect.height - (hasHeads ? 1 : 0))
  }

  /// All layers, or the first and the last ones.
  static func rows(depth: Int, height: Int) -> [Int?] {
    guard depth > max(0, height) else { return Array(1...max(1, depth)) }
    guard height >= 3 else { return Array((1...depth).prefix(max(0, height))) }
    let above = height / 2
    let below = height - 1 - above
    return Array(1...above) + [nil] + Array((depth - below + 1)...depth)
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
        drawHead(of: run, over: parts(of: run, in: place).track, in: column, on: &canvas)
      }
      draw(run, in: place, on: &canvas)
    }
  }

  // MARK: - Places

  /// `layer 1` where there is plenty of room, else `1`.
  private var isWordy: Bool { rect.width >= (runs.count == 1 ? 50 : runs.count * 24 + 10) }
  private var labelWidth: Int {
    rect.width < 6 ? 0 : "\(depth)".count + 1 + (isWordy ? 6 : 0)
  }

  private func place(of index: Int, in area: Rect) -> Rect {
    let width = min((area.width + 1) / max(1, runs.count), 60)
    let gap = width >= 17 && runs.count > 1 ? 2 : 1
    return Rect(x: area.x + index * width, y: area.y, width: width - gap, height: area.height)
      .intersection(area)
  }

  // MARK: - Parts

  private func drawLabels(in labels: Rect, on canvas: inout Canvas) {
    for (row, layer) in rows.enumerated() {
      let name = layer.map { isWordy ? "layer \($0)" : "\($0)" } ?? ":"
      canvas.write(StyledText(name, .muted), in: labels, row: row)
    }
  }

  /// The run's name among several, or the scale.
  private func drawHead(
    of run: GradientColumn, over track: Rect, in column: Rect, on canvas: inout Canvas
  ) {
    let place = column.split(top: 1).top
    guard runs.count > 1 else {
      let head = Rect(x: track.x, y: place.y, width: track.width, height: 1)
      return drawLegend(in: head, upTo: place.maxX, on: &canvas)
    }
    var style = run.style
    style.attributes.insert(run.isFocused ? [.bold, .underlined] : [])
    canvas.write(StyledText(run.label, style), in: place)
  }

  private func draw(_ run: GradientColumn, in place: Rect, on canvas: inout Canvas) {
    let parts = parts(of: run, in: place)
    for (row, layer) in rows.enumerated() {
      guard let layer else {
        let hidden = StyledText(between, .muted)
        canvas.write(hidden, in: place, row: row)
        continue
      }
      let text = StyledText(run.text(layer: layer), style(of: run, layer: layer))
      canvas.write(text, in: parts.values, row: row, alignment: .trailing)
      canvas.write(StyledText(run.verdict(layer: layer), .warning), in: parts.verdicts, row: row)
      drawLength(of: run, layer: layer, in: parts.lengths.inset(top: row), on: &canvas)
      drawBar(of: run, layer: layer, in: parts.track.inset(top: row), on: &canvas)
    }
    drawFoot(of: run, under: rows.count, parts, in: place, on: &canvas)
  }

  /// The layers without a row of their own.
  private var between: String {
    let shown = rows.compactMap { $0 }
    let hidden = (1...depth).filter { !shown.contains($0) }
    guard let first = hidden.first, let last = hidden.last else { return "" }
    return first == last ? "and \(first)" : "\(first) to \(last)"
  }

  /// How far the layer moves for a meter of the last one, and by what it differs from the layer behind it.
  private func drawLength(
    of run: GradientColumn, layer: Int, in place: Rect, on canvas: inout Canvas
  ) {
    guard let length = run.length(layer: layer) else { return }
    let (lengths, factors) = place.split(left: Self.lengthWidth)
    canvas.write(StyledText(length), in: lengths, alignment: .trailing)
    canvas.write(
      StyledText(run.factor(layer: layer), .muted), in: factors.inset(left: 1), alignment: .trailing
    )
  }

  /// Columns of a length, and of length and factor with the blanks before them.
  private static let lengthWidth = 8
  private static let lengthsWidth = 15

  private struct Parts { let track, values, lengths, verdicts: Rect }

  private func parts(of run: GradientColumn, in place: Rect) -> Parts {
    let layers = 1...depth
    let value = layers.map { run.text(layer: $0).count }.max() ?? 0
    let length = runs.count == 1 && depth > 1 && place.width >= value + 27 ? Self.lengthsWidth : 0
    let verdict = place.width >= value + length + 28 ? 13 : 0
    let track = place.width - verdict - length - value - 1
    let (rest, verdicts) = place.split(right: verdict)
    let (left, lengths) = rest.split(right: length)
    if track >= 3 {
      let (bars, values) = left.split(right: value + 1)
      return Parts(
        track: bars, values: values, lengths: lengths, verdicts: verdicts.inset(left: 1))
    }
    let none = place.split(left: 0).left
    return value <= place.width
      ? Parts(track: none, values: place, lengths: none, verdicts: none)
      : Parts(track: place, values: none, lengths: none, verdicts: none)
  }

  private func style(of run: GradientColumn, layer: Int) -> Style {
    run.verdict(layer: layer).isEmpty ? .text : .warning
  }

  private func drawBar(
    of run: GradientColumn, layer: Int, in track: Rect, on canvas: inout Canvas
  ) {
    guard track.height > 0, run.norms.indices.contains(layer - 1) else { return }
    let eighths = Self.eighths(of: run.norms[layer - 1], width: track.width)
    let style = run.verdict(layer: layer).isEmpty ? run.style : .warning
    let partial: [Character] = ["█", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
    for column in 0..<min(track.width, (eighths + 7) / 8) {
      let glyph = column == eighths / 8 ? partial[eighths % 8] : "█"
      canvas[track.x + column, track.y] = Cell(glyphs == .ascii ? "#" : glyph, style)
    }
    for limit in Self.marks {
      drawLimit(limit, behind: eighths, style, in: track, on: &canvas)
    }
  }

  /// The length of a bar; the smallest gradient that is not 0 shows.
  static func eighths(of norm: Double?, width: Int) -> Int {
    guard let norm, norm != 0, !norm.isNaN else { return 0 }
    let fraction = axis.fraction(of: norm) ?? 1
    return max(1, Int(min(1, max(0, fraction)) * Double(8 * width) + 0.5))
  }

  /// A line through the track: cut out of the bar where the bar is longer.
  private func drawLimit(
    _ limit: Double, behind eighths: Int, _ bar: Style, in track: Rect, on canvas: inout Canvas
  ) {
    guard let column = Self.axis.cell(of: limit, cells: track.width) else { return }
    var style = Style.muted
    if (column + 1) * 8 <= eighths, glyphs != .ascii {
      style = Style(bar.role, bar.attributes.union(.reversed))
    }
    canvas.write("│", at: Point(x: track.x + column, y: track.y), style: style, within: track)
  }

  /// Below the bars what is wrong, in a narrow column, and what the lines stand for; of several runs the title says it.
  private func drawFoot(
    of run: GradientColumn, under row: Int, _ parts: Parts, in place: Rect,
    on canvas: inout Canvas
  ) {
    guard row < place.height, depth <= rows.count else { return }
    var row = row
    if parts.verdicts.isEmpty, let summary = run.summary {
      canvas.write(StyledText(summary, .warning), in: place, row: row)
      row += 1
    }
    if !parts.lengths.isEmpty, row < place.height {
      let scale = StyledText("layer \(depth) = 1 m", .muted)
      canvas.write(scale, in: parts.lengths.inset(left: 1), row: row)
    }
    if runs.count == 1, parts.track.width >= 9 {
      drawLegend(in: parts.track.inset(top: row), upTo: parts.track.maxX, on: &canvas)
    }
  }

  private func drawLegend(in track: Rect, upTo end: Int, on canvas: inout Canvas) {
    guard track.height > 0 else { return }
    for limit in Self.marks {
      let word = limit.scientific(significant: 1)
      guard let column = Self.axis.cell(of: limit, cells: track.width) else { continue }
      let start = max(track.x, min(track.x + column - 1, end - word.count))
      let area = Rect(x: track.x, y: track.y, width: end - track.x, height: 1)
      canvas.write(word, at: Point(x: start, y: track.y), style: .muted, within: area)
    }
  }
}
