/// When a playing run trains its next piece, and how much of it where nothing but the machine sets the pace.
struct PlayClock {
  /// The pace of a playing run; nil while paused.
  private(set) var pace: Pace?
  /// When the next piece is due; nil while paused.
  private(set) var nextDue: ContinuousClock.Instant?
  /// Updates that fit into one slice of flat-out training, learned while training.
  private(set) var sliceUpdates = 1

  /// Slices are short, so that a key waits for a few milliseconds at most.
  private static let slice: Duration = .milliseconds(4)

  /// The first piece is due at once.
  mutating func start(at pace: Pace) { (self.pace, nextDue) = (pace, .now) }

  mutating func stop() { (pace, nextDue) = (nil, nil) }

  /// The pace at which a piece is due by now; nil where none is.
  var duePace: Pace? { nextDue.map { $0 <= .now } == true ? pace : nil }

  /// A piece was made: the next one is due after the pace's interval, or at once where that is over.
  mutating func tick() {
    guard let pace, let due = nextDue else { return }
    nextDue = max(due + pace.interval, .now)
  }

  /// Makes the next slice longer or shorter, by the time that one took.
  mutating func learn(sliceTook time: Duration) {
    if time < Self.slice / 2 {
      sliceUpdates = min(sliceUpdates * 2, 1 << 20)
    } else if time > Self.slice {
      sliceUpdates = max(1, sliceUpdates / 2)
    }
  }
}
