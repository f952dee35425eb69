import TerminalCanvas
import Workbench

/// Where the runs of each setting ended, on one axis: setting by setting, since a sum over them would say nothing of any.
struct RunStrips {
  private let histograms: [Histogram]
  private let axis: Axis

  /// More columns would part runs that belong together.
  private static let mostColumns = 60
  static let mostPitch = 4

  /// - Parameters:
  ///   - values: those of each setting.
  ///   - axis: from the lowest to the highest of all.
  ///   - width: the columns of the picture.
  init(_ values: [[Double]], over axis: Axis, width: Int) {
    self.axis = axis
    // As many columns as divide the width, so that all are equally wide.
    let wide = max(1, (width + Self.mostColumns - 1) / Self.mostColumns)
    histograms = values.map { Histogram(of: $0, bins: max(1, width / wide), over: axis) }
  }

  /// The runs of a setting that ended with no number.
  func lost(setting index: Int) -> Int { histograms[index].outside }

  /// Columns as high as there are runs, against the most of any setting.
  func draw(setting index: Int, in rect: Rect, on canvas: inout Canvas) {
    let most = Double(histograms.flatMap(\.counts).max() ?? 1)
    let counts = histograms[index].counts.map(Double.init)
    guard most > 0, rect.height > 0 else { return }
    let wide = max(1, rect.width / max(1, counts.count))
    for row in 0..<rect.height {
      let (low, high) = (Double(row) / Double(rect.height), Double(row + 1) / Double(rect.height))
      Sparkline(counts, axis: Axis(from: low * most, to: high * most), style: .accent)
        .draw(
          in: Rect(
            x: rect.x, y: rect.maxY - 1 - row, width: wide * counts.count, height: 1
          ).intersection(rect), on: &canvas)
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
