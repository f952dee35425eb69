/// Values between 0 and 1 over a plane, such as a network's output for every input.
public struct Field: Hashable, Sendable {
  /// Samples across.
  public let columns: Int
  /// Samples down.
  public let rows: Int
  /// The samples row by row from the top left.
  public let values: [Double]

  /// Makes a field by asking for the middle of every sample.
  ///
  /// - Parameters:
  ///   - columns: samples across; a few dozen are enough, since a plot looks up the nearest one.
  ///   - rows: samples down.
  ///   - x: the range from left to right.
  ///   - y: the range from bottom to top.
  ///   - value: the value at a place.
  public init(
    columns: Int, rows: Int, x: Axis, y: Axis, value: (_ x: Double, _ y: Double) -> Double
  ) {
    self.columns = max(0, columns)
    self.rows = max(0, rows)
    var values: [Double] = []
    values.reserveCapacity(self.columns * self.rows)
    for row in 0..<self.rows {
      let height = y.value(at: 1 - (Double(row) + 0.5) / Double(rows))
      for column in 0..<self.columns {
        values.append(value(x.value(at: (Double(column) + 0.5) / Double(columns)), height))
      }
    }
    self.values = values
  }

  /// The sample nearest to a cell of a grid of `size` cells over the same plane.
  func value(x: Int, y: Int, in size: Size) -> Double? {
    guard !values.isEmpty, size.width > 0, size.height > 0 else { return nil }
    let column = min(columns - 1, (2 * x + 1) * columns / (2 * size.width))
    let row = min(rows - 1, (2 * y + 1) * rows / (2 * size.height))
    return values[row * columns + column]
  }
}

/// A point of a scatter plot.
public struct PlotPoint: Hashable, Sendable {
  /// The place from left to right.
  public var x: Double
  /// The place from bottom to top.
  public var y: Double
  /// Its class, which decides its glyph and its role.
  public var group: Int
  /// True for a point to stand out.
  public var isEmphasized: Bool

  /// Makes a point.
  public init(x: Double, y: Double, group: Int = 0, isEmphasized: Bool = false) {
    self.x = x
    self.y = y
    self.group = group
    self.isEmphasized = isEmphasized
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
  /// Shading behind everything, such as the regions of a classifier.
  public var field: Field?

  /// Makes a plot.
  public init(
    _ points: [PlotPoint], x: Axis, y: Axis, curves: [Series] = [], field: Field? = nil
  ) {
    self.points = points
    self.x = x
    self.y = y
    self.curves = curves
    self.field = field
  }

  /// The glyph of a class: `o x + *` and again.
  public static func glyph(group: Int) -> Character {
    ["o", "x", "+", "*"][((group % 4) + 4) % 4]
  }

  /// The style of a class.
  public static func style(group: Int) -> Style {
    let roles: [Role] = [.series1, .series2, .series3, .series4]
    return Style(roles[((group % 4) + 4) % 4], .bold)
  }

  /// What fills the field where its value is 1, and shows without color.
  public static func texture(_ glyphs: GlyphSet) -> Character {
    Shade.region(3, glyphs).character
  }

  /// Draws the plot in a rectangle of any size; what has no room is left out.
  public func draw(in rect: Rect, on canvas: inout Canvas) {
    guard !rect.isEmpty else { return }
    let frame = PlotFrame(in: rect, x: x, y: y)
    frame.draw(on: &canvas)
    drawField(in: frame.plot, on: &canvas)
    var raster = Raster(size: frame.plot.size, glyphs: canvas.glyphs)
    for curve in curves { CurveTracer(x: x, y: y).trace(curve, on: &raster) }
    let background = backgrounds(in: frame.plot, on: canvas)
    raster.draw(on: &canvas, at: frame.plot.origin, within: rect)
    if !background.isEmpty { restore(background, in: frame.plot, on: &canvas) }
    drawPoints(in: frame.plot, on: &canvas)
  }

  private func drawField(in plot: Rect, on canvas: inout Canvas) {
    guard let field else { return }
    let regions = (0...3).map { Shade.region($0, canvas.glyphs) }
    for row in 0..<plot.height {
      for column in 0..<plot.width {
        guard let value = field.value(x: column, y: row, in: plot.size), value.isFinite else {
          continue
        }
        let level = min(3, max(0, Int(min(1, max(0, value)) * 4)))
        canvas[plot.x + column, plot.y + row] = regions[level]
      }
    }
  }

  /// The role behind each cell, which curves and points keep.
  private func backgrounds(in plot: Rect, on canvas: Canvas) -> [Role?] {
    guard field != nil else { return [] }
    return (0..<plot.height).flatMap { row in
      (0..<plot.width).map { canvas[plot.x + $0, plot.y + row].style.background }
    }
  }

  private func restore(_ backgrounds: [Role?], in plot: Rect, on canvas: inout Canvas) {
    for (index, role) in backgrounds.enumerated() {
      let x = plot.x + index % plot.width
      canvas.restyle(x: x, y: plot.y + index / plot.width) { $0.background = role }
    }
  }

  private func drawPoints(in plot: Rect, on canvas: inout Canvas) {
    let places = points.map { place(of: $0, in: plot) }
    if field != nil {
      // Blanks beside a point keep it legible in a texture.
      for case let place? in places {
        clear(place.x - 1, place.y, in: plot, on: &canvas)
        clear(place.x + 1, place.y, in: plot, on: &canvas)
      }
    }
    for case (let point, let place?) in zip(points, places) {
      var style = Self.style(group: point.group)
      style.background = canvas[place.x, place.y].style.background
      if point.isEmphasized { style.attributes.insert(.reversed) }
      let glyph = String(Self.glyph(group: point.group))
      canvas.write(glyph, at: place, style: style, within: plot)
    }
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
  /// The cell of a decision region: a background and, for where there is no color, a texture.
  static func region(_ level: Int, _ glyphs: GlyphSet) -> Cell {
    let textures: [Character] = glyphs == .ascii ? [" ", ".", ":", "#"] : [" ", "·", "░", "▒"]
    let roles: [Role] = [.region0, .region1, .region2, .region3]
    return Cell(textures[level], Style(.muted, background: roles[level]))
  }

  /// A quarter, a half, three quarters, all.
  static func level(_ level: Int, _ glyphs: GlyphSet) -> Character {
    let shades: [Character] = glyphs == .ascii ? [".", ":", "*", "#"] : ["░", "▒", "▓", "█"]
    return shades[min(3, max(0, level))]
  }
}
