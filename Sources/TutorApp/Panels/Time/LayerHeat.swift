import NeuralNetwork
import TerminalCanvas

/// A map of one run: a band a layer, the first at the top as in all panels, and time from left to right.
///
/// Where there are fewer rows than layers, half blocks show two of them in a row.
struct LayerHeat {
  let history: LayerHistory
  let depth: Int
  /// How values become tones; the same for all runs and all times.
  let scale: ToneScale
  /// The update at the right end.
  let end: Int

  /// Columns of the layers' numbers and the blank behind them.
  static func labelWidth(depth: Int) -> Int { "\(depth)".count + 1 }

  /// Draws the bands; `note` says what to write at the right of a layer's.
  func draw(
    in rect: Rect, noteWidth: Int, note: (_ layer: Int) -> StyledText, on canvas: inout Canvas
  ) {
    let hasNotes = rect.width >= noteWidth + 16
    let (labels, rest) = rect.split(left: Self.labelWidth(depth: depth))
    let (picture, notes) = rest.split(right: hasNotes ? noteWidth + 1 : 0)
    let bands = Rect(
      x: picture.x, y: picture.y, width: picture.width, height: bandRows(in: rect.height))
    drawBands(in: bands, on: &canvas)
    let samples = samples(in: bands, on: canvas)
    var written = 0
    for row in 0..<bands.height {
      // Of two layers in a row the first is named.
      let layer = layer(ofRow: row * samples.height / bands.height, rows: samples.height)
      guard layer != written else { continue }
      written = layer
      canvas.write(StyledText("\(layer)", .muted), in: labels, row: row)
      canvas.write(note(layer), in: notes, row: row, alignment: .trailing)
    }
  }

  /// The rows that the bands take: as many for each layer, or all there are.
  func bandRows(in rows: Int) -> Int { rows >= depth ? rows / depth * depth : rows }

  /// The columns of the picture itself.
  static func picture(in rect: Rect, depth: Int, noteWidth: Int) -> Rect {
    rect.inset(
      left: labelWidth(depth: depth), right: rect.width >= noteWidth + 16 ? noteWidth + 1 : 0)
  }

  /// Where there are fewer rows than layers the first and the last have one.
  private func layer(ofRow row: Int, rows: Int) -> Int {
    rows < depth && rows > 1
      ? 1 + (row * (depth - 1) + (rows - 1) / 2) / (rows - 1)
      : 1 + row * depth / max(1, rows)
  }

  private func isDigits(on canvas: Canvas) -> Bool {
    !canvas.showsTones || canvas.glyphs == .ascii
  }

  /// Samples down are rows, or half rows.
  private func samples(in rect: Rect, on canvas: Canvas) -> Size {
    isDigits(on: canvas) ? rect.size : canvas.samples(in: rect)
  }

  private func drawBands(in rect: Rect, on canvas: inout Canvas) {
    let stretches = history.stretches(rect.width, until: end)
    guard !isDigits(on: canvas) else { return drawDigits(stretches, in: rect, on: &canvas) }
    let samples = samples(in: rect, on: canvas)
    canvas.drawTones(in: rect) { x, y in
      let layer = layer(ofRow: y, rows: samples.height)
      guard layer <= stretches[x].count, let value = stretches[x][layer - 1] else { return nil }
      return tone(of: value, isFuture: isFuture(column: x, of: rect.width))
    }
  }

  /// What was seen before going back has no color.
  private func tone(of value: Double, isFuture: Bool) -> Tone? {
    guard let tone = scale.tone(value), isFuture else { return scale.tone(value) }
    return Tone(.gray, level: Int(tone.level) * 2 / 3)
  }

  private func isFuture(column: Int, of columns: Int) -> Bool {
    column * end / max(1, columns) > history.now
  }

  private func drawDigits(_ stretches: [[Double?]], in rect: Rect, on canvas: inout Canvas) {
    for row in 0..<rect.height {
      let layer = layer(ofRow: row, rows: rect.height)
      for (column, values) in stretches.enumerated() where layer <= values.count {
        guard let value = values[layer - 1] else { continue }
        let isFuture = isFuture(column: column, of: rect.width)
        var style = Style(isFuture ? .muted : .text, isFuture ? .dim : [])
        if canvas.showsTones { style.ground = tone(of: value, isFuture: isFuture) }
        let point = Point(x: rect.x + column, y: rect.y + row)
        canvas.write(String(Self.digit(value, scale.axis)), at: point, style: style, within: rect)
      }
    }
  }

  /// The power of ten that a value begins with, without its minus: `3` stands for 0.001 to 0.00999.
  static func digit(_ value: Double, _ axis: Axis) -> Character {
    guard value > 0, let fraction = axis.fraction(of: value) else {
      return value == 0 ? "." : "!"
    }
    let decades = (axis.fraction(of: axis.lower * 10) ?? 1)
    let lowest = (axis.fraction(of: 1) ?? 0) / decades
    let exponent = Int((fraction / decades - lowest + 1e-9).rounded(.down))
    return exponent > 0 ? "+" : Character("\(min(9, -exponent))")
  }
}

/// What stands below maps of layers: the updates, and where the runs stand.
struct UpdateAxis {
  /// The update at the right end.
  let end: Int
  let now: Int

  func draw(in rect: Rect, on canvas: inout Canvas) {
    let axis = Axis(from: 0, to: Double(max(1, end)), whole: true)
    guard !rect.isEmpty else { return }
    let column = axis.cell(of: Double(now), cells: rect.width) ?? 0
    let label = "▲\(now)"
    let present = max(rect.x, min(rect.x + column, rect.maxX - label.count))
    canvas.write(label, at: Point(x: present, y: rect.y), style: .accent, within: rect)
    for tick in axis.ticks(columns: rect.width) {
      guard let cell = axis.cell(of: tick.value, cells: rect.width) else { continue }
      let start = min(rect.x + cell, rect.maxX - tick.label.count)
      let isFree = start + tick.label.count < present || start > present + label.count
      guard isFree else { continue }
      canvas.write(tick.label, at: Point(x: start, y: rect.y), style: .muted, within: rect)
    }
  }
}
