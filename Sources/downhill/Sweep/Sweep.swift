import ArgumentParser
import Experiments
import Lessons
import NeuralNetwork
import Workbench

/// The command sweep: a question asked of many runs.
struct Sweep: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sweep",
    abstract: "Train an experiment many times: seeds, learning rates, any setting.",
    discussion: """
      Every combination of the lists is trained once for each seed, on all cores; the results do not depend on their \
      number. Lists have commas between their values, and 1...20 stands for all whole numbers from 1 to 20; \
      hidden=8x8 are two hidden layers of 8 units each.

        downhill sweep xor.yaml --seeds 1...200 --lr 0.1,0.5,1 --goal 'accuracy == 1'
        downhill sweep xor.yaml --vary hidden=2,4,8x8 --vary optimizer.name=sgd,adam
        downhill sweep my.yaml --vary l2=0,0.001,0.01 --folds 5 --by heldout_loss
        downhill sweep my.yaml --vary learning_rate=0.001..1:log:7 --vary dropout=0..0.5:3
        downhill sweep my.yaml --vary learning_rate=0.001..1:log --vary hidden=8,8x8 --random 20

      0.001..1:log:7 are 7 values with equal factors between them, 0..0.5:3 are 3 with equal steps; without their number \
      they are ranges for --random to draw from. Where two settings or more vary, a sentence says how much of the \
      differences each explains.

      --shard 2/8 makes the second of eight parts of the same runs and prints each as a line of JSON as soon as it has ended; \
      'downhill merge' makes the table of all of them. --resume FILE keeps such lines in a file and makes only the runs that \
      it does not hold yet: the same command goes on after an interruption.

      Runs stop early where the file says so. Printed are the final losses over all samples, penalties included (a run that \
      diverged counts as infinite), the medians of the accuracies and of the figures on held-out samples (with --folds their means), and with --goal \
      how many runs fulfil it in the end and the median of the epochs after which it held first. A goal is what lessons \
      write: 'loss < 0.05 and accuracy == 1'; loss is that over all samples, data_loss the same without penalties, \
      batch_loss that of the next batch alone. Gradients such as grad_norm are over all samples, too. --csv prints one row a run, and under ^C those that are done; --json prints \
      everything as one object, --jsonl one object a run.
      """)

  @OptionGroup var options: ExperimentOptions

  @Option(parsing: .unconditional, help: "The seeds.")
  var seeds = "1...10"

  @Option(
    name: [.customLong("lr"), .customLong("learning-rate")],
    parsing: .unconditional, help: "The learning rates; without them the file's.")
  var rates: String?

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Values for a key of an experiment file.", valueName: "key=list"),
    completion: .settings)
  var vary: [String] = []

  @OptionGroup var runLength: RunLength

  @Option(parsing: .unconditional, help: "What counts as success.")
  var goal: String?

  @Option(
    parsing: .unconditional,
    help:
      "Cross-validation: each run this many times, each time with another part of the samples held out."
  )
  var folds: Int?

  @Option(
    name: .customLong("by"), parsing: .unconditional,
    help:
      "Order the combinations by a column, the best first: loss, accuracy, heldout_loss or heldout_accuracy."
  )
  var order: SweepOrder?

  @Option(parsing: .unconditional, help: "Draw so many combinations in place of all there are.")
  var random: Int?

  @Option(parsing: .unconditional, help: "What the draws of --random follow from.")
  var randomSeed = 1

  @Flag(help: "Print each run as one line of JSON as soon as it has ended.")
  var jsonl = false

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Make one part of the runs, such as 2/8, in lines of JSON.", valueName: "k/n"))
  var shard: String?

  @Option(
    help: ArgumentHelp(
      "Keep every run in this file, and make only those that it does not hold yet.",
      valueName: "file"), completion: .file())
  var resume: String?

  func validate() throws {
    guard (2...1000).contains(folds ?? 2) else {
      throw ValidationError("Give from 2 to 1000 folds.")
    }
    guard (1...Limits.trials).contains(random ?? 1), randomSeed >= 0 else {
      throw ValidationError("Give from 1 to \(Limits.trials) draws, and a seed of 0 or above.")
    }
    if jsonl || shard != nil, options.csv || options.json || order != nil {
      throw ValidationError(
        "Lines of JSON come without --csv, --json and --by: 'downhill merge' takes these.")
    }
    if resume == "-" { throw ValidationError("Give --resume a file; --jsonl prints the lines.") }
    if jsonl, resume != nil { throw ValidationError("Give --jsonl or --resume, not both.") }
    _ = try condition()
    _ = try part()
    try rejectRepetitions()
    guard try trialSeeds().count <= Limits.trials / max(1, combinations().count) else {
      throw ValidationError("These are more than \(Limits.trials) runs: use shorter lists.")
    }
  }

  func run() throws {
    Interrupt.listen()
    let runs = try runs()
    let part = try part()
    let (kept, lines) = try linesOfRuns(runs)
    let places = (0..<runs.plan.count).filter { part.contains($0) && kept[$0] == nil }
    let table = SweepTable(plan: runs.plan, order: order)
    let rows = options.csv && lines == nil ? SweepRows(table) : nil
    rows?.begin()
    let made = try make(places, of: runs) { trials, places in
      rows?.take(trials, from: places[0])
      lines?.take(trials, at: places)
    }
    guard rows == nil, shard == nil, !jsonl else { return }
    let known = kept.merging(zip(places, made)) { _, new in new }
    table.print(
      (0..<runs.plan.count).compactMap { known[$0] }, csv: options.csv, json: options.json)
  }

  /// The runs that are known from a file, and where each new one is written; nil where that is nowhere.
  private func linesOfRuns(_ runs: SweepRuns) throws -> (known: [Int: Trial], lines: SweepLines?) {
    guard let resume else {
      guard jsonl || shard != nil else { return ([:], nil) }
      return ([:], SweepLines(runs.plan, digest: try runs.digest(options)))
    }
    let digest = try runs.digest(options)
    return try reporting {
      let output = try SweepLines.open(resume)
      let file = try SweepFile(resume)
      let known = try file.trials(of: runs.plan, digest: digest)
      return (known, try SweepLines(runs.plan, digest: digest, behind: file, in: output))
    }
  }

  /// Every run, read and accepted.
  private func runs() throws -> SweepRuns {
    let cells = try combinations()
    let shared = cells.first?.filter { setting in cells.allSatisfy { $0.contains(setting) } }
    let (text, known) = try reporting { try options.file.content(with: shared ?? []) }
    let document = try reporting { try ExperimentDocument(text) }
    var last = known
    let experiments = try cells.map { settings in
      let read = try reporting { try document.read(with: settings, knowing: last) }
      last = read
      return read.experiment
    }
    Output.notes(last?.notes ?? [])
    let runs = SweepRuns(
      plan: SweepPlan(cells: cells, seeds: try trialSeeds()), experiments: experiments,
      folds: folds, length: length, goal: goal, document: document)
    for cell in cells.indices { try check(runs.experiment(cell * runs.plan.seeds.count)) }
    return runs
  }

  var length: Trial.Length {
    runLength.steps.map { .updates($0) } ?? runLength.epochs.map { .epochs($0) } ?? .usual
  }

  func condition() throws -> Condition? {
    do { return try goal.map { try Condition(parsing: $0, name: "--goal") } } catch {
      throw ValidationError("\(error)")
    }
  }

  /// A goal that asks for what a run has not got would never hold; nor is there an order without what it goes by.
  private func check(_ experiment: Experiment) throws {
    let run = try options.run(of: experiment)
    if let name = try condition()?.firstMissing(in: run) {
      Output.warn(
        "\(options.file): There is no \(name) in a run of \(run.dataset.count.counted("sample")) through a network of shape \(run.network.shapeText)."
      )
      throw ExitCode.failure
    }
    if let order, order.isMissing(in: run) {
      Output.warn(
        "\(options.file): There is no \(order.rawValue) to order by: 'holdout' or --folds hold samples out, and classes have an accuracy."
      )
      throw ExitCode.failure
    }
  }
}
