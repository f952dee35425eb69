/// The axes around a plot: what they take of a rectangle, and how they are drawn.
///
/// Parts go when room is short, in this order: the line of x, its labels, the labels of y, its axis.
struct PlotFrame {
  /// Where the plot itself goes.
  let plot: Rect
  private let whole: Rect
  private let x: Axis
  private let y: Axis
  private let yTicks: [Tick]
  private let hasYLabels: Bool
  private let hasYAxis: Bool
  private let xRows: Int

  init(in rect: Rect, x: Axis, y: Axis) {
    xRows = Self.xRows(in: rect)
    let rows = Self.rows(in: rect)
    yTicks = y.ticks(rows: rows)
    let labelWidth = yTicks.map(\.label.count).max() ?? 0
    hasYLabels = rows >= 3 && labelWidth > 0 && rect.width >= labelWidth + 9
    hasYAxis = rect.width >= 4 && rows >= 2
    let left = (hasYLabels ? labelWidth + 1 : 0) + (hasYAxis ? 1 : 0)
    plot = rect.inset(left: left, bottom: rect.height - rows)
    whole = rect
    self.x = x
    self.y = y
  }

  /// The rows of the plot itself.
  static func rows(in rect: Rect) -> Int { rect.height - xRows(in: rect) }

  /// The rows below the plot: a line and its labels, or the labels alone.
  private static func xRows(in rect: Rect) -> Int {
    guard rect.width >= 8, rect.height >= 5 else { return 0 }
    return rect.height == 5 ? 1 : 2
  }

  func draw(on canvas: inout Canvas) {
    // Elsewhere its lines would be as bright as curves.
    if isLarge, canvas.showsTones, canvas.glyphs != .ascii { drawGrid(on: &canvas) }
    if hasYAxis { drawYAxis(on: &canvas) }
    if xRows > 0 { drawXAxis(on: &canvas) }
    if xRows == 2 && hasYAxis {
      canvas.write("└", at: Point(x: plot.x - 1, y: plot.maxY), style: .rule, within: whole)
    }
  }

  /// Whether the way from a curve to its axis is so long that lines guide the eye.
  private var isLarge: Bool { hasYLabels && plot.width >= 40 && plot.height >= 12 }

  /// A line at each tick of y but the lowest, which the axis of x stands for; of many ticks at every other one, since a curve
  /// that moves has its lines drawn again.
  private func drawGrid(on canvas: inout Canvas) {
    let step = yTicks.count > 6 ? 2 : 1
    for index in stride(from: step, to: yTicks.count, by: step) {
      guard let row = row(of: yTicks[index]) else { continue }
      let line = String(repeating: "┈", count: plot.width)
      canvas.write(line, at: Point(x: plot.x, y: row), style: .rule, within: plot)
    }
  }

  private func row(of tick: Tick) -> Int? {
    y.cell(of: tick.value, cells: plot.height).map { plot.maxY - 1 - $0 }
  }

  private func drawYAxis(on canvas: inout Canvas) {
    for row in plot.y..<plot.maxY {
      canvas.write("│", at: Point(x: plot.x - 1, y: row), style: .rule, within: whole)
    }
    let labels = whole.split(left: plot.x - whole.x - 2).left
    for tick in yTicks {
      guard let row = row(of: tick) else { continue }
      canvas.write("┤", at: Point(x: plot.x - 1, y: row), style: .rule, within: whole)
      guard hasYLabels else { continue }
      let text = StyledText(tick.label, .muted)
      canvas.write(text, in: labels, row: row - whole.y, alignment: .trailing)
    }
  }

  private func drawXAxis(on canvas: inout Canvas) {
    for column in plot.x..<plot.maxX where xRows == 2 {
      canvas.write("─", at: Point(x: column, y: plot.maxY), style: .rule, within: whole)
    }
    var free = whole.x
    for tick in x.ticks(columns: plot.width) {
      guard let cell = x.cell(of: tick.value, cells: plot.width) else { continue }
      let column = plot.x + cell
      if xRows == 2 {
        canvas.write("┬", at: Point(x: column, y: plot.maxY), style: .rule, within: whole)
      }
      let start = min(max(column - tick.label.count / 2, whole.x), plot.maxX - tick.label.count)
      guard start >= free else { continue }
      let point = Point(x: start, y: plot.maxY + xRows - 1)
      free = start + 1 + canvas.write(tick.label, at: point, style: .muted, within: whole)
    }
  }
}
