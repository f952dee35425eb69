import ArgumentParser
import Experiments
import NeuralNetwork

/// The command merge: the table of a sweep whose runs were made in parts.
struct Merge: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Put the parts of a sweep together: the table of the whole.",
    discussion: """
      The files are those of 'sweep --shard' and 'sweep --resume'. What is printed are the very bytes that the sweep would \
      have printed had it been made in one. Files of different sweeps are not put together, runs that are missing are named, \
      and a run that is there twice must have come out the same.

        downhill merge part-*.jsonl --by heldout_loss
      """)

  @Argument(
    help: "Files of lines; '-' is standard input.", completion: .file(extensions: ["jsonl"]))
  var files: [String]

  @Flag(help: "Print comma-separated values.")
  var csv = false

  @Flag(help: "Print one JSON object.")
  var json = false

  @Option(name: .customLong("by"), help: "Order the combinations by a column, as in 'sweep'.")
  var order: SweepOrder?

  func validate() throws {
    if csv, json { throw ValidationError("Give --csv or --json, not both.") }
  }

  func run() throws {
    let merged = try reporting { try SweepMerge(files) }
    SweepTable(plan: merged.plan, order: order).print(merged.trials, csv: csv, json: json)
  }
}

/// The runs of several files as one sweep.
private struct SweepMerge {
  let plan: SweepPlan
  let trials: [Trial]

  init(_ files: [String]) throws(Diagnostic) {
    var lines: [Int: SweepLine] = [:]
    var first: (file: String, line: SweepLine)?
    for path in files {
      for line in try SweepFile(path).lines {
        first = first ?? (path, line)
        try Self.put(line, from: path, into: &lines, like: first)
      }
    }
    guard let first = first?.line else {
      throw Diagnostic(file: files[0], message: "There are no runs in it yet.")
    }
    try Self.requireAll(lines, like: first, files)
    let all = (1...first.of).compactMap { lines[$0] }
    let cells = stride(from: 0, to: all.count, by: first.seeds).map {
      all[$0].settings.compactMap(Override.init(argument:))
    }
    plan = SweepPlan(
      cells: cells,
      seeds: all.prefix(first.seeds).map { SweepPlan.Seed(seed: $0.seed, fold: $0.fold) })
    trials = all.map(\.trial)
  }

  private static func put(
    _ line: SweepLine, from path: String, into lines: inout [Int: SweepLine],
    like first: (file: String, line: SweepLine)?
  ) throws(Diagnostic) {
    if let first,
      line.sweep != first.line.sweep || line.of != first.line.of
        || line.seeds != first.line.seeds
    {
      throw Diagnostic(
        file: path,
        message: first.file == path
          ? "Its runs belong to several sweeps."
          : "Its runs belong to another sweep than those of \(first.file).")
    }
    if let twin = lines[line.run], twin.trial != line.trial {
      throw SweepFile.problem(path, twice: line.run)
    }
    lines[line.run] = line
  }

  private static func requireAll(
    _ lines: [Int: SweepLine], like first: SweepLine, _ files: [String]
  ) throws(Diagnostic) {
    let missing = (1...first.of).filter { lines[$0] == nil }
    guard !missing.isEmpty else { return }
    let some = missing.prefix(8).map(String.init).joined(separator: ", ")
    throw Diagnostic(
      file: files.count == 1 ? files[0] : "\(files.count) files",
      message:
        "\(missing.count) of \(first.of) runs are missing: \(some)\(missing.count > 8 ? " …" : ""). "
        + "'sweep --resume FILE' makes what a file lacks.")
  }
}
