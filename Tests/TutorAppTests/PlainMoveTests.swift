import Experiments
import NeuralNetwork
import Synchronization
import Testing
import Workbench

@testable import TutorApp

/// Long moves of the playground in lines.
@Suite struct PlainMoveTests {
  /// Whoever waits no longer ends the move: the program says where it is, and takes the next line.
  @Test(
    arguments: [
      ("goto 99999999", "Stopped on the way."),
      ("step 1000 epochs", "Ended: the runs stand where they stood."),
    ])
  func aLongMoveCanBeEnded(command: String, end: String) throws {
    let tutor = try Tutor(#require(Preset.named("xor")))
    var said: [String] = []
    let told = Mutex<[String]>([])
    var plain = PlainTutor(
      tutor.model, write: { said.append($0) },
      waiting: { work in
        let count = Mutex(0)
        let watch = Waiting { progress in
          told.withLock { $0.append(progress.sentence) }
        } isOver: {
          count.withLock {
            $0 += 1
            return $0 > 3
          }
        }
        Waiting.$current.withValue(watch, operation: work)
      })
    var lines = [command, "goto 2", "quit now"][...]
    plain.run { lines.popFirst() }
    let stop = try #require(said.firstIndex(of: end))
    #expect(said[stop + 1].hasPrefix("update "), "\(said)")
    #expect(said.last?.hasPrefix("update 2,") == true)
    #expect(told.withLock { $0.count } >= 3)
  }

  /// A stop that does not come is no reason to say nothing; whoever plays on waits for it again, by the key, too.
  @Test func aStopThatDoesNotComeIsSpokenOf() throws {
    var said: [String] = []
    var plain = PlainTutor(
      try Tutor(#require(Preset.named("line-fit"))).model, write: { said.append($0) })
    var lines = ["stop loss < -1", "play", "stop update 99", "p", "stop off", "play", "quit now"][
      ...]
    plain.run { lines.popFirst() }
    let first = try #require(said.firstIndex { $0.hasPrefix("update 100000,") })
    let waits = "'play' goes on waiting, 'stop off' waits for nothing."
    #expect(said[first - 1] == "After 100000 more updates this has not come: loss < -1. \(waits)")
    #expect(
      said.contains(
        "After 100000 more updates these have not come: loss < -1; update 99. \(waits)"))
    #expect(said.last?.hasPrefix("update 200100,") == true, "\(said)")
  }
}
