/// A way over a plane, such as that of a run over a loss surface: where it began, where it is, where it goes next.
public struct PlanePath: Hashable, Sendable {
  /// A place of the plane.
  public struct Place: Hashable, Sendable {
    /// From left to right.
    public var x: Double
    /// From bottom to top.
    public var y: Double

    /// Makes a place.
    public init(x: Double, y: Double) {
      self.x = x
      self.y = y
    }
  }

  /// The places in order, at least one.
  public var places: [Place]
  /// Where it is, if that is not the last of its places: a way may be cut where it leaves for good.
  public var present: Place?
  /// The place that the arrow points to; nil for no arrow.
  public var next: Place?
  /// The color of the way.
  public var style: Style
  /// The line of the way, for where there is no color.
  public var pattern: LinePattern

  /// Makes a way.
  public init(
    _ places: [Place], present: Place? = nil, next: Place? = nil, style: Style = Style(.series1),
    pattern: LinePattern = .solid
  ) {
    self.places = places
    self.present = present
    self.next = next
    self.style = style
    self.pattern = pattern
  }
}

/// Ways over a surface that is drawn as tones and lines of one height, with their heights beside them.
public struct PlanePlot: Hashable, Sendable {
  /// A line of one height.
  public struct Level: Hashable, Sendable {
    /// The line.
    public var contour: Contour
    /// Its height as it is written.
    public var label: String

    /// Makes a line of one height.
    public init(_ contour: Contour, label: String) {
      self.contour = contour
      self.label = label
    }
  }

  /// The ways; later ones lie above earlier ones.
  public var paths: [PlanePath]
  /// The range from left to right.
  public var x: Axis
  /// The range from bottom to top.
  public var y: Axis
  /// The surface.
  public var field: Field?
  /// Its lines of one height.
  public var levels: [Level]
  /// The lowest place of the surface, where it is known to have one.
  public var lowest: PlanePath.Place?

  /// Makes a plot.
  public init(
    _ paths: [PlanePath], x: Axis, y: Axis, field: Field? = nil, levels: [Level] = [],
    lowest: PlanePath.Place? = nil
  ) {
    self.paths = paths
    self.x = x
    self.y = y
    self.field = field
    self.levels = levels
    self.lowest = lowest
  }

  /// Draws the plot in a rectangle of any size; what has no room is left out.
  ///
  /// A way begins at S and has got to ●, a star in ASCII, or beyond the edge where an arrow points out of the plot; another
  /// arrow shows where its next step leads. A way that swings for long has dots in place of its earlier lines. × is the
  /// lowest place, an x in ASCII. What lies below is drawn on `Ramp.relief`, on which each way is legible by its own hue on
  /// every height.
  public func draw(in rect: Rect, on canvas: inout Canvas) {
    guard !rect.isEmpty else { return }
    let frame = PlotFrame(in: rect, x: x, y: y)
    frame.draw(on: &canvas)
    if let field {
      let size = canvas.samples(in: frame.plot)
      canvas.drawTones(in: frame.plot, texture: .quiet) { field.tone(x: $0, y: $1, of: size) }
    }
    drawLines(in: frame.plot, on: &canvas)
    var ways = Raster(size: frame.plot.size, glyphs: canvas.glyphs)
    for path in paths { trace(path, on: &ways) }
    ways.draw(on: &canvas, at: frame.plot.origin, within: rect)
    for path in paths { drawStep(of: path, in: frame.plot, on: &canvas) }
    // A step that leads there must not hide the lowest place.
    if let lowest, let cell = cell(lowest, in: frame.plot) {
      let sign = canvas.glyphs == .ascii ? "x" : "×"
      write(sign, at: cell, Style(.text, .bold), in: frame.plot, on: &canvas)
    }
    for path in paths { drawEnds(of: path, in: frame.plot, on: &canvas) }
    writeHeights(in: frame.plot, beside: ways, on: &canvas)
  }

  /// The look of the lines of one height: a gray that is seen on every height, and does not stand out as a way does.
  public static let line = Style(.rule, tone: Tone(.gray, level: 12))

