/// How a point looks that belongs to no class.
public struct PlotMark: Hashable, Sendable {
  /// Its sign; one of one column also in ASCII.
  public let glyph: Character
  /// The color of its sign.
  public let style: Style
  /// Whether half a cell stands for it where it is high or low in its row: a line through it is drawn as finely, and
  /// would miss a sign in the middle.
  ///
  /// Its sign is a square, then, as half a cell is.
  public let isFine: Bool
  /// Whether it has its own hue in a field, too, out of which its cell is cut: the hue says what the field should be there.
  public let keepsHue: Bool

  /// Makes a look.
  public init(_ glyph: Character, _ style: Style, isFine: Bool = false, keepsHue: Bool = false) {
    self.glyph = glyph
    self.style = style
    self.isFine = isFine
    self.keepsHue = keepsHue
  }

  /// What a picture is about, such as the place where a run stands.
  public static let shown = PlotMark("●", Style(.accent, .bold))
  /// What stands beside it.
  public static let other = PlotMark("○", .text)
}

/// A point of a scatter plot.
public struct PlotPoint: Hashable, Sendable {
  /// The place from left to right.
  public var x: Double
  /// The place from bottom to top.
  public var y: Double
  /// Its class, which decides its glyph and its role.
  public var group: Int
  /// What sets it apart from others of its class.
  public var attributes: Style.Attributes
  /// Whether it is taken for another class: then it stands in a box of one color, whatever its class and the field, whose
  /// hues would say that one of the two is right.
  public var isBoxed: Bool
  /// How it looks in place of its class; nil for a point of a class.
  public var mark: PlotMark?

  /// Makes a point of a class.
  public init(
    x: Double, y: Double, group: Int = 0, attributes: Style.Attributes = [], isBoxed: Bool = false
  ) {
    self.x = x
    self.y = y
    self.group = group
    self.attributes = attributes
    self.isBoxed = isBoxed
  }

  /// Makes a point of no class.
  public init(x: Double, y: Double, _ mark: PlotMark) {
    self.init(x: x, y: y)
    self.mark = mark
  }
}

/// Points of several classes, with curves and a field behind them.
public struct ScatterPlot: Hashable, Sendable {
  /// The points; later ones lie above earlier ones.
  public var points: [PlotPoint]
  /// The range from left to right.
  public var x: Axis
  /// The range from bottom to top.
  public var y: Axis
  /// Curves below the points, such as a fitted line.
  public var curves: [Series]
  /// Tones behind everything, such as the regions of a classifier.
  public var field: Field?
  /// Lines along which the field changes sides.
  public var contours: [Contour]

  /// Makes a plot.
  public init(
    _ points: [PlotPoint], x: Axis, y: Axis, curves: [Series] = [], field: Field? = nil,
    contours: [Contour] = []
  ) {
    self.points = points
    self.x = x
    self.y = y
    self.curves = curves
    self.field = field
    self.contours = contours
  }

  /// The glyph of a class: `o` and `x` of two, else a digit, from ten on a letter.
  ///
  /// - Parameters:
  ///   - group: the class, from 0.
  ///   - classes: how many there are.
  /// - Returns: a character of one column; 36 classes have one each.
  public static func glyph(group: Int, classes: Int = 2) -> Character {
    let glyphs: [Character] = classes <= 2 ? ["o", "x"] : digits
    return glyphs[((group % glyphs.count) + glyphs.count) % glyphs.count]
  }

  private static let digits = Array("0123456789abcdefghijklmnopqrstuvwxyz")

  /// The style of a class: the hue of its region.
  public static func style(group: Int) -> Style {
    Style(.text, .bold, tone: Tone(.confidence(ofClass: group), level: Tone.top))
  }

  /// The style of a point that is taken for another class: text and background exchanged, as no class has these hues.
  public static let boxed = Style(.text, [.bold, .reversed])

  /// What fills the field where its tone is highest, and shows without color.
  public static func texture(_ glyphs: GlyphSet) -> Character {
    let tone = Tone(.sign, level: Tone.top)
    return Texture.quiet.character(for: tone, at: Point(x: 0, y: 0), glyphs)
  }

  /// The columns of the plot itself, without the labels of its axes.
  public static func columns(in rect: Rect, x: Axis, y: Axis) -> Int {
    PlotFrame(in: rect, x: x, y: y).plot.width
  }

  /// The cells of the plot itself, without its axes and their labels.
  public static func plot(in rect: Rect, x: Axis, y: Axis) -> Rect {
    PlotFrame(in: rect, x: x, y: y).plot
  }

  /// The place that a cell of a plot in a rectangle stands for; nil outside of the plot.
  public static func place(
    of cell: Point, in rect: Rect, x: Axis, y: Axis
  ) -> (x: Double, y: Double)? {
    let plot = plot(in: rect, x: x, y: y)
    guard plot.contains(cell) else { return nil }
    return (
      x.value(at: (Double(cell.x - plot.x) + 0.5) / Double(plot.width)),
      y.value(at: (Double(plot.maxY - 1 - cell.y) + 0.5) / Double(plot.height))
    )
  }

  /// Samples of a field that a plot in a rectangle shows every one of.
  public static func fieldSize(in rect: Rect, x: Axis, y: Axis, on canvas: Canvas) -> Size {
    canvas.samples(in: PlotFrame(in: rect, x: x, y: y).plot)
  }

