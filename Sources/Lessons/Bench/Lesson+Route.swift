extension Lesson {
  /// What must be done, and on which bench, so that it stands as a beat (from 0) leaves it.
  ///
  /// `benches` are those known so far, by beat; they save work and change nothing: the same beat always gives the same
  /// bench, bit for bit.
  public func route(
    to beat: Int, knowing benches: [Int: Bench] = [:]
  ) -> (from: Bench, actions: [Action]) {
    let known = benches.keys.filter { $0 <= beat }.max()
    let start = known.flatMap { benches[$0] } ?? bench
    let first = known.map { $0 + 1 } ?? 0
    return (start, beats[first..<(beat + 1)].flatMap(\.actions))
  }
}
