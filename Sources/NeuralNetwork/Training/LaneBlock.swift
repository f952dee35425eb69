/// Numbers of eight networks, side by side.
final class LaneBlock {
  let start: UnsafeMutablePointer<Double>
  private let count: Int

  /// Zeros.
  init(count: Int) {
    self.count = count
    start = .allocate(capacity: max(1, count * LaneTrainer.width))
    start.initialize(repeating: 0, count: count * LaneTrainer.width)
  }

  /// The numbers of up to eight networks, all of one length; the last ones fill the lanes that are left.
  convenience init(_ lanes: [[Double]]) {
    self.init(count: lanes[0].count)
    for lane in 0..<LaneTrainer.width {
      for (index, number) in lanes[min(lane, lanes.count - 1)].enumerated() {
        start[index * LaneTrainer.width + lane] = number
      }
    }
  }

  deinit { start.deallocate() }

  /// The numbers of one network.
  func lane(_ lane: Int) -> [Double] {
    (0..<count).map { start[$0 * LaneTrainer.width + lane] }
  }
}
