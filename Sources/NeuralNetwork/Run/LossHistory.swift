/// The losses of a run so far, in bounded memory: when it is full, neighbors are merged and every
/// bucket covers twice as many updates.
///
/// A bucket keeps its extremes, so no spike is lost.
public struct LossHistory: Hashable, Sendable {
  /// The losses of consecutive updates.
  public struct Bucket: Hashable, Sendable {
    /// The first update it covers, from 0.
    public let firstUpdate: Int
    /// The last update it covers.
    public let lastUpdate: Int
    /// The smallest loss among them.
    public let minimum: Double
    /// The largest loss among them.
    public let maximum: Double
    /// The loss of the last update.
    public let last: Double
  }

  /// The most buckets a curve holds.
  public static let capacity = 256

  /// How many updates a full bucket covers: a power of two.
  public private(set) var width = 1
  /// How many losses were recorded: one for each update made.
  public private(set) var count = 0
  /// The changes made on the way, in order of their updates.
  public internal(set) var marks: [Journal.Entry] = []
  private var full: [Extent] = []
  private var open = Extent.none
  private var openCount = 0

  /// A curve without a point.
  public init() {}

  /// The buckets in order; the last one may cover fewer updates than the others.
  public var buckets: [Bucket] {
    let all = openCount > 0 ? full + [open] : full
    return all.enumerated().map { index, extent in
      Bucket(
        firstUpdate: index * width, lastUpdate: min(count, (index + 1) * width) - 1,
        minimum: extent.minimum, maximum: extent.maximum, last: extent.last)
    }
  }

  /// Adds the loss of the next update.
  @inline(__always) mutating func append(_ loss: Double) {
    open = open.joined(with: Extent(minimum: loss, maximum: loss, last: loss))
    openCount += 1
    count += 1
    if openCount == width { close() }
  }

  /// Adds the losses of the next updates: the same as one after the other, a bucket at a time.
  mutating func append(contentsOf losses: UnsafeBufferPointer<Double>) {
    var first = 0
    while first < losses.count {
      let end = min(losses.count, first + width - openCount)
      var extent = open
      for loss in losses[first..<end] {
        extent = extent.joined(with: Extent(minimum: loss, maximum: loss, last: loss))
      }
      open = extent
      openCount += end - first
      count += end - first
      if openCount == width { close() }
      first = end
    }
  }

  private mutating func close() {
    // Room for all buckets at once: no later loss needs any.
    full.reserveCapacity(Self.capacity)
    full.append(open)
    (open, openCount) = (.none, 0)
    guard full.count == Self.capacity else { return }
    let half = Self.capacity / 2
    for index in 0..<half { full[index] = full[2 * index].joined(with: full[2 * index + 1]) }
    full.removeLast(half)
    width *= 2
  }

  private struct Extent: Hashable, Sendable {
    var minimum, maximum, last: Double
    static let none = Extent(minimum: .infinity, maximum: -.infinity, last: 0)

    @inline(__always) func joined(with next: Extent) -> Extent {
      Extent(
        minimum: next.minimum < minimum ? next.minimum : minimum,
        maximum: next.maximum > maximum ? next.maximum : maximum, last: next.last)
    }
  }
}
