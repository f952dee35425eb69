import Dispatch
import Experiments
import NeuralNetwork
import Synchronization

/// A question put to many runs: what becomes of a recipe, and of others that differ in one part, from this many seeds.
public struct Survey: Hashable, Sendable {
  /// How long each run trains.
  public enum Length: Hashable, Sendable {
    case epochs(Int)
    case updates(Int)
  }

  /// One of the recipes.
  public struct Setting: Hashable, Sendable {
    /// What sets it apart, as the author wrote it; empty when there is one recipe only.
    public let label: String
    /// What takes the place of the experiment's own values.
    public let edits: [ExperimentEdit]

    /// A recipe that is the experiment with these edits.
    package init(label: String, edits: [ExperimentEdit]) {
      (self.label, self.edits) = (label, edits)
    }
  }

  /// The seeds are 1, 2, … up to this number.
  public let seeds: Int
  /// How long each run trains, unless the recipe's early stopping ends it before.
  public let length: Length
  /// What counts as success; nil: nothing is counted.
  public let success: Condition?
  /// What is measured in the end; nil: nothing.
  public let measure: QuantityReference?
  /// The recipes; never empty.
  public let settings: [Setting]

  /// A survey of these recipes, which are never none.
  package init(
    seeds: Int, length: Length, success: Condition?, measure: QuantityReference?,
    settings: [Setting]
  ) {
    (self.seeds, self.length) = (seeds, length)
    (self.success, self.measure, self.settings) = (success, measure, settings)
  }

  /// What came out of a survey.
  public struct Result: Hashable, Sendable {
    /// One for each setting, in their order.
    public let rows: [Row]
  }

  /// What came out of one recipe.
  public struct Row: Hashable, Sendable {
    /// The setting's label.
    public let label: String
    /// What counts as success, as the author wrote it; nil where nothing is counted.
    public let condition: String?
    /// The runs that fulfil the condition; nil without one.
    public let successes: Int?
    /// What the measured quantity is called; nil where nothing is measured.
    public let measured: String?
    /// What was measured, seed by seed; empty when nothing was.
    public let values: [Double]
    /// The objective over all samples in the end, seed by seed.
    public let losses: [Double]
    /// All runs.
    public let count: Int
    /// The successes among all runs, from 0 to 1.
    public var share: Double? { successes.map { Double($0) / Double(count) } }
    /// The smallest, the middle and the largest value.
    public var spread: Spread? { Spread(values) }
  }

  /// What has come out of a survey that is under way.
  public struct Progress: Hashable, Sendable {
    /// The runs that are done.
    public let done: Int
    /// All that are to be made.
    public let count: Int
    /// The settings that were begun, each with the runs that are done.
    public let rows: [Row]

    /// So many runs of so many, with what came out of them.
    public init(done: Int, count: Int, rows: [Row]) {
      (self.done, self.count, self.rows) = (done, count, rows)
    }
  }

  /// Who watches a survey: it is told how far the survey is, and may end it.
  public struct Watch: Sendable {
    /// Called from any thread with what has come out so far.
    let report: @Sendable (Progress) -> Void
    /// Asked before each run.
    let isCancelled: @Sendable () -> Bool

    /// A watch that is told with `report`, and ends the survey once `isCancelled` says so.
    public init(
      report: @escaping @Sendable (Progress) -> Void,
      isCancelled: @escaping @Sendable () -> Bool
    ) {
      self.report = report
      self.isCancelled = isCancelled
    }
  }

  /// Runs the survey on all cores; the result does not depend on their number.
  /// - Returns: nil when its watch has ended it.
  /// - Throws: what is wrong with an experiment as a setting changes it.
  func result(for file: ExperimentFile, watch: Watch? = nil) throws(LessonError) -> Result? {
    var rows: [Row] = []
    for setting in settings {
      let workspace = try workspace(of: setting, file)
      guard let row = row(of: setting, workspace, watch, after: rows) else {
        return nil
      }
      rows.append(row)
    }
    return Result(rows: rows)
  }

  private func workspace(
    of setting: Setting, _ file: ExperimentFile
  ) throws(LessonError) -> Workspace {
    let changed: ExperimentFile
    do { changed = try file.replacing(setting.edits) } catch {
      throw LessonError(error.list[0].message, at: error.list[0].position)
    }
    do { return try Workspace(changed) } catch { throw LessonError(error.sentence) }
  }

  /// What comes out of one setting, after others.
  private func row(
    of setting: Setting, _ workspace: Workspace, _ watch: Watch?, after earlier: [Row]
  ) -> Row? {
    let ends = Mutex([End?](repeating: nil, count: seeds))
    DispatchQueue.concurrentPerform(iterations: seeds) { index in
      guard watch?.isCancelled() != true else { return }
      let end = end(of: workspace, seed: UInt64(index + 1))
      let partial = ends.withLock { ends in
        ends[index] = end
        return watch.map { _ in row(of: setting, ends.compactMap(\.self)) }
      }
      guard let watch, let partial else { return }
      watch.report(
        Progress(
          done: earlier.count * seeds + partial.count, count: settings.count * seeds,
          rows: earlier + [partial]))
    }
    let all = ends.withLock { $0.compactMap(\.self) }
    return all.count == seeds ? row(of: setting, all) : nil
  }

  private func row(of setting: Setting, _ ends: [End]) -> Row {
    Row(
      label: setting.label, condition: success?.inWords,
      successes: success.map { _ in ends.count(where: \.isSuccess) },
      measured: measure?.inWords, values: ends.compactMap(\.value), losses: ends.map(\.loss),
      count: ends.count)
  }

  /// What came of one run.
  private struct End {
    let isSuccess: Bool
    let value: Double?
    let loss: Double
  }

  private func end(of workspace: Workspace, seed: UInt64) -> End {
    var workspace = workspace
    workspace.reseed(seed)
    workspace.forEachRun { $0.trainToStop(updates: updates(of: $0)) }
    return End(
      isSuccess: success?.holds(on: workspace) ?? false, value: measure?.value(on: workspace),
      loss: workspace.focusedRun.objective)
  }

  func updates(of run: Run) -> Int {
    switch length {
    case .epochs(let epochs): run.updates(inEpochs: epochs)
    case .updates(let updates): updates
    }
  }
}
