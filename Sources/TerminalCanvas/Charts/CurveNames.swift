extension LineChart {
  /// Columns for names beside a chart, the blank before them included.
  func nameColumns(in rect: Rect, glyphs: GlyphSet) -> Int {
    let longest = series.map { glyphs.columns(of: $0.name) }.max() ?? 0
    // A name beside the head of another, or far from its own, brings its own.
    let named = series.filter { $0.hasHead && !$0.name.isEmpty }
    let heads = named.count > 1 || named.contains(where: isApart) ? 2 : 0
    return longest == 0 ? 0 : min(longest, Self.nameWidth(in: rect.width)) + 1 + heads
  }

  /// The most columns of a name beside a chart of some width; fewer than 0 where names have no room at all.
  public static func nameWidth(in width: Int) -> Int {
    width < 30 ? -1 : max(width / 4 - 1, min(12, width / 3))
  }

  /// What stands before a name away from its curve's end, in the curve's color: a head would be read as a place in the plot, a
  /// dash as a minus.
  public static func nameTab(_ glyphs: GlyphSet) -> String { glyphs == .ascii ? "|" : "▌" }

  /// Writes each name where its curve ends; names that meet stand below one another in the order of the ends, none
  /// beside the head of another without a tab in its own color.
  func drawNames(in names: Rect, beside plot: Rect, on canvas: inout Canvas) {
    guard names.width > 1 else { return }
    let ends = namedEnds.prefix(plot.height)
    let start = nameStart(in: names, beside: plot)
    var free = 0
    for (index, end) in ends.enumerated() {
      let cell = Int(end.height * Double(plot.height) + 1e-9)
      let wanted = plot.height - 1 - min(plot.height - 1, cell)
      let row = min(max(wanted, free), plot.height - (ends.count - index))
      free = row + 1
      let x = end.curve.hasHead ? min(start, names.x + 1) : names.x + 1
      let isUnclear =
        isApart(end.curve) || isBesideAnother(end.curve, Point(x: x, y: plot.y + row), on: canvas)
      let tab = Self.nameTab(canvas.glyphs) + " "
      let name =
        StyledText(isUnclear ? tab : "", end.curve.headStyle)
        + StyledText(end.curve.name, end.curve.style)
      let place = Rect(x: x, y: names.y, width: names.maxX - x, height: names.height)
      canvas.write(name, in: place, row: plot.y + row - names.y)
    }
  }

  /// Whether something goes on to the right of a curve's head, so that its name would be read as that of another end.
  private func isApart(_ curve: Series) -> Bool {
    let ends = series.compactMap(\.points.last?.x)
    guard curve.hasHead, let head = past(of: curve).points.last?.x, let last = ends.max() else {
      return false
    }
    return head < last
  }

  /// Whether the head of another curve would be read as that of the name at a place.
  private func isBesideAnother(_ curve: Series, _ place: Point, on canvas: Canvas) -> Bool {
    let own = curve.headStyle
    return curve.hasHead
      && (1...3).map { canvas[place.x - $0, place.y] }.contains { cell in
        "●*".contains(cell.character)
          && (cell.style.role, cell.style.tone) != (own.role, own.tone)
      }
  }

  /// The column right beside the heads, where nothing is drawn to the right of them.
  private func nameStart(in names: Rect, beside plot: Rect) -> Int {
    let ends = series.compactMap { $0.points.last.flatMap { cell(of: $0, in: plot)?.x } }
    return now == nil ? ends.max().map { $0 + 2 } ?? .max : .max
  }

  /// The curves that have a name and an end, the highest first; of equal ends in their own order.
  private var namedEnds: [(curve: Series, height: Double)] {
    let ends = series.compactMap { curve -> (curve: Series, height: Double)? in
      let heights = past(of: curve).points.lazy.reversed().compactMap { y.fraction(of: $0.last) }
      return curve.name.isEmpty ? nil : heights.first.map { (curve, min(1, max(0, $0))) }
    }
    return ends.enumerated().sorted {
      ($1.element.height, $0.offset) < ($0.element.height, $1.offset)
    }.map(\.element)
  }
}
