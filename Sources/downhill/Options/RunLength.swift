import ArgumentParser
import NeuralNetwork

/// How long runs train: so many updates or epochs, or as the file says.
struct RunLength: ParsableArguments {
  @Option(
    name: [.customLong("steps"), .customLong("updates")], parsing: .unconditional,
    help: "How many updates to make; without it the file's 'steps', or 1000.")
  var steps: Int?

  @Option(parsing: .unconditional, help: "How many epochs to make.")
  var epochs: Int?

  func validate() throws {
    guard [steps, epochs].allSatisfy({ (0...Limits.updates).contains($0 ?? 0) }) else {
      throw ValidationError("Give from 0 to \(Limits.updates) updates or epochs.")
    }
    if steps != nil, epochs != nil { throw ValidationError("Give --steps or --epochs, not both.") }
  }

  /// The updates that are asked for; nil where nothing is.
  func updates(of run: @autoclosure () throws -> Run) rethrows -> Int? {
    try epochs.map { try run().updates(inEpochs: $0) } ?? steps
  }
}
