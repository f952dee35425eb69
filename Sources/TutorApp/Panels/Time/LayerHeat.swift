import NeuralNetwork
import TerminalCanvas

/// A map of one run: a band a layer, the first at the top as in all panels, and time from left to right.
///
/// Where there are fewer rows than layers, half blocks show two of them in a row, and both are named.
struct LayerHeat {
  let history: LayerHistory
  let depth: Int
  /// How values become tones; the same for all runs and all times.
  let scale: ToneScale
  /// The update at the right end.
  let end: Int

  /// Where the parts of a map stand.
  struct Places: Hashable {
    let labels, bands, notes: Rect
    /// Whether each row has two layers.
    let isPaired: Bool
  }

  /// Draws the bands; `note` says what to write at the right of a layer's.
  func draw(
    in rect: Rect, noteWidth: Int, note: (_ layer: Int) -> StyledText, on canvas: inout Canvas
  ) {
    let places = places(in: rect, noteWidth: noteWidth, on: canvas)
    let bands = places.bands
    drawBands(places, on: &canvas)
    let samples = samples(in: bands, on: canvas)
    var written = 0
    for row in 0..<bands.height {
      let layer = layer(
        ofRow: row * samples.height / bands.height, rows: samples.height, places.isPaired)
      guard layer != written else { continue }
      written = layer
      let layers = Array(places.isPaired ? layer...min(depth, layer + 1) : layer...layer)
      canvas.write(StyledText(Self.label(layers), .muted), in: places.labels, row: row)
      let notes = layers.map(note).reduce("") { $0.isEmpty ? $1 : $0 + " " + $1 }
      canvas.write(notes, in: places.notes, row: row, alignment: .trailing)
    }
  }

  private static func label(_ layers: [Int]) -> String {
    layers.map(String.init).joined(separator: "-")
  }

  /// Bands are equally high: as many rows for each layer, or half a row, or all there are.
  func places(in rect: Rect, noteWidth: Int, on canvas: Canvas) -> Places {
    let isPaired = rect.height < depth && 2 * rect.height >= depth && !isDigits(on: canvas)
    let rows =
      isPaired ? (depth + 1) / 2 : rect.height >= depth ? rect.height / depth * depth : rect.height
    let widest = Self.label(isPaired && depth > 1 ? [depth - 1, depth] : [depth])
    let notes = isPaired ? 2 * noteWidth + 1 : noteWidth
    let hasNotes = rect.width >= notes + 16
    let (labels, rest) = rect.split(left: widest.count + 1)
    let (picture, right) = rest.split(right: hasNotes ? notes + 1 : 0)
    return Places(
      labels: labels, bands: picture.split(top: rows).top, notes: right, isPaired: isPaired)
  }

  /// Where there are fewer rows than layers the first and the last have one.
  private func layer(ofRow row: Int, rows: Int, _ isPaired: Bool = false) -> Int {
    if isPaired { return row + 1 }
    return rows < depth && rows > 1
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

  private func drawBands(_ places: Places, on canvas: inout Canvas) {
    let rect = places.bands
    let stretches = history.stretches(rect.width, until: end)
    guard !isDigits(on: canvas) else { return drawDigits(stretches, in: rect, on: &canvas) }
    let samples = samples(in: rect, on: canvas)
    canvas.drawTones(in: rect) { x, y in
      let layer = layer(ofRow: y, rows: samples.height, places.isPaired)
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
