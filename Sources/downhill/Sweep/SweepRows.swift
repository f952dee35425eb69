import NeuralNetwork
import Platform
import Synchronization

/// The rows of `sweep --csv`, printed in order as soon as they and all before them are done.
///
/// Under ^C those that are done out of order follow, so that no finished run is lost.
final class SweepRows: Sendable {
  private struct State {
    var waiting: [Int: [Trial]] = [:]
    var next = 0
  }

  private let table: SweepTable
  private let state = Mutex(State())

  init(_ table: SweepTable) { self.table = table }

  /// Prints the head, and listens for ^C from now on.
  func begin() {
    Output.write(table.csvHead)
    Interrupt.beginPolling()
    Interrupt.whenRequested { [self] in
      state.withLock { state in
        for place in state.waiting.keys.sorted() { write(state.waiting[place] ?? [], from: place) }
        Output.warn("Interrupted.")
        exit(Interrupt.exitCode)
      }
    }
  }

  /// Takes the trials from a place on.
  func take(_ trials: [Trial], from place: Int) {
    state.withLock { state in
      state.waiting[place] = trials
      while let trials = state.waiting.removeValue(forKey: state.next) {
        write(trials, from: state.next)
        state.next += trials.count
      }
    }
  }

  private func write(_ trials: [Trial], from place: Int) {
    Output.write(trials.enumerated().map { table.csvRow(place + $0.offset, $0.element) }.joined())
  }
}