  /// Draws the plot in a rectangle of any size; what has no room is left out.
  public func draw(in rect: Rect, on canvas: inout Canvas) {
    guard !rect.isEmpty else { return }
    let frame = PlotFrame(in: rect, x: x, y: y)
    frame.draw(on: &canvas)
    drawField(in: frame.plot, on: &canvas)
    let crowds = crowds(in: frame.plot)
    draw(points.filter { crowds.contains($0.mark) }, in: frame.plot, on: &canvas)
    var raster = Raster(size: frame.plot.size, glyphs: canvas.glyphs)
    // Only dots are fine enough for a line in a texture; elsewhere the texture itself changes there.
    let showsContours = canvas.showsTones || canvas.glyphs == .braille
    for contour in contours where showsContours || contour.partsClasses {
      contour.draw(on: &raster)
    }
    for curve in curves { CurveTracer(x: x, y: y).trace(curve, on: &raster) }
    raster.draw(on: &canvas, at: frame.plot.origin, within: rect)
    draw(points.filter { !crowds.contains($0.mark) }, in: frame.plot, on: &canvas)
    CurveNote.draw(for: curves, x: x, y: y, in: frame.plot, on: &canvas)
  }

  /// Two axes, one of them made longer, with which a unit is as long across as down: circles are round.
  ///
  /// A cell is taken to be twice as tall as it is wide. Logarithmic axes are left alone.
  public static func equalUnits(x: Axis, y: Axis, in rect: Rect) -> (x: Axis, y: Axis) {
    guard x.scale == .linear, y.scale == .linear else { return (x, y) }
    var axes = (x: x, y: y)
    // The labels take their room by the axes, which depend on the room: twice is near enough.
    for _ in 0..<2 {
      let plot = PlotFrame(in: rect, x: axes.x, y: axes.y).plot
      guard !plot.isEmpty else { return axes }
      let across = x.span / Double(plot.width)
      let down = y.span / Double(2 * plot.height)
      axes = (
        x: x.widened(to: max(across, down) * Double(plot.width)),
        y: y.widened(to: max(across, down) * Double(2 * plot.height))
      )
    }
    return axes
  }

  /// The looks of points beside a curve that lie under it: so many of one look that it would be seen in pieces only.
  private func crowds(in plot: Rect) -> Set<PlotMark?> {
    guard field == nil, points.contains(where: { $0.mark?.isFine == true }) else { return [] }
    let looks = Dictionary(grouping: points.compactMap(\.mark)) { $0 }
    return Set(looks.filter { 3 * $1.count > 2 * plot.width }.keys)
  }

  private func drawField(in plot: Rect, on canvas: inout Canvas) {
    guard let field else { return }
    let size = canvas.samples(in: plot)
    canvas.drawTones(in: plot, texture: .quiet) { field.tone(x: $0, y: $1, of: size) }
  }

  private func draw(_ points: [PlotPoint], in plot: Rect, on canvas: inout Canvas) {
    let places = points.map { place(of: $0, in: plot) }
    let classes = (self.points.map(\.group).max() ?? 0) + 1
    if field != nil && !canvas.showsTones {
      // Blanks beside a point keep it legible in a texture.
      for case let place? in places {
        clear(place.x - 1, place.y, in: plot, on: &canvas)
        clear(place.x + 1, place.y, in: plot, on: &canvas)
      }
    }
    let outvoted = outvoted(points, at: places)
    for case (let point, let place?) in zip(points, places)
    where outvoted[place] != point.isBoxed {
      let style = style(of: point, on: canvas.ground(at: place))
      let glyph =
        raised(point, in: plot, canvas.glyphs) ?? point.mark?.glyph
        ?? Self.glyph(group: point.group, classes: classes)
      canvas.write(String(glyph), at: place, style: style, within: plot)
    }
  }

  /// The cells in which points are boxed and others are not, with the kind that has fewer: among the right a wrong one would
  /// box all of them.
  private func outvoted(_ points: [PlotPoint], at places: [Point?]) -> [Point: Bool] {
    guard points.contains(where: \.isBoxed) else { return [:] }
    var votes: [Point: Int] = [:]
    for case (let point, let place?) in zip(points, places) {
      votes[place, default: 0] += point.isBoxed ? 1 : -1
    }
    return votes.mapValues { $0 < 0 }
  }

  private func style(of point: PlotPoint, on ground: Tone?) -> Style {
    var style = point.isBoxed ? Self.boxed : point.mark?.style ?? Self.style(group: point.group)
    if let ground, !point.isBoxed, point.mark?.keepsHue != true {
      // On a region black or white is legible, and its own hue is not.
      (style.ground, style.tone) = (ground, nil)
    }
    style.attributes.formUnion(point.attributes)
    return style
  }

  /// The half of a cell that stands for a fine mark; nil where its sign does.
  private func raised(_ point: PlotPoint, in plot: Rect, _ glyphs: GlyphSet) -> Character? {
    guard point.mark?.isFine == true, glyphs != .ascii,
      let fraction = y.fraction(of: point.y), let row = y.cell(of: point.y, cells: plot.height)
    else { return nil }
    let height = fraction * Double(plot.height) - Double(row)
    return height > 0.67 ? "▀" : height < 0.33 ? "▄" : nil
  }

  private func place(of point: PlotPoint, in plot: Rect) -> Point? {
    guard let column = x.cell(of: point.x, cells: plot.width),
      let row = y.cell(of: point.y, cells: plot.height)
    else { return nil }
    return Point(x: plot.x + column, y: plot.maxY - 1 - row)
  }

  private func clear(_ x: Int, _ y: Int, in plot: Rect, on canvas: inout Canvas) {
    guard plot.contains(Point(x: x, y: y)) else { return }
    canvas[x, y].character = " "
  }
}

/// Glyphs that stand for amounts.
enum Shade {
  /// A quarter, a half, three quarters, all.
  static func level(_ level: Int, _ glyphs: GlyphSet) -> Character {
    let shades: [Character] = glyphs == .ascii ? [".", ":", "*", "#"] : ["░", "▒", "▓", "█"]
    return shades[min(3, max(0, level))]
  }
}
