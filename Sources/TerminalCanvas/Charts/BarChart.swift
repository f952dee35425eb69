/// One horizontal bar.
public struct Bar: Hashable, Sendable {
  /// Written to the left of the bar.
  public var label: String
  /// The amount; zero and values that are not finite are named instead of drawn.
  public var value: Double
  /// Written to the right of the value: what it means.
  public var verdict: String
  /// The role of the bar and its verdict.
  public var style: Style

  /// Makes a bar.
  public init(
    _ label: String, value: Double, verdict: String = "", style: Style = Style(.series1)
  ) {
    self.label = label
    self.value = value
    self.verdict = verdict
    self.style = style
  }
}

/// Horizontal bars on an absolute logarithmic scale, such as the size of each layer's gradient.
///
/// Ratios between layers would hide a network whose gradients are all small.
public struct BarChart: Hashable, Sendable {
  /// The bars from the top.
  public var bars: [Bar]
  /// The range of the track; it does not follow the values.
  public var axis: Axis
  /// Values marked in every track.
  public var thresholds: [Threshold]

  /// Makes a chart.
  public init(_ bars: [Bar], from lower: Double, to upper: Double, thresholds: [Threshold] = []) {
    self.bars = bars
    axis = Axis(.logarithmic, from: lower, to: upper)
    self.thresholds = thresholds
  }

  /// Draws the chart in a rectangle of any size; what has no room is left out.
  public func draw(in rect: Rect, on canvas: inout Canvas) {
    guard !rect.isEmpty else { return }
    let layout = BarLayout(bars, in: rect, glyphs: canvas.glyphs)
    let legend = !thresholds.isEmpty && bars.count < rect.height && layout.track.width >= 12
    let rows = legend ? rect.height - 1 : rect.height
    let shown = bars.count <= rows ? bars.count : max(0, rows - 1)
    for (row, bar) in bars.prefix(shown).enumerated() {
      draw(bar, row: row, layout, on: &canvas)
    }
    if shown < bars.count {
      let rest = StyledText("+\(bars.count - shown) more", .muted)
      canvas.write(rest, in: rect, row: shown)
    }
    if legend { drawLegend(in: layout.track, row: shown, on: &canvas) }
  }

  private func draw(_ bar: Bar, row: Int, _ layout: BarLayout, on canvas: inout Canvas) {
    canvas.write(StyledText(bar.label), in: layout.labels, row: row)
    canvas.write(
      StyledText(Self.text(bar.value)), in: layout.values, row: row, alignment: .trailing)
    canvas.write(StyledText(bar.verdict, bar.style), in: layout.verdicts, row: row)
    let track = layout.track.inset(top: row)
    let fraction = axis.fraction(of: abs(bar.value)) ?? (bar.value.isInfinite ? 1 : 0)
    let eighths = Int(min(1, max(0, fraction)) * Double(8 * track.width) + 0.5)
    fill(track, eighths: bar.value == 0 || bar.value.isNaN ? 0 : max(1, eighths), bar, on: &canvas)
    for threshold in thresholds { draw(threshold, in: track, eighths: eighths, bar, on: &canvas) }
  }

  private func fill(_ track: Rect, eighths: Int, _ bar: Bar, on canvas: inout Canvas) {
    let partial: [Character] = ["█", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
    let isASCII = canvas.glyphs == .ascii
    for column in 0..<min(track.width, (eighths + 7) / 8) where track.height > 0 {
      let isLast = column == eighths / 8
      let glyph: Character = isASCII ? "#" : isLast ? partial[eighths % 8] : "█"
      canvas[track.x + column, track.y] = Cell(glyph, bar.style)
    }
  }

  /// A line through the track: across the bar where the bar is longer.
  private func draw(
    _ threshold: Threshold, in track: Rect, eighths: Int, _ bar: Bar, on canvas: inout Canvas
  ) {
    guard track.height > 0, let column = axis.cell(of: threshold.value, cells: track.width) else {
      return
    }
    var style = threshold.style
    if (column + 1) * 8 <= eighths, canvas.glyphs != .ascii {
      style = Style(bar.style.role, bar.style.attributes.union(.reversed))
    }
    canvas.write("│", at: Point(x: track.x + column, y: track.y), style: style, within: track)
  }

  private func drawLegend(in track: Rect, row: Int, on canvas: inout Canvas) {
    var free = track.x
    for threshold in thresholds.sorted(by: { $0.value < $1.value }) {
      guard let column = axis.cell(of: threshold.value, cells: track.width) else { continue }
      let width = canvas.glyphs.columns(of: threshold.label)
      let start = min(max(track.x, track.x + column - width / 2), track.maxX - width)
      guard start >= free else { continue }
      let place = Point(x: start, y: track.y + row)
      canvas.write(threshold.label, at: place, style: threshold.style, within: track)
      free = start + width + 1
    }
  }

  static func text(_ value: Double) -> String {
    value == 0 ? "zero" : value.scientific(significant: 2)
  }
}

/// What each part of a bar chart takes; verdicts go first when room is short, then values, then labels.
private struct BarLayout {
  let labels: Rect
  let track: Rect
  let values: Rect
  let verdicts: Rect

  init(_ bars: [Bar], in rect: Rect, glyphs: GlyphSet) {
    func widest(_ text: (Bar) -> String) -> Int {
      bars.map { glyphs.columns(of: text($0)) }.max() ?? 0
    }
    var room = rect.width - 8
    func take(_ width: Int) -> Int {
      guard width > 0, width + 1 <= room else { return 0 }
      room -= width + 1
      return width + 1
    }
    let labelWidth = take(widest { $0.label })
    let valueWidth = take(widest { BarChart.text($0.value) })
    let verdictWidth = take(widest { $0.verdict })
    let (left, afterLabels) = rect.split(left: labelWidth)
    let (middle, right) = afterLabels.split(right: verdictWidth)
    let (track, number) = middle.split(right: valueWidth)
    labels = left.inset(right: labelWidth > 0 ? 1 : 0)
    self.track = track
    values = number.inset(left: valueWidth > 0 ? 1 : 0)
    verdicts = right.inset(left: verdictWidth > 0 ? 1 : 0)
  }
}
