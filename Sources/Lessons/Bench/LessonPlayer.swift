/// Plays a lesson: the bench as each beat leaves it.
///
/// The same lesson and beat always give the same bench, bit for bit.
public struct LessonPlayer: Sendable {
  /// The lesson that is played.
  public let lesson: Lesson
  /// The benches worked out so far, from the first beat on.
  private var benches: [Bench] = []

  /// A player at the beginning of a lesson.
  public init(_ lesson: Lesson) { self.lesson = lesson }

  /// The bench as a beat (from 0) leaves it: the lesson's own, after all `do` blocks up to and with that beat's.
  public mutating func bench(after beat: Int) throws(LessonError) -> Bench {
    let last = min(max(0, beat), lesson.beats.count - 1)
    while benches.count <= last {
      var bench = benches.last ?? lesson.bench
      for action in lesson.beats[benches.count].actions { try bench.perform(action) }
      benches.append(bench)
    }
    return benches[last]
  }

  /// The same, worked out from the start.
  public static func state(of lesson: Lesson, beat: Int) throws(LessonError) -> Bench {
    var player = LessonPlayer(lesson)
    return try player.bench(after: beat)
  }
}
