/// A matrix of values as cells of tones, with their numbers where these have room.
public struct HeatMap: Hashable, Sendable {
  /// What is written into a cell that has room for it.
  public enum Label: Hashable, Sendable {
    case decimals(Int)
    /// Counts; 0 is a dot.
    case whole
    case none
  }

  /// The values, row by row; rows may differ in length.
  public var rows: [[Double]]
  /// How values become tones; nil for signs up to the largest value.
  public var scale: ToneScale?
  /// What is written into a cell that has room for it.
  public var label: Label

  /// Makes a heat map.
  public init(_ rows: [[Double]], scale: ToneScale? = nil, label: Label = .decimals(3)) {
    self.rows = rows
    self.scale = scale
    self.label = label
  }

  /// The scale that is drawn with.
  public var drawnScale: ToneScale {
    scale
      ?? ToneScale(reaching: rows.joined().lazy.filter(\.isFinite).map(abs).max() ?? 0)
  }

  /// Draws the matrix in a rectangle of any size: numbers where they fit, else tones, else sign and shade.
  public func draw(in area: Rect, on canvas: inout Canvas) {
    let columns = rows.map(\.count).max() ?? 0
    guard !area.isEmpty, columns > 0 else { return }
    let width = cellWidth(columns: columns, in: area.width)
    let isDense = canvas.showsTones && canvas.glyphs != .ascii && rows.count > area.height
    if isDense { return drawDense(in: area, cellWidth: min(2, width), on: &canvas) }
    let scale = drawnScale
    let shown = rows.count <= area.height ? rows.count : max(0, area.height - 1)
    for row in 0..<shown {
      draw(rows[row], scale, width: width, in: area.inset(top: row), on: &canvas)
    }
    if shown < rows.count {
      canvas.write(StyledText("+\(rows.count - shown) rows", .muted), in: area, row: shown)
    }
  }

  /// As wide as the numbers and a blank; else two columns, else one.
  private func cellWidth(columns: Int, in room: Int) -> Int {
    if let wide = numberWidth, columns * (wide + 1) <= room { return wide + 1 }
    return columns * 2 <= room ? 2 : 1
  }

  private var numberWidth: Int? {
    switch label {
    case .decimals(let count): count + 3
    case .whole:
      max(2, rows.joined().map { $0.formatted(decimals: 0).count }.max() ?? 1) + 1
    case .none: nil
    }
  }

  /// Two rows of values a row of cells.
  private func drawDense(in area: Rect, cellWidth width: Int, on canvas: inout Canvas) {
    let scale = drawnScale
    let shown = (rows.count + 1) / 2 <= area.height ? rows.count : max(0, 2 * (area.height - 1))
    let picture = area.split(top: (shown + 1) / 2).top
    canvas.drawTones(in: picture) { x, y in
      y < shown && x / width < rows[y].count ? scale.tone(rows[y][x / width]) : nil
    }
    if shown < rows.count {
      let text = StyledText("+\(rows.count - shown) rows", .muted)
      canvas.write(text, in: area, row: area.height - 1)
    }
    markHidden(columns: area.width / width, in: picture, on: &canvas)
  }

  /// An ellipsis at the right of rows that have more values than columns.
  private func markHidden(columns: Int, in area: Rect, on canvas: inout Canvas) {
    guard (rows.map(\.count).max() ?? 0) > columns else { return }
    for row in 0..<area.height {
      let point = Point(x: area.maxX - 1, y: area.y + row)
      canvas.write(canvas.glyphs.ellipsis, at: point, style: .muted, within: area)
    }
  }

  private func draw(
    _ values: [Double], _ scale: ToneScale, width: Int, in area: Rect, on canvas: inout Canvas
  ) {
    let room = area.width / width
    let shown = values.count <= room ? values.count : max(0, (area.width - 1) / width)
    for (index, value) in values.prefix(shown).enumerated() {
      let point = Point(x: area.x + index * width, y: area.y)
      let text = text(value, scale, width: width, on: canvas)
      canvas.write(text, at: point, within: area)
    }
    if shown < values.count {
      let point = Point(x: area.x + shown * width, y: area.y)
      canvas.write(canvas.glyphs.ellipsis, at: point, style: .muted, within: area)
    }
  }

  private func text(
    _ value: Double, _ scale: ToneScale, width: Int, on canvas: Canvas
  ) -> StyledText {
    let hasNumber = numberWidth.map { width > $0 } ?? false
    let tone = scale.tone(value)
    if canvas.showsTones, let tone {
      let text = hasNumber ? number(value, width: width - 1) : ""
      let padding = String(repeating: " ", count: width - text.count)
      return StyledText(hasNumber ? text + padding : padding, Style(ground: tone))
    }
    if hasNumber { return StyledText(number(value, width: width - 1), style(value, tone)) }
    return StyledText(shade(value, tone, width: width, canvas.glyphs), style(value, tone))
  }

  private func number(_ value: Double, width: Int) -> String {
    let text =
      switch label {
      case .decimals(let count):
        value.fitted(width: width, decimals: count, signed: drawnRamp == .sign && value != 0)
      case .whole: value == 0 ? "·" : value.formatted(decimals: 0)
      case .none: ""
      }
    return String(repeating: " ", count: max(0, width - text.count)) + text
  }

  private var drawnRamp: Ramp { scale?.ramp ?? .sign }

  private func style(_ value: Double, _ tone: Tone?) -> Style {
    guard value.isFinite, let tone else { return .warning }
    guard tone.ramp == .sign else { return Style(.text, tone: tone) }
    let role: Role = value < 0 ? .negative : value > 0 ? .positive : .muted
    return Style(role, abs(tone.value) > 0.75 ? .bold : [])
  }

  /// Sign and shade of a signed value, a digit of any other: its tenth of the way up the scale.
  private func shade(_ value: Double, _ tone: Tone?, width: Int, _ glyphs: GlyphSet) -> String {
    guard let tone, !value.isNaN else { return "?" }
    guard tone.ramp == .sign else { return String(min(9, Int(tone.value * 10))) }
    let sign = value == 0 ? "0" : value < 0 ? "-" : "+"
    guard width > 1 else { return sign }
    guard value != 0 else { return " 0" }
    let share = abs(value / drawnScale.axis.upper)
    return sign + (value.isFinite ? String(Shade.level(Int(min(1, share) * 4), glyphs)) : "")
  }
}
