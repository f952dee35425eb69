/// Tones over a plane, such as a network's output for every input: what lies behind the points of a plot.
public struct Field: Hashable, Sendable {
  /// Samples across and down.
  public let size: Size
  /// The samples row by row from the top left; nil where there is nothing to show.
  public let tones: [Tone?]

  /// Makes a field of its samples, row by row from the top left; missing ones are nil.
  ///
  /// With `ScatterPlot.fieldSize` samples the plot shows every one of them.
  public init(size: Size, tones: [Tone?]) {
    self.size = size
    let count = size.width * size.height
    self.tones =
      Array(tones.prefix(count)) + Array(repeating: nil, count: max(0, count - tones.count))
  }

  /// Makes a field by asking for the middle of every sample.
  ///
  /// - Parameters:
  ///   - size: samples across and down.
  ///   - x: the range from left to right.
  ///   - y: the range from bottom to top.
  ///   - tone: the tone at a place.
  public init(size: Size, x: Axis, y: Axis, tone: (_ x: Double, _ y: Double) -> Tone?) {
    var tones: [Tone?] = []
    tones.reserveCapacity(size.width * size.height)
    for row in 0..<size.height {
      let height = y.value(at: 1 - (Double(row) + 0.5) / Double(size.height))
      for column in 0..<size.width {
        tones.append(tone(x.value(at: (Double(column) + 0.5) / Double(size.width)), height))
      }
    }
    self.init(size: size, tones: tones)
  }

  /// The sample nearest to one of a grid of `other` samples over the same plane.
  func tone(x: Int, y: Int, of other: Size) -> Tone? {
    guard !tones.isEmpty, other.width > 0, other.height > 0 else { return nil }
    let column = min(size.width - 1, (2 * x + 1) * size.width / (2 * other.width))
    let row = min(size.height - 1, (2 * y + 1) * size.height / (2 * other.height))
    return tones[row * size.width + column]
  }
}
