extension LineChart {
  /// Columns for names beside a chart, the blank before them included.
  func nameColumns(in rect: Rect, glyphs: GlyphSet) -> Int {
    let longest = series.map { glyphs.columns(of: $0.name) }.max() ?? 0
    // Names that crowd have a head of their own.
    let heads = series.count { $0.hasHead && !$0.name.isEmpty } > 1 ? 2 : 0
    return longest == 0 ? 0 : min(longest, Self.nameWidth(in: rect.width)) + 1 + heads
  }

  /// The most columns of a name beside a chart of some width; fewer than 0 where names have no room at all.
  public static func nameWidth(in width: Int) -> Int { width < 30 ? -1 : width / 4 - 1 }

  /// Writes each name where its curve ends; names that meet stand below one another in the order of the ends, each beside
  /// its own head or with one.
  func drawNames(in names: Rect, beside plot: Rect, on canvas: inout Canvas) {
    guard names.width > 1 else { return }
    let ends = namedEnds.prefix(plot.height)
    let start = nameStart(in: names, beside: plot)
    let lastHead = headColumns(in: plot).max() ?? plot.x
    var free = 0
    for (index, end) in ends.enumerated() {
      let wanted = row(of: end.height, in: plot)
      let row = min(max(wanted, free), plot.height - (ends.count - index))
      free = row + 1
      let x = end.curve.hasHead ? min(start, names.x + 1) : names.x + 1
      let isBesideAnother =
        x <= lastHead + 3 && (row != wanted || visibleHead(in: row, of: plot) != end.curve)
      let head =
        end.curve.hasHead && isBesideAnother ? StyledText("● ", end.curve.headStyle) : ""
      let name = head + StyledText(end.curve.name, end.curve.style)
      let place = Rect(x: x, y: names.y, width: names.maxX - x, height: names.height)
      canvas.write(name, in: place, row: plot.y + row - names.y)
    }
  }

  /// The row of a plot for a part of its height.
  private func row(of height: Double, in plot: Rect) -> Int {
    let cell = Int(height * Double(plot.height) + 1e-9)
    return plot.height - 1 - min(plot.height - 1, cell)
  }

  private func headColumns(in plot: Rect) -> [Int] {
    series.filter(\.hasHead).compactMap { curve in
      let past = now.map { curve.split(at: $0).past } ?? curve
      return past.points.last.flatMap { cell(of: $0, in: plot)?.x }
    }
  }

  /// The curve whose head lies above all others in a row.
  private func visibleHead(in row: Int, of plot: Rect) -> Series? {
    let here = namedEnds.filter { $0.curve.hasHead && self.row(of: $0.height, in: plot) == row }
    return series.last { curve in here.contains { $0.curve == curve } }
  }

  /// The column right beside the heads, where nothing is drawn to the right of them.
  private func nameStart(in names: Rect, beside plot: Rect) -> Int {
    let ends = series.compactMap { $0.points.last.flatMap { cell(of: $0, in: plot)?.x } }
    return now == nil ? ends.max().map { $0 + 2 } ?? .max : .max
  }

  /// The curves that have a name and an end, the highest first; of equal ends in their own order.
  private var namedEnds: [(curve: Series, height: Double)] {
    let ends = series.compactMap { curve -> (curve: Series, height: Double)? in
      let past = now.map { curve.split(at: $0).past } ?? curve
      let heights = past.points.lazy.reversed().compactMap { y.fraction(of: $0.last) }
      return curve.name.isEmpty ? nil : heights.first.map { (curve, min(1, max(0, $0))) }
    }
    return ends.enumerated().sorted {
      ($1.element.height, $0.offset) < ($0.element.height, $1.offset)
    }.map(\.element)
  }
}
