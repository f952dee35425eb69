import TerminalCanvas
import Workbench

/// Where the runs of each setting ended, on one axis: setting by setting, since a sum over them would say nothing of any.
struct RunStrips {
  private let histograms: [Histogram]
  private let axis: Axis

  /// Rows from one setting to the next; more would be empty.
  static let mostPitch = 4

  /// - Parameters:
  ///   - values: those of each setting.
  ///   - axis: from the lowest to the highest of all.
  ///   - width: the columns of the picture.
  init(_ values: [[Double]], over axis: Axis, width: Int) {
    self.axis = axis
    // A column of cells each, so that it stands where the axis has its value.
    histograms = values.map { Histogram(of: $0, bins: max(1, width), over: axis) }
  }

  /// The runs of a setting that ended with no number.
  func lost(setting index: Int) -> Int { histograms[index].outside }

  /// Columns as high as there are runs, against the most of any setting.
  func draw(setting index: Int, in rect: Rect, on canvas: inout Canvas) {
    let most = Double(histograms.flatMap(\.counts).max() ?? 1)
    let counts = histograms[index].counts.map(Double.init)
    guard most > 0 else { return }
    for row in 0..<max(0, rect.height) {
      let (low, high) = (Double(row) / Double(rect.height), Double(row + 1) / Double(rect.height))
      Sparkline(counts, axis: Axis(from: low * most, to: high * most), style: .accent)
        .draw(in: rect.inset(top: rect.height - 1 - row), on: &canvas)
    }
  }

  /// The axis below them.
  func drawAxis(in rect: Rect, on canvas: inout Canvas) {
    var free = rect.x
    for tick in axis.ticks(columns: rect.width) {
      guard let cell = axis.cell(of: tick.value, cells: rect.width) else { continue }
      let start = max(rect.x, min(rect.x + cell, rect.maxX - tick.label.count))
      guard start >= free else { continue }
      canvas.write(tick.label, at: Point(x: start, y: rect.y), style: .muted, within: rect)
      free = start + tick.label.count + 2
    }
  }
}
