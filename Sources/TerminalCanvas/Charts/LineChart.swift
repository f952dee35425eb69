/// A vertical line at an x with a label above it: a change of the learning rate, the cursor.
public struct Mark: Hashable, Sendable {
  /// Where the line stands.
  public var x: Double
  /// What happened there.
  public var label: String
  /// How line and label are drawn.
  public var style: Style

  /// Makes a mark.
  public init(x: Double, _ label: String, style: Style = .accent) {
    self.x = x
    self.label = label
    self.style = style
  }
}

/// Curves over a common x, such as the loss while a network learns.
public struct LineChart: Hashable, Sendable {
  /// The curves; later ones lie above earlier ones.
  public var series: [Series]
  /// The range shown from left to right.
  public var x: Axis
  /// The range shown from bottom to top.
  public var y: Axis
  /// Labeled vertical lines.
  public var marks: [Mark]
  /// The present, where there is more of the curves than has happened by now: what comes after it is dim.
  public var now: Double?

  /// Makes a chart.
  public init(_ series: [Series], x: Axis, y: Axis, marks: [Mark] = [], now: Double? = nil) {
    self.series = series
    self.x = x
    self.y = y
    self.marks = marks
    self.now = now
  }

  /// Draws the chart in a rectangle of any size; what has no room is left out.
  public func draw(in rect: Rect, on canvas: inout Canvas) {
    guard !rect.isEmpty else { return }
    let (labels, rest) = rect.split(top: labelRows(in: rect))
    let (chart, names) = rest.split(right: nameColumns(in: rect, glyphs: canvas.glyphs))
    let frame = PlotFrame(in: chart, x: x, y: y)
    frame.draw(on: &canvas)
    drawMarks(in: frame.plot, labels: labels, on: &canvas)
    let layers = layers
    let signed = layers.filter { $0.sign != nil }
    draw(signed, in: frame.plot, on: &canvas)
    drawSigns(in: frame.plot, on: &canvas)
    draw(
      signed.isEmpty ? layers : layers.filter { $0.sign == nil }, in: frame.plot, on: &canvas)
    drawHeads(in: frame.plot, on: &canvas)
    CurveNote.draw(for: series, x: x, y: y, in: frame.plot, on: &canvas)
    drawNames(in: names, beside: frame.plot, on: &canvas)
  }

  private func draw(_ curves: [Series], in plot: Rect, on canvas: inout Canvas) {
    guard !curves.isEmpty else { return }
    var raster = Raster(size: plot.size, glyphs: canvas.glyphs)
    for curve in curves { CurveTracer(x: x, y: y).trace(curve, on: &raster) }
    raster.draw(on: &canvas, at: plot.origin, within: plot)
  }

  private func drawSigns(in plot: Rect, on canvas: inout Canvas) {
    for curve in series {
      guard let sign = curve.sign else { continue }
      for place in curve.points.compactMap({ cell(of: $0, in: plot) }) {
        canvas.write(String(sign), at: place, style: curve.style, within: plot)
      }
    }
  }

  /// The cell of a point's newest value; nil where the axes do not reach it.
  func cell(of point: Bucket, in plot: Rect) -> Point? {
    guard let column = x.cell(of: point.x, cells: plot.width),
      let row = y.cell(of: point.last, cells: plot.height)
    else { return nil }
    return Point(x: plot.x + column, y: plot.maxY - 1 - row)
  }

  /// The curves from back to front: what is faint or still to come, then the rest.
  private var layers: [Series] {
    let parts = series.flatMap { curve -> [Series] in
      guard let now else { return [curve] }
      let (past, future) = curve.split(at: now)
      return [future.faint, past]
    }
    return parts.filter(\.isFaint) + parts.filter { !$0.isFaint }
  }

  /// Marks where each curve has got to; later ones lie above earlier ones.
  private func drawHeads(in plot: Rect, on canvas: inout Canvas) {
    for curve in series where curve.hasHead {
      guard let place = past(of: curve).points.last.flatMap({ cell(of: $0, in: plot) }) else {
        continue
      }
      canvas.write("●", at: place, style: curve.headStyle, within: plot)
    }
  }

  /// A curve as far as it has happened.
  func past(of curve: Series) -> Series { now.map { curve.split(at: $0).past } ?? curve }

  /// Rows above the plot for the labels of marks.
  func labelRows(in rect: Rect) -> Int { !marks.isEmpty && rect.height >= 7 ? 1 : 0 }

  /// Draws the lines, and the labels from right to left: the newest is the last to go.
  private func drawMarks(in plot: Rect, labels: Rect, on canvas: inout Canvas) {
    var free = labels.maxX
    for mark in marks.sorted(by: { $0.x > $1.x }) {
      guard let cell = x.cell(of: mark.x, cells: plot.width) else { continue }
      let column = plot.x + cell
      for row in plot.y..<plot.maxY {
        let line = canvas.glyphs == .ascii ? ":" : "┊"
        canvas.write(line, at: Point(x: column, y: row), style: mark.style, within: plot)
      }
      let width = canvas.glyphs.columns(of: mark.label)
      let start = min(column, labels.maxX - width)
      guard start + width <= free, start >= labels.x, labels.height > 0 else { continue }
      canvas.write(mark.label, at: Point(x: start, y: labels.y), style: mark.style, within: labels)
      free = start - 1
    }
  }
}

extension Series {
  /// True for what is drawn below all others.
  fileprivate var isFaint: Bool { style.attributes.contains(.dim) }

  /// A head is as bright as it can be, whatever its curve is.
  var headStyle: Style { Style(style.role, tone: style.tone) }
}
