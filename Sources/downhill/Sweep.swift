import ArgumentParser
import Experiments
import Lessons
import NeuralNetwork
import Workbench

/// The command sweep: a question asked of many runs.
struct Sweep: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Train an experiment many times: seeds, learning rates, any setting.",
    discussion: """
      Every combination of the lists is trained once for each seed, on all cores; the results do not depend on their \
      number. Lists have commas between their values, and 1...20 stands for all whole numbers from 1 to 20; \
      hidden=8x8 are two hidden layers of 8 units each.

        downhill sweep xor.yaml --seeds 1...200 --lr 0.1,0.5,1 --goal 'accuracy == 1'
        downhill sweep xor.yaml --vary hidden=2,4,8x8 --vary optimizer.name=sgd,adam
        downhill sweep my.yaml --vary l2=0,0.001,0.01 --folds 5 --by heldout_loss

      Runs stop early where the file says so. Printed are the final losses over all samples, penalties included (a run that \
      diverged counts as infinite), the medians of the accuracies and of the figures on held-out samples, and with --goal \
      how many runs fulfil it in the end and the median of the epochs after which it held first. A goal is what lessons \
      write: 'loss < 0.05 and accuracy == 1'; loss is that over all samples, data_loss the same without penalties, \
      batch_loss that of the next batch alone. --csv prints one row a run, and under ^C those that are done; --json prints \
      everything as one object.
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
    help: ArgumentHelp("Values for a key of an experiment file.", valueName: "key=list"))
  var vary: [String] = []

  @Option(
    parsing: .unconditional,
    help: "How many updates each run makes; without it the file's 'steps', or 1000.")
  var steps: Int?

  @Option(parsing: .unconditional, help: "How many epochs each run makes.")
  var epochs: Int?

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

  func validate() throws {
    guard (0...Limits.updates).contains(epochs ?? 0), (0...Limits.updates).contains(steps ?? 0)
    else { throw ValidationError("Give from 0 to \(Limits.updates) updates or epochs.") }
    if steps != nil, epochs != nil { throw ValidationError("Give --steps or --epochs, not both.") }
    guard (2...1000).contains(folds ?? 2) else {
      throw ValidationError("Give from 2 to 1000 folds.")
    }
    _ = try condition()
    try rejectRepetitions()
    guard try trialSeeds().count <= Limits.trials / max(1, combinations().count) else {
      throw ValidationError("These are more than \(Limits.trials) runs: use shorter lists.")
    }
  }

  func run() throws {
    Interrupt.listen()
    let document = try reporting { try ExperimentDocument(options.file.text()) }
    var last: ExperimentFile?
    let cells = try combinations().map { settings in
      let read = try reporting { try document.read(with: settings, knowing: last) }
      last = read
      return SweepTable.Cell(settings: settings, experiment: read.experiment)
    }
    Output.notes(last?.notes ?? [])
    let seeds = try trialSeeds()
    try cells.forEach { try check($0, seeds[0]) }
    let table = SweepTable(cells: cells, seeds: seeds, order: order)
    let rows = options.csv ? SweepRows(table) : nil
    rows?.begin()
    let trials = try trials(of: table, rows)
    if rows == nil { Output.write(options.json ? table.json(trials) : table.text(trials)) }
  }

  /// A trial of every cell and seed, cell by cell; rows are printed as they are done.
  private func trials(of table: SweepTable, _ rows: SweepRows?) throws -> [Trial] {
    let (goal, length, seeds) = (try condition()?.trialGoal, length, table.seeds.count)
    let groups = try table.cells.indices.flatMap { cell in
      let width = try width(of: table.cells[cell], goal)
      return Self.parts(of: cell * seeds..<(cell + 1) * seeds, width: width)
    }
    let results = concurrentMap(groups) { group in
      let trials = Self.trials(group.map(table.experiment), length, goal)
      if case .success(let trials) = trials { rows?.take(trials, from: group.lowerBound) }
      return trials
    }
    return try results.flatMap { result in
      try accepting(options.file) { () throws(ExperimentError) in try result.get() }
    }
  }

  private var length: Trial.Length {
    steps.map { .updates($0) } ?? epochs.map { .epochs($0) } ?? .usual
  }

  private func width(of cell: SweepTable.Cell, _ goal: TrialGoal?) throws -> Int {
    try accepting(options.file) { () throws(ExperimentError) in
      folds == nil ? try Trial.width(of: cell.experiment, goal: goal) : 1
    }
  }

  /// As few parts of a range as a width allows, about equally long.
  private static func parts(of range: Range<Int>, width: Int) -> [Range<Int>] {
    let count = (range.count + width - 1) / width
    let cuts = (0...count).map { range.lowerBound + range.count * $0 / max(1, count) }
    return zip(cuts, cuts.dropFirst()).map { $0..<$1 }
  }

  /// The trials of one group, side by side where there are several.
  private static func trials(
    _ experiments: [Experiment], _ length: Trial.Length, _ goal: TrialGoal?
  ) -> Result<[Trial], ExperimentError> {
    Result { () throws(ExperimentError) in
      guard experiments.count == 1 else {
        return try Trial.together(experiments, length, goal: goal)
      }
      return [try Trial(experiments[0], length, goal: goal)]
    }
  }

  private func condition() throws -> Condition? {
    do { return try goal.map { try Condition(parsing: $0, name: "--goal") } } catch {
      throw ValidationError("\(error)")
    }
  }

  /// A goal that asks for what a run has not got would never hold; nor is there an order without what it goes by.
  private func check(_ cell: SweepTable.Cell, _ seed: SweepTable.Seed) throws {
    let run = try options.run(of: cell.experiment(of: seed))
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

  /// The seeds, each once for every fold.
  private func trialSeeds() throws -> [SweepTable.Seed] {
    let parts: [Holdout?] = folds.map { count in (1...count).map { .fold($0, of: count) } } ?? [nil]
    return try seedValues().flatMap { seed in
      parts.map { SweepTable.Seed(seed: seed, holdout: $0) }
    }
  }

  private func seedValues() throws -> [UInt64] {
    let words = Override.values(of: seeds)
    let seeds = words.compactMap { UInt64($0) }
    guard seeds.count == words.count else {
      throw ValidationError("--seeds needs whole numbers, such as 1...200 or 3,5,8.")
    }
    if let twice = Self.firstRepeated(seeds) {
      throw ValidationError("--seeds names \(twice) twice: keep one.")
    }
    return seeds
  }

  private static func firstRepeated<Value: Hashable>(_ values: [Value]) -> Value? {
    var seen: Set<Value> = []
    return values.first { !seen.insert($0).inserted }
  }

  /// Two values for one key, of which only the last would count, whatever the table says.
  private func rejectRepetitions() throws {
    var givers = [["seed"]: "--seeds"]
    if rates != nil { givers[["optimizer", "lr"]] = "--lr" }
    if epochs != nil { givers[["steps"]] = "--epochs" }
    if steps != nil { givers[["steps"]] = "--steps" }
    if folds != nil { givers[["holdout"]] = "--folds" }
    for setting in try vary.compactMap({ try Self.settings($0).first }) {
      if let giver = givers[setting.path] {
        throw ValidationError("'\(setting.key)' is given by \(giver) already.")
      }
      givers[setting.path] = "--vary \(setting.key)"
    }
  }

  /// Every combination of the values that vary, the last list fastest.
  private func combinations() throws -> [[Override]] {
    let lists = (rates.map { ["learning_rate=\($0)"] } ?? []) + vary
    return try lists.reduce([[]]) { combinations, list in
      let settings = try Self.settings(list)
      guard combinations.count <= Limits.trials / settings.count else {
        throw ValidationError("These are more than \(Limits.trials) runs: use shorter lists.")
      }
      return combinations.flatMap { before in settings.map { before + [$0] } }
    }
  }

  private static func settings(_ text: String) throws -> [Override] {
    let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2 else {
      throw ValidationError("Write --vary KEY=LIST, such as --vary optimizer.momentum=0,0.9.")
    }
    return Override.values(of: parts[1]).map { Override(key: parts[0], value: $0) }
  }
}