  /// The lines, faint below the ways; of a ring that is a blob of dots the tone of what it holds says enough.
  private func drawLines(in plot: Rect, on canvas: inout Canvas) {
    var raster = Raster(size: plot.size, glyphs: canvas.glyphs)
    let style = canvas.showsTones ? Self.line : .rule
    for level in levels where isLine(level, in: plot) {
      level.contour.draw(on: &raster, style: style)
    }
    raster.draw(on: &canvas, at: plot.origin, within: plot)
  }

  /// Whether a line is more than a blob of dots: it goes on beyond the plot, or is a ring of more than a row.
  private func isLine(_ level: Level, in plot: Rect) -> Bool {
    let places = level.contour.places
    let heights = places.map(\.y)
    return places.contains { $0.x < 0.06 || $0.x > 0.94 }
      || ((heights.max() ?? 0) - (heights.min() ?? 0)) * Double(plot.height) > 1
  }

  /// Each height on its line in a row of its own, as far to the right as no way is in its way.
  private func writeHeights(in plot: Rect, beside ways: Raster, on canvas: inout Canvas) {
    guard plot.height >= 5 else { return }
    var taken = ends(in: plot)
    for level in levels where isLine(level, in: plot) {
      let width = canvas.glyphs.columns(of: level.label)
      guard width + 2 <= plot.width / 3 else { continue }
      let places = level.contour.places.sorted { $0.x > $1.x }.lazy.map {
        heightPlace(at: $0, width: width, in: plot)
      }
      let free = places.first { place in
        ways.isBlank(in: place.moved(x: -plot.x, y: -plot.y))
          && taken.allSatisfy { $0.intersection(place.inset(left: -1, right: -1)).isEmpty }
      }
      guard let free else { continue }
      taken.append(Rect(x: plot.x, y: free.y, width: plot.width, height: 1))
      write(level.label, at: free.origin, .text, in: plot, on: &canvas)
    }
  }

  /// Where the ways begin and end and the lowest place is, with the cells around them, in one of which an arrow's head may
  /// stand.
  private func ends(in plot: Rect) -> [Rect] {
    (paths.flatMap { [$0.places.first, $0.places.last] } + [lowest]).compactMap { place in
      place.flatMap { cell($0, in: plot) }.map {
        Rect(x: $0.x - 1, y: $0.y - 1, width: 3, height: 3)
      }
    }
  }

  /// In the middle of its line, as on any map: beside it, it would be taken for the height of what the line holds.
  private func heightPlace(at place: Contour.Place, width: Int, in plot: Rect) -> Rect {
    let column = Int(place.x * Double(plot.width)) - width / 2
    let row = Int(place.y * Double(plot.height))
    return Rect(
      x: plot.x + min(max(0, column), plot.width - width),
      y: plot.y + min(max(0, row), plot.height - 1), width: width, height: 1)
  }

  private func trace(_ path: PlanePath, on raster: inout Raster) {
    let (on, off) = path.pattern.dashes(raster.glyphs)
    var dot = -1
    var before: Point?
    let firstLine = firstLine(of: path, raster)
    for (index, place) in path.places.enumerated() {
      let here = point(place, raster)
      if let here, index < firstLine {
        raster.line(from: here, to: here, style: path.style)
      } else if let before, let here {
        raster.line(from: before, to: here, style: path.style) {
          dot += 1
          return dot % (on + off) < on
        }
      }
      before = here
    }
    guard let last = path.places.last, let next = path.next, let start = point(last, raster),
      let end = point(next, raster)
    else { return }
    raster.line(from: start, to: end, style: path.style)
  }

  /// The first place that a line leads to: lines that go to and fro over one another would be a solid block, so that of a way
  /// that swings for long only the last ones are drawn, and its earlier places as dots.
  private func firstLine(of path: PlanePath, _ raster: Raster) -> Int {
    let places = path.places.compactMap { point($0, raster) }
    let steps = zip(places, places.dropFirst()).map { Point(x: $1.x - $0.x, y: $1.y - $0.y) }
    let turns = zip(steps, steps.dropFirst()).count { before, next in
      // By more than a cell.
      before.x * next.x + before.y * next.y < -16
    }
    return turns > Self.mostTurns ? max(0, path.places.count - Self.lastLines) : 0
  }

