import ArgumentParser
import Lessons
import NeuralNetwork

/// The command sweep: a question asked of many runs.
struct Sweep: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Train an experiment many times: seeds, learning rates, any setting.",
    discussion: """
      Every combination of the lists is trained once for each seed, on all cores; the results do not depend on their \
      number. Lists have commas between their values, and 1...20 stands for all whole numbers from 1 to 20.

        downhill sweep xor.yaml --seeds 1...200 --lr 0.1,0.5,1 --goal 'accuracy == 1'
        downhill sweep xor.yaml --vary hidden=[2],[4] --vary optimizer.name=sgd,adam

      Runs stop early where the file says so. Printed are the final losses over all samples and without penalties (a \
      run that diverged counts as infinite), the median of the accuracies, and with --goal how many runs fulfil it in \
      the end and the median of the epochs after which it held first. A goal is what lessons write: 'loss < 0.05 and \
      accuracy == 1'; its loss has the penalties in it, data_loss has not. --csv prints one row a run, --json \
      everything as one object.
      """)

  @Argument(help: "An experiment in YAML or JSON; '-' is standard input.")
  var file: InputFile

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
    help: "How many epochs each run makes; without it the file's 'steps', or 1000 updates.")
  var epochs: Int?

  @Option(parsing: .unconditional, help: "What counts as success.")
  var goal: String?

  @Flag(help: "Print one row of comma-separated values a run.")
  var csv = false

  @Flag(help: "Print one JSON object.")
  var json = false

  func validate() throws {
    if csv, json { throw ValidationError("Give --csv or --json, not both.") }
    guard (0...Limits.updates).contains(epochs ?? 0) else {
      throw ValidationError("Give from 0 to \(Limits.updates) epochs.")
    }
    _ = try condition()
    try rejectRepetitions()
    guard try seedValues().count <= Limits.trials / max(1, combinations().count) else {
      throw ValidationError("These are more than \(Limits.trials) runs: use shorter lists.")
    }
  }

  func run() throws {
    Interrupt.listen()
    let text = try reporting { try file.text() }
    let cells = try combinations().map { settings in
      let experiment = try reporting { try ExperimentFile.read(text, with: settings) }
      return SweepTable.Cell(settings: settings, experiment: experiment)
    }
    try cells.forEach(checkGoal)
    let seeds = try seedValues()
    let table = SweepTable(cells: cells, seeds: seeds, trials: try trials(of: cells, seeds))
    Output.write(csv ? table.csv : json ? table.json : table.text)
  }

  /// A trial of every cell and seed, cell by cell.
  private func trials(of cells: [SweepTable.Cell], _ seeds: [UInt64]) throws -> [Trial] {
    let (goal, epochs) = (try condition(), epochs)
    let groups = try cells.indices.flatMap { cell in
      let width = try goal == nil ? width(of: cells[cell]) : 1
      return Self.parts(of: cell * seeds.count..<(cell + 1) * seeds.count, width: width)
    }
    let results = concurrentMap(groups) { group in
      let experiments = group.map { index in
        var experiment = cells[index / seeds.count].experiment
        experiment.seed = seeds[index % seeds.count]
        return experiment
      }
      return Self.trials(experiments, epochs: epochs, goal)
    }
    return try results.flatMap { result in
      try accepting(file) { () throws(ExperimentError) in try result.get() }
    }
  }

  private func width(of cell: SweepTable.Cell) throws -> Int {
    try accepting(file) { () throws(ExperimentError) in try Trial.width(of: cell.experiment) }
  }

  /// As few parts of a range as a width allows, about equally long.
  private static func parts(of range: Range<Int>, width: Int) -> [Range<Int>] {
    let count = (range.count + width - 1) / width
    let cuts = (0...count).map { range.lowerBound + range.count * $0 / max(1, count) }
    return zip(cuts, cuts.dropFirst()).map { $0..<$1 }
  }

  /// The trials of one group: side by side, or one that is asked for a goal on its way.
  private static func trials(
    _ experiments: [Experiment], epochs: Int?, _ goal: Condition?
  ) -> Result<[Trial], ExperimentError> {
    Result { () throws(ExperimentError) in
      guard experiments.count == 1 else { return try Trial.together(experiments, epochs: epochs) }
      let holds = goal.map { goal in { (run: Run) in goal.holds(in: run) } }
      return [try Trial(experiments[0], epochs: epochs, goal: holds)]
    }
  }

  private func condition() throws -> Condition? {
    do { return try goal.map { try Condition(parsing: $0, name: "--goal") } } catch {
      throw ValidationError("\(error)")
    }
  }

  /// A goal that asks for what a run has not got would never hold.
  private func checkGoal(of cell: SweepTable.Cell) throws {
    guard let goal = try condition() else { return }
    let run = try accepting(file) { () throws(ExperimentError) in try Run(cell.experiment) }
    guard let name = goal.firstMissing(in: run) else { return }
    Output.warn(
      "\(file): There is no \(name) in a run of \(run.dataset.count.counted("sample")) through a network of shape \(run.network.shapeText)."
    )
    throw ExitCode.failure
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
