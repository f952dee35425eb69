/// Where a run has been, in bounded memory.
///
/// Its parameters at every update at first, then at every third, every ninth and so on. The strides are odd, so that a way
/// which swings from side to side is not kept as a straight one. Like all that a run keeps of its way these are facts of recipe
/// and journal: going back takes nothing away.
struct Trail: Sendable {
  /// The most numbers that are kept of the stretch where every update is.
  private static let mostNumbers = 30_000

  private(set) var updates: [Int] = []
  /// The parameters at these updates, one network after the other.
  private var numbers: [Double] = []
  /// The length of the stretch where every update is kept; the next stretches are three times as long each.
  private let dense: Int
  private let width: Int

  init(of network: Network) {
    width = max(1, network.model.count)
    dense = 3 * max(1, min(200, Self.mostNumbers / width / 3))
  }

  /// Whether an update is to be kept.
  func isDue(_ update: Int) -> Bool {
    update > (updates.last ?? -1) && update % stride(at: update) == 0
  }

  /// The first update after one that is to be kept.
  func next(after update: Int) -> Int {
    let next = max(update, updates.last ?? -1) + 1
    let stride = stride(at: next)
    return (next + stride - 1) / stride * stride
  }

  mutating func record(_ parameters: UnsafeMutablePointer<Double>, at update: Int) {
    updates.append(update)
    numbers.append(contentsOf: UnsafeBufferPointer(start: parameters, count: width))
  }

  /// Forgets what lies at an update or after it: another future begins there.
  mutating func forget(from update: Int) {
    let kept = updates.prefix { $0 < update }.count
    updates.removeLast(updates.count - kept)
    numbers.removeLast(numbers.count - kept * width)
  }

  /// One number of each network, by its place in the model, of those before an update.
  func values(at offset: Int, before update: Int) -> [Double] {
    updates.prefix { $0 < update }.indices.map { numbers[$0 * width + offset] }
  }

  private func stride(at update: Int) -> Int {
    var stride = 1
    while update / dense >= stride { stride *= 3 }
    return stride
  }
}

extension Run {
  /// What a parameter was on the way to the present place: at every update at first, then at every third, every ninth and so
  /// on, without the present one.
  ///
  /// Nil unless the run was asked to keep its `trail` from the beginning, and in networks too large for it.
  /// - Precondition: the network has the parameter.
  public func trail(of parameter: ParameterIndex) -> [Double]? {
    guard let trail = log.trail, position.update == 0 || trail.updates.first == 0 else {
      return nil
    }
    return trail.values(
      at: plan.network.checkedOffset(of: parameter), before: position.update)
  }
}
