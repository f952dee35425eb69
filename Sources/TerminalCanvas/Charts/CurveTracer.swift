/// Turns the points of a curve into dots: every dot column keeps its smallest and largest value.
struct CurveTracer {
  let x: Axis
  let y: Axis

  /// The dots of one column, in rows from the top.
  private struct Column {
    let x: Int
    var top: Int
    var bottom: Int
    var last: Int

    func merged(with next: Column) -> Column {
      Column(x: x, top: min(top, next.top), bottom: max(bottom, next.bottom), last: next.last)
    }
  }

  func trace(_ series: Series, on raster: inout Raster) {
    let (on, off) = series.pattern.dashes(raster.glyphs)
    var dot = -1
    var before: Column?
    for column in columns(of: series, on: raster) {
      if let column {
        connect(before, column, style: series.style, on: &raster) {
          dot += 1
          return dot % (on + off) < on
        }
      }
      before = column
    }
  }

  /// The columns that have dots, with nil for each gap between them.
  private func columns(of series: Series, on raster: Raster) -> [Column?] {
    var columns: [Column?] = []
    for point in series.points {
      let next = column(of: point, on: raster)
      if let next, let last = columns.last ?? nil, last.x == next.x {
        columns[columns.count - 1] = last.merged(with: next)
      } else {
        columns.append(next)
      }
    }
    return columns
  }

  private func connect(
    _ before: Column?, _ column: Column, style: Style, on raster: inout Raster,
    isDrawn: () -> Bool
  ) {
    if column.top != column.bottom {
      raster.column(x: column.x, from: column.top, to: column.bottom, style: style)
    }
    let entry = min(max(before?.last ?? column.last, column.top), column.bottom)
    let start = before.map { Point(x: $0.x, y: $0.last) } ?? Point(x: column.x, y: entry)
    raster.line(from: start, to: Point(x: column.x, y: entry), style: style, isDrawn: isDrawn)
  }

  /// The dots of a point; nil when one of its values has no place.
  private func column(of point: Bucket, on raster: Raster) -> Column? {
    guard let across = x.fraction(of: point.x), across > -1, across < 2,
      let last = row(point.last, raster),
      let top = point.maximum == point.last ? last : row(point.maximum, raster),
      let bottom = point.minimum == point.last ? last : row(point.minimum, raster)
    else { return nil }
    let column = Self.dot(across, count: raster.width)
    return Column(x: column, top: top, bottom: bottom, last: last)
  }

  private func row(_ value: Double, _ raster: Raster) -> Int? {
    guard let fraction = y.fraction(of: value) else { return nil }
    // What lies beyond an edge is drawn towards it, and no further than one plot away.
    return raster.height - 1 - Self.dot(min(2, max(-1, fraction)), count: raster.height)
  }

  /// The dot that shows a fraction; 1 itself belongs to the last one.
  static func dot(_ fraction: Double, count: Int) -> Int {
    let dot = Int((fraction * Double(count) + 1e-9).rounded(.down))
    return fraction <= 1 + 1e-9 ? min(dot, count - 1) : dot
  }
}