  /// The most times that a way turns round while all of its lines can be told apart.
  private static let mostTurns = 12
  /// The lines that are drawn of one that turns more often.
  private static let lastLines = 4

  /// The dot of a place; what lies beyond the plot by more than its size is brought near.
  private func point(_ place: PlanePath.Place, _ raster: Raster) -> Point? {
    guard let across = x.fraction(of: place.x), let up = y.fraction(of: place.y) else { return nil }
    func near(_ fraction: Double) -> Double { min(2, max(-1, fraction)) }
    return Point(
      x: CurveTracer.dot(near(across), count: raster.width),
      y: raster.height - 1 - CurveTracer.dot(near(up), count: raster.height))
  }

  private func drawStep(of path: PlanePath, in plot: Rect, on canvas: inout Canvas) {
    guard let here = path.present ?? path.places.last, let next = path.next else { return }
    let bold = Style(path.style.role, .bold, tone: path.style.tone)
    drawArrow(from: here, to: next, bold, in: plot, on: &canvas)
  }

  private func drawEnds(of path: PlanePath, in plot: Rect, on canvas: inout Canvas) {
    let bold = Style(path.style.role, .bold, tone: path.style.tone)
    if let first = path.places.first, let cell = cell(first, in: plot) {
      write("S", at: cell, bold, in: plot, on: &canvas)
    }
    guard let here = path.present ?? path.places.last else { return }
    if let cell = cell(here, in: plot) {
      write(canvas.glyphs == .ascii ? "*" : "●", at: cell, bold, in: plot, on: &canvas)
    } else {
      drawWayOut(to: here, bold, in: plot, on: &canvas)
    }
  }

  /// An arrow at the edge that a place lies beyond.
  private func drawWayOut(
    to place: PlanePath.Place, _ style: Style, in plot: Rect, on canvas: inout Canvas
  ) {
    let inside = PlanePath.Place(
      x: min(x.upper, max(x.lower, place.x)), y: min(y.upper, max(y.lower, place.y)))
    guard let edge = cell(inside, in: plot) else { return }
    let arrow = Arrow(beyond: place.x - inside.x, place.y - inside.y)
    write(arrow.glyph(canvas.glyphs), at: edge, style, in: plot, on: &canvas)
  }

  /// The head of the arrow where the step ends, or beside its start where the step is shorter than a cell; a way that rests
  /// has none.
  private func drawArrow(
    from start: PlanePath.Place, to end: PlanePath.Place, _ style: Style, in plot: Rect,
    on canvas: inout Canvas
  ) {
    let across = (end.x - start.x) / (x.upper - x.lower) * Double(plot.width)
    // A cell is twice as high as it is wide.
    let up = (end.y - start.y) / (y.upper - y.lower) * Double(plot.height) * 2
    guard across.isFinite, up.isFinite, max(abs(across), abs(up)) > Self.rest,
      let from = cell(start, in: plot)
    else { return }
    let arrow = Arrow(across: across, up: up)
    let beside = Point(x: from.x + arrow.column, y: from.y - arrow.row)
    let head = cell(end, in: plot).flatMap { $0 == from ? nil : $0 } ?? beside
    write(arrow.glyph(canvas.glyphs), at: head, style, in: plot, on: &canvas)
  }

  /// The columns that nobody sees a step move by.
  private static let rest = 0.05

  private func cell(_ place: PlanePath.Place, in plot: Rect) -> Point? {
    guard let column = x.cell(of: place.x, cells: plot.width),
      let row = y.cell(of: place.y, cells: plot.height)
    else { return nil }
    return Point(x: plot.x + column, y: plot.maxY - 1 - row)
  }

  /// Writes over the surface without tearing a hole into it.
  private func write(
    _ text: String, at point: Point, _ style: Style, in plot: Rect, on canvas: inout Canvas
  ) {
    let columns = point.x..<point.x + canvas.glyphs.columns(of: text)
    let grounds = columns.map { canvas.ground(at: Point(x: $0, y: point.y)) }
    canvas.write(text, at: point, style: style, within: plot)
    for (x, ground) in zip(columns, grounds) { canvas[x, point.y].style.ground = ground }
  }
}
