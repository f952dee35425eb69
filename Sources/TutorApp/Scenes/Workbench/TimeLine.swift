import NeuralNetwork
import TerminalCanvas

extension Model {
  /// Time as a line: from the start over where the run stands to the last update that was seen.
  var timeLine: Scrubber {
    Scrubber(
      last: lastSeenUpdate, now: run.position.update,
      marks: run.journal.entries.map(\.update).filter { $0 > 0 })
  }
}

extension Layout {
  /// The cells of the line of time and its numbers.
  var timeLine: Rect { scrubber.inset(left: 1, right: 1) }
}
