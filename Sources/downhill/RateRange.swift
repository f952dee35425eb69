import ArgumentParser
import Foundation
import NeuralNetwork

/// The command range: the learning-rate range test.
struct RateRange: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "range",
    abstract: "Find a learning rate: one run whose rate grows at each update.",
    discussion: """
      The rate grows by the same factor at each update, until the run diverges or its smoothed loss is four times the \
      best. The suggestion is the rate at which the smoothed loss falls fastest.
      """)

  @Argument(help: "An experiment in YAML or JSON; '-' is standard input.")
  var file: InputFile

  @Option(name: .customLong("from"), parsing: .unconditional, help: "The first rate.")
  var lowest = 1e-5

  @Option(name: .customLong("to"), parsing: .unconditional, help: "The last rate.")
  var highest = 10.0

  @Option(parsing: .unconditional, help: "How many updates.")
  var steps = 100

  @Flag(help: "Print one row of comma-separated values an update.")
  var csv = false

  @Flag(help: "Print one JSON object.")
  var json = false

  func validate() throws {
    if csv, json { throw ValidationError("Give --csv or --json, not both.") }
    guard lowest > 0, highest > lowest, highest.isFinite else {
      throw ValidationError("The rates must be above 0, and --to above --from.")
    }
    guard (2...1_000_000).contains(steps) else {
      throw ValidationError("Give from 2 to 1000000 updates.")
    }
  }

  func run() throws {
    Interrupt.listen()
    let experiment = try file.experiment()
    let range = try accepting(file) { () throws(ExperimentError) in
      try LearningRateRange(experiment, from: lowest, to: highest, updates: steps)
    }
    Output.write(csv ? Self.csv(range) : json ? Self.json(range) : Self.text(range))
  }

  private static func csv(_ range: LearningRateRange) -> String {
    "learning_rate,loss,smoothed_loss\n"
      + range.points.map { "\($0.rate),\($0.loss),\($0.smoothed)\n" }.joined()
  }

  private static func json(_ range: LearningRateRange) -> String {
    func numbers(_ value: KeyPath<LearningRateRange.Point, Double>) -> String {
      JSONText.array(range.points.map { JSONText.number($0[keyPath: value]) })
    }
    return JSONText.object([
      ("learning_rate", numbers(\.rate)), ("loss", numbers(\.loss)),
      ("smoothed_loss", numbers(\.smoothed)),
      ("suggestion", range.suggestion.map(JSONText.number) ?? "null"),
    ]) + "\n"
  }

  /// Every few updates, so that a screen holds them.
  private static func text(_ range: LearningRateRange) -> String {
    let stride = max(1, range.points.count / 20)
    let rows = range.points.enumerated().filter { $0.offset % stride == 0 }.map(\.element)
    let lines = rows.map { String(format: "%12.3g  %12.5g  %12.5g", $0.rate, $0.loss, $0.smoothed) }
    let suggestion = range.suggestion.map { String(format: "%.2g", $0) }
    let end =
      suggestion.map { "The loss falls fastest at a learning rate of about \($0)." }
      ?? "The loss falls at no rate: look at the data, the loss and the layers."
    let omission = stride > 1 ? ["Shown is one update in \(stride); --csv prints all."] : []
    return (["        rate          loss      smoothed"] + lines + omission + [end]).joined(
      separator: "\n")
      + "\n"
  }
}
