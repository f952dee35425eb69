import ArgumentParser
import NeuralNetwork
import Platform

/// The command range: the learning-rate range test.
struct RateRange: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "range",
    abstract: "Find a learning rate: one run whose rate grows at each update.",
    discussion: """
      The rate grows by the same factor at each update, until the run diverges or its smoothed loss is four times the \
      best; the loss is that over all samples, or over 4096 of very many; these stand, too, for a batch of more. Where it begins and ends is found unless it is \
      given. Suggested is the rate at which the smoothed loss falls fastest before its minimum, or a lower one: of these, each \
      trained for the file's 'steps', or as many as do not take too long, the one whose loss stays lowest over the second \
      half. --csv prints one row an update.
      """)

  @OptionGroup var options: ExperimentOptions

  @Option(
    name: .customLong("from"), parsing: .unconditional,
    help: "The first rate; without it one that hardly changes the loss.")
  var lowest: Double?

  @Option(
    name: .customLong("to"), parsing: .unconditional,
    help: "The last rate; without it one that spoils everything.")
  var highest: Double?

  @Option(parsing: .unconditional, help: "How many updates.")
  var steps = 100

  func validate() throws {
    guard (lowest ?? 1) > 0, (highest ?? 1) > 0, (highest ?? 1).isFinite, (lowest ?? 1).isFinite,
      (lowest ?? 0) < (highest ?? .infinity)
    else { throw ValidationError("The rates must be above 0, and --to above --from.") }
    guard (2...1_000_000).contains(steps) else {
      throw ValidationError("Give from 2 to 1000000 updates.")
    }
  }

  func run() throws {
    Interrupt.listen()
    let experiment = try options.file.experiment()
    let range = try accepting(options.file) { () throws(ExperimentError) in
      try LearningRateRange(experiment, from: lowest, to: highest, updates: steps)
    }
    options.print(text: Self.text(range), csv: Self.csv(range), json: Self.json(range))
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
      ("trained_updates", range.proof.map { "\($0.updates)" } ?? "null"),
      ("trained_samples", range.proof?.samples.map { "\($0)" } ?? "null"),
      ("first_loss", range.proof.map { JSONText.number($0.firstLoss) } ?? "null"),
      ("trained_loss", range.proof.map { JSONText.number($0.lastLoss) } ?? "null"),
      ("remedy", range.remedyForScale.map(JSONText.string) ?? "null"),
    ]) + "\n"
  }

  /// Every few updates, so that a screen holds them.
  private static func text(_ range: LearningRateRange) -> String {
    let stride = max(1, range.points.count / 20)
    let rows = range.points.enumerated().filter { $0.offset % stride == 0 }.map(\.element)
    let lines = rows.map { String(printf: "%12.3g  %12.5g  %12.5g", $0.rate, $0.loss, $0.smoothed) }
    let omission = stride > 1 ? ["Shown is one update in \(stride); --csv prints all."] : []
    return (["        rate          loss      smoothed"] + lines + omission + [end(of: range)])
      .joined(
        separator: "\n")
      + "\n"
  }

  private static func end(of range: LearningRateRange) -> String {
    guard let proof = range.proof else {
      let rates = range.points.map(\.rate)
      return String(
        printf: "The loss falls at no rate from %.2g to %.2g", rates.min() ?? 0, rates.max() ?? 0)
        + (range.remedyForScale.map { ". \($0)" } ?? ": look at the data, the loss and the layers.")
    }
    return String(printf: "The suggested learning rate is about %.2g: ", proof.rate)
      + proof.trial
      + String(printf: " with it took the loss from %.4g to %.4g.", proof.firstLoss, proof.lastLoss)
      + (range.remedyForScale.map { " \($0)" } ?? "")
  }
}
