/// The state at some updates, so that a run can go back without starting over.
///
/// A cache: it decides no number.
struct KeyframeCache: Sendable {
  private(set) var keyframes: [Keyframe]
  /// How many keyframes fit in the budget.
  let capacity: Int
  /// A keyframe is due at every multiple of this many updates.
  let interval: Int

  init(_ first: Keyframe) {
    keyframes = [first]
    capacity = max(3, min(64, Run.historyBudget / first.byteCount))
    interval = first.state.network.parameterCount < 256 ? 4096 : 64
  }

  /// The beginning.
  var first: Keyframe { keyframes[0] }

  /// The last keyframe at or before an update.
  func nearest(to update: Int) -> Keyframe {
    keyframes[max(0, place(of: update + 1) - 1)]
  }

  /// Keeps a keyframe; when there is no room, the one that is missed least goes.
  mutating func insert(_ keyframe: Keyframe) {
    let place = place(of: keyframe.update)
    if place < keyframes.count, keyframes[place].update == keyframe.update { return }
    keyframes.insert(keyframe, at: place)
    if keyframes.count > capacity { thin(around: keyframe.update) }
  }

  /// Forgets what lies after an update: another future begins there.
  mutating func forget(after update: Int) {
    keyframes.removeLast(keyframes.count - place(of: update + 1))
  }

  /// Drops the inner keyframe whose neighbors lie closest together, measured by how far they are from `now`.
  private mutating func thin(around now: Int) {
    var (best, smallest) = (1, Double.infinity)
    for index in 1..<keyframes.count - 1 where keyframes[index].update != now {
      let (before, after) = (keyframes[index - 1].update, keyframes[index + 1].update)
      let cost = Double(after - before) / Double(abs(now - before) + 1)
      if cost < smallest { (best, smallest) = (index, cost) }
    }
    keyframes.remove(at: best)
  }

  /// How many keyframes lie before an update.
  private func place(of update: Int) -> Int {
    var (low, high) = (0, keyframes.count)
    while low < high {
      let middle = (low + high) / 2
      if keyframes[middle].update < update { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// The state at one update, and the curve up to there.
struct Keyframe: Sendable {
  let state: State
  let losses: LossHistory

  var update: Int { state.update }

  /// About how much memory it takes when it is full.
  var byteCount: Int {
    let moments = state.moments
    let numbers =
      state.network.model.count + moments.first.count + moments.second.count
      + moments.velocity.count
    return 8 * numbers + 24 * LossHistory.capacity + 512
  }
}
