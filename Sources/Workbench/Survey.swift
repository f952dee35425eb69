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
    /// The runs that fulfil the condition; nil without one.
    public let successes: Int?
    /// What was measured, seed by seed; empty when nothing was.
    public let values: [Double]
    /// All runs.
    public let count: Int
    /// The successes among all runs, from 0 to 1.
    public var share: Double? { successes.map { Double($0) / Double(count) } }
    /// The smallest, the middle and the largest value.
    public var spread: Spread? { Spread(values) }
  }

  /// Who watches a survey: it is told how far the survey is, and may end it.
  public struct Watch: Sendable {
    /// Called from any thread with the runs that are done, and all of them.
    let report: @Sendable (_ done: Int, _ count: Int) -> Void
    /// Asked before each run.
    let isCancelled: @Sendable () -> Bool

    /// A watch that is told with `report`, and ends the survey once `isCancelled` says so.
    public init(
      report: @escaping @Sendable (_ done: Int, _ count: Int) -> Void,
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
      guard let row = row(of: setting, workspace, watch, after: rows.count * seeds) else {
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

  /// What comes out of one setting, after so many runs of others.
  private func row(
    of setting: Setting, _ workspace: Workspace, _ watch: Watch?, after earlier: Int
  ) -> Row? {
    let ends = Mutex([End?](repeating: nil, count: seeds))
    DispatchQueue.concurrentPerform(iterations: seeds) { index in
      guard watch?.isCancelled() != true else { return }
      let end = end(of: workspace, seed: UInt64(index + 1))
      let done = ends.withLock { ends in
        ends[index] = end
        return ends.count { $0 != nil }
      }
      watch?.report(earlier + done, settings.count * seeds)
    }
    let all = ends.withLock { $0.compactMap(\.self) }
    guard all.count == seeds else { return nil }
    return Row(
      label: setting.label, successes: success.map { _ in all.count(where: \.isSuccess) },
      values: all.compactMap(\.value), count: seeds)
  }

  /// What came of one run.
  private struct End {
    let isSuccess: Bool
    let value: Double?
  }

  private func end(of workspace: Workspace, seed: UInt64) -> End {
    var workspace = workspace
    workspace.reseed(seed)
    workspace.forEachRun { $0.trainToStop(updates: updates(of: $0)) }
    return End(
      isSuccess: success?.holds(on: workspace) ?? false, value: measure?.value(on: workspace))
  }

  private func updates(of run: Run) -> Int {
    switch length {
    case .epochs(let epochs): run.updates(inEpochs: epochs)
    case .updates(let updates): updates
    }
  }
}

/// A number of the last survey: `survey`, `survey.median`, `survey[2].low`.
public struct SurveyFigure: Hashable, Sendable {
  /// What is read.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// The share of successes, which a bare `survey` means.
    case share
    /// How many runs succeed.
    case successes
    /// The middle of what was measured.
    case median
    /// The smallest of what was measured.
    case low
    /// The largest of what was measured.
    case high
  }

  /// The setting, from 1.
  public let row: Int
  /// What is read.
  public let kind: Kind

  /// The figure of a name; nil when it is none.
  package init?(parsing text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard let first = parts.first, parts.count <= 2, let row = Self.row(first) else { return nil }
    let kind = parts.count == 2 ? Kind(rawValue: String(parts[1])) : .share
    guard let kind else { return nil }
    (self.row, self.kind) = (row, kind)
  }

  private static func row(_ text: Substring) -> Int? {
    if text == "survey" { return 1 }
    guard text.hasPrefix("survey["), text.hasSuffix("]") else { return nil }
    return Int(text.dropFirst(7).dropLast()).flatMap { $0 > 0 ? $0 : nil }
  }

  /// The number; nil when the survey has no such row or did not ask for it.
  func value(in result: Survey.Result) -> Double? {
    guard result.rows.indices.contains(row - 1) else { return nil }
    let row = result.rows[row - 1]
    return switch kind {
    case .share: row.share
    case .successes: row.successes.map(Double.init)
    case .median: row.spread?.median
    case .low: row.spread?.minimum
    case .high: row.spread?.maximum
    }
  }
}
