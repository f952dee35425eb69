import Foundation
import Lessons
import NeuralNetwork

/// What `sweep` prints.
struct SweepTable {
  /// One combination of settings.
  struct Cell: Sendable {
    let settings: [Override]
    let experiment: Experiment
  }

  let cells: [Cell]
  let seeds: [UInt64]
  /// A trial for each cell and seed, cell by cell.
  let trials: [Trial]

  private var keys: [String] { cells.first?.settings.map(\.key) ?? [] }

  private func trials(of cell: Int) -> ArraySlice<Trial> {
    trials[cell * seeds.count..<(cell + 1) * seeds.count]
  }

  private func summary(of cell: Int) -> TrialSummary { TrialSummary(Array(trials(of: cell))) }

  // MARK: Text

  /// A line for each cell, in columns.
  var text: String {
    alignedRows([header] + cells.indices.map(row)).map { $0 + "\n" }.joined()
  }

  private var hasAccuracy: Bool { trials.contains { $0.accuracy != nil } }
  private var hasGoal: Bool { trials.contains { $0.isSuccess != nil } }

  private var header: [String] {
    keys + ["runs", "loss min", "median", "max", "diverged"] + (hasAccuracy ? ["accuracy"] : [])
      + (hasGoal ? ["success", "first epoch"] : [])
  }

  private func row(_ cell: Int) -> [String] {
    let summary = summary(of: cell)
    let losses = [summary.loss?.minimum, summary.loss?.median, summary.loss?.maximum]
    let share = summary.successes.map { 100 * Double($0) / Double(max(1, summary.count)) }
    return cells[cell].settings.map(\.value) + ["\(summary.count)"] + losses.map(Self.number)
      + ["\(summary.diverged)"]
      + (hasAccuracy ? [Self.percent(summary.accuracy.map { 100 * $0.median })] : [])
      + (hasGoal ? [Self.percent(share), Self.number(summary.firstEpoch?.median)] : [])
  }

  private static func number(_ value: Double?) -> String {
    guard let value else { return "-" }
    return value.isFinite ? String(format: "%.4g", value) : "inf"
  }

  private static func percent(_ value: Double?) -> String {
    value.map { String(format: "%.1f %%", $0) } ?? "-"
  }

  // MARK: CSV

  /// A row for each run; what there is not is empty.
  var csv: String {
    var text = (keys + ["seed", "loss", "accuracy", "diverged", "success", "first_epoch"])
      .map(Self.field).joined(separator: ",")
    text += "\n"
    for (index, trial) in trials.enumerated() {
      let values = cells[index / seeds.count].settings.map(\.value)
      let seed = "\(seeds[index % seeds.count])"
      text += (values.map(Self.field) + [seed] + Self.fields(of: trial)).joined(separator: ",")
      text += "\n"
    }
    return text
  }

  private static func fields(of trial: Trial) -> [String] {
    [
      trial.hasDiverged ? "inf" : "\(trial.loss)", trial.accuracy.map { "\($0)" } ?? "",
      "\(trial.hasDiverged)", trial.isSuccess.map { "\($0)" } ?? "",
      trial.firstEpoch.map { "\($0)" } ?? "",
    ]
  }

  private static func field(_ text: String) -> String {
    guard text.contains(where: { "\",\n".contains($0) }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }

  // MARK: JSON

  /// Everything as one object.
  var json: String {
    let cells = cells.indices.map { index in
      JSONText.object([
        (
          "settings",
          JSONText.object(self.cells[index].settings.map { ($0.key, JSONText.string($0.value)) })
        ),
        ("summary", Self.json(summary(of: index))),
        ("runs", JSONText.array(zip(seeds, trials(of: index)).map(Self.json))),
      ])
    }
    return JSONText.object([("cells", JSONText.array(cells))]) + "\n"
  }

  private static func json(_ summary: TrialSummary) -> String {
    JSONText.object([
      ("runs", "\(summary.count)"), ("diverged", "\(summary.diverged)"),
      ("loss", json(summary.loss)), ("accuracy", json(summary.accuracy)),
      ("successes", summary.successes.map { "\($0)" } ?? "null"),
      ("first_epoch", json(summary.firstEpoch)),
    ])
  }

  private static func json(_ spread: Spread?) -> String {
    guard let spread else { return "null" }
    return JSONText.object([
      ("min", JSONText.number(spread.minimum)), ("median", JSONText.number(spread.median)),
      ("max", JSONText.number(spread.maximum)),
    ])
  }

  private static func json(_ seed: UInt64, _ trial: Trial) -> String {
    JSONText.object([
      ("seed", "\(seed)"), ("loss", JSONText.number(trial.loss)),
      ("accuracy", trial.accuracy.map(JSONText.number) ?? "null"),
      ("diverged", "\(trial.hasDiverged)"), ("success", trial.isSuccess.map { "\($0)" } ?? "null"),
      ("first_epoch", trial.firstEpoch.map { "\($0)" } ?? "null"),
    ])
  }
}
