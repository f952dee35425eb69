extension Axis {
  /// The axis made a little longer, so that its ticks stand in the middle of rows and rows between ticks are of one size.
  ///
  /// An axis for which no such range of at most twice its length, or a quarter more of a logarithmic one, is found is returned as it is.
  ///
  /// - Parameter rows: the rows of the plot.
  /// - Returns: the longer axis.
  public func aligned(rows: Int) -> Axis {
    Self.alignedAxes.answer(to: AxisInCells(axis: self, cells: rows)) { findAligned(rows: rows) }
  }

  private static let alignedAxes = Remembered<AxisInCells, Axis>()

  private func findAligned(rows: Int) -> Axis {
    let (start, end) = scale == .linear ? (lower, upper) : (log10(lower), log10(upper))
    let span = end - start
    guard rows >= 2, span.isFinite, span > 1e-290, max(abs(start), abs(end)) < 1e300 else {
      return self
    }
    var best: Axis?
    var bestSize = Double.infinity
    // Decades without a curve are a hole; ticks a part of a row off are none.
    let stretch = scale == .linear ? 2 : 1.25
    for size in Self.rowSizes(from: span / Double(rows), to: stretch * span / Double(rows - 1))
    where size < bestSize {
      let first = ((start + size / 2) / size + 1e-9).rounded(.down) - 0.5
      guard (first + Double(rows)) * size >= end - span * 1e-9 else { continue }
      let axis = with(from: first * size, to: (first + Double(rows)) * size)
      let ticks = axis.ticks(rows: rows)
      guard ticks.count >= 2, axis.standOnRows(ticks, rows: rows) else { continue }
      // A third tick is worth some empty rows.
      let cost = rows >= 5 && ticks.count < 3 ? size * 1.4 : size
      if cost < bestSize { (best, bestSize) = (axis, cost) }
    }
    return best ?? self
  }

  private func with(from start: Double, to end: Double) -> Axis {
    scale == .linear
      ? Axis(from: start, to: end, whole: whole)
      : Axis(.logarithmic, from: exp10(start), to: exp10(end))
  }

  /// A part of a round step, such that whole rows make up the step, the smallest first.
  private static func rowSizes(from smallest: Double, to largest: Double) -> [Double] {
    let top = decade(of: largest) + 2
    let steps: [Double] = (top - 3...top).flatMap { exponent in
      [1, 2, 2.5, 5].map { $0 * powerOfTen(exponent) }
    }
    let sizes = steps.flatMap { (step: Double) in (1...5).map { step / Double($0) } }
    return sizes.filter { $0 >= smallest * (1 - 1e-9) && $0 <= largest }.sorted()
  }
}

extension LineChart {
  /// The chart with its y axis longer where that puts the ticks on rows of a rectangle.
  public func aligned(in rect: Rect) -> LineChart {
    var chart = self
    chart.y = y.aligned(rows: PlotFrame.rows(in: rect.inset(top: labelRows(in: rect))))
    return chart
  }
}

extension ScatterPlot {
  /// How many rows of a rectangle are the plot's, without its x axis: what to align a y axis with.
  public static func rows(in rect: Rect) -> Int { PlotFrame.rows(in: rect) }
}
