/// Some neighboring points of a curve, as one: a spike stays visible however many points there are.
public struct Bucket: Hashable, Sendable {
  /// Where the points lie.
  public var x: Double
  /// The smallest value of the points.
  public var minimum: Double
  /// The largest value of the points.
  public var maximum: Double
  /// The value of the last point.
  public var last: Double

  /// Makes a bucket of several points.
  public init(x: Double, minimum: Double, maximum: Double, last: Double) {
    self.x = x
    self.minimum = minimum
    self.maximum = maximum
    self.last = last
  }

  /// Makes a bucket of one point.
  public init(x: Double, y: Double) {
    self.init(x: x, minimum: y, maximum: y, last: y)
  }
}

/// How the line of a series is broken, so that series differ without color.
public enum LinePattern: Hashable, Sendable, CaseIterable {
  case solid, dashed, dotted

  /// Dots drawn, then left out.
  func dashes(_ glyphs: GlyphSet) -> (on: Int, off: Int) {
    switch (self, glyphs) {
    case (.solid, _): (1, 0)
    case (.dashed, .braille): (6, 4)
    case (.dashed, _): (3, 2)
    case (.dotted, .braille): (1, 2)
    case (.dotted, _): (1, 1)
    }
  }
}

/// A curve of a line chart.
public struct Series: Hashable, Sendable {
  /// Written next to the right end of the curve.
  public var name: String
  /// The curve's role.
  public var style: Style
  /// The curve's line, for where there is no color.
  public var pattern: LinePattern
  /// The points by rising x; one that is not finite leaves a gap.
  public var points: [Bucket]
  /// Whether a chart marks the newest point, so that the eye finds where the curve grows.
  public var hasHead: Bool
  /// What stands at each of the points of a curve that lies behind all others, such as a drawn one; nil where nothing does.
  public var sign: Character?

  /// Makes a curve.
  public init(
    _ name: String, _ points: [Bucket], style: Style = Style(.series1),
    pattern: LinePattern = .solid, hasHead: Bool = false
  ) {
    self.name = name
    self.style = style
    self.pattern = pattern
    self.points = points
    self.hasHead = hasHead
  }

  /// The curve dimmed, without name and head: what lies behind a smoothed one, or is still to come.
  ///
  /// A chart draws dim curves below all others.
  public var faint: Series {
    var copy = self
    copy.name = ""
    copy.hasHead = false
    copy.style.attributes.insert(.dim)
    return copy
  }

  /// The curve up to an x, and from there on.
  func split(at x: Double) -> (past: Series, future: Series) {
    let count = points.prefix { $0.x <= x }.count
    var (past, future) = (self, self)
    past.points = Array(points[..<count])
    future.points = Array(points[max(0, count - 1)...])
    return (past, future)
  }

  /// The exponential moving average of the points' last values from either side, each corrected for its start at zero,
  /// so that it does not lag behind them; their mean.
  ///
  /// - Parameter smoothing: 0 leaves the values alone; values up to 0.999 smooth more and more.
  /// - Returns: the smoothed curve; gaps stay gaps.
  public func smoothed(_ smoothing: Double) -> Series {
    let keep = min(0.999, max(0, smoothing))
    let values = points.map(\.last)
    let before = Self.averages(of: values, keep)
    let after = Array(Self.averages(of: values.reversed(), keep).reversed())
    var copy = self
    copy.points = points.indices.map { index in
      guard values[index].isFinite else { return points[index] }
      return Bucket(x: points[index].x, y: before[index] / 2 + after[index] / 2)
    }
    return copy
  }

  private static func averages(of values: [Double], _ keep: Double) -> [Double] {
    var (average, weight) = (0.0, 0.0)
    return values.map { value in
      guard value.isFinite else { return value }
      average = keep * average + (1 - keep) * value
      weight = keep * weight + (1 - keep)
      return average / weight
    }
  }
}
