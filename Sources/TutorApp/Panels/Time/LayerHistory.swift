import NeuralNetwork

/// One figure of every layer over a run's way, as far as it was seen.
struct LayerHistory {
  /// The figures at one update, from the first layer; nil where a layer has none.
  struct Moment: Hashable {
    let update: Int
    let values: [Double?]
  }

  /// In the order of their updates; each counts until the next.
  let moments: [Moment]
  /// Where the run stands.
  let now: Int
  /// The last update of which something is known.
  let last: Int

  /// - Parameters:
  ///   - run: the run, which was asked to observe what the figures are made of.
  ///   - lastSeen: how far it has been.
  ///   - observed: the figures of an observation; none where it has none.
  ///   - present: the figures of the present step, which are known once the learner has walked through it.
  init(
    _ run: Run, lastSeen: Int, observed: (Observation) -> [Double?],
    present: (TrainingStep) -> [Double?]
  ) {
    let (history, here) = (run.history, run.position.update)
    let isWhole = run.position.phase == .whole
    let known = max(isWhole ? here : here - 1, lastSeen - 1)
    var moments = (history.observations + history.seenObservations).map {
      Moment(update: $0.update, values: observed($0))
    }
    // The run may have observed its next update, which the learner has not walked through yet.
    moments.removeAll { $0.values.isEmpty || $0.update > known || $0.update == here }
    if isWhole {
      let place = moments.firstIndex { $0.update > here } ?? moments.endIndex
      moments.insert(Moment(update: here, values: present(run.step)), at: place)
    }
    self.moments = moments
    (now, last) = (here, known)
  }

  /// Every layer's figure in each of some equal stretches of updates: the largest, so that no spike is lost; empty
  /// where nothing is known.
  func stretches(_ count: Int, until end: Int) -> [[Double?]] {
    var next = 0
    return (0..<max(0, count)).map { index in
      let first = index * end / count
      let following = max(first + 1, (index + 1) * end / count)
      while next + 1 < moments.count, moments[next + 1].update <= first { next += 1 }
      guard first <= last, next < moments.count, moments[next].update < following else { return [] }
      let inside = moments[next...].prefix { $0.update < following }
      return inside.dropFirst().reduce(inside.first?.values ?? []) { largest, moment in
        zip(largest, moment.values).map { old, new in [old, new].compactMap { $0 }.max() }
      }
    }
  }
}
