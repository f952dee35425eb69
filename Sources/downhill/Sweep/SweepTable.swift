import Experiments
import NeuralNetwork
import Platform

/// What `sweep` prints.
struct SweepTable {
  let plan: SweepPlan
  /// What the combinations are ordered by; nil: as they were given.
  let order: SweepOrder?

  private var keys: [String] { plan.cells.first?.map(\.key) ?? [] }

  /// The cells in the order that is asked for, each with its trials.
  private func groups(_ trials: [Trial]) -> [(
    cell: [Override], trials: [Trial], summary: TrialSummary
  )] {
    let groups = plan.cells.indices.map { index in
      let own = Array(trials[index * plan.seeds.count..<(index + 1) * plan.seeds.count])
      return (cell: plan.cells[index], trials: own, summary: TrialSummary(own))
    }
    guard let order else { return groups }
    // Of equals the one that was given first: sorting alone would not promise that.
    return groups.enumerated().sorted {
      (order.rank($0.element.summary, plan), $0.offset) < (
        order.rank($1.element.summary, plan), $1.offset
      )
    }.map(\.element)
  }

  // MARK: Text

  /// A column of the table: its head, and what a combination has in it.
  private typealias Column = (head: String, text: (TrialSummary) -> String)

  /// A line for each cell, in columns.
  func text(_ trials: [Trial]) -> String {
    let (groups, columns) = (groups(trials), columns(trials))
    let rows = groups.map { group in
      group.cell.map(\.value) + columns.map { $0.text(group.summary) }
    }
    let effects = SweepEffects(plan, trials, by: order).map { "\n\($0.sentence)\n" }
    return alignedRows([keys + columns.map(\.head)] + rows).map { $0 + "\n" }.joined()
      + (effects ?? "")
  }

  private func columns(_ trials: [Trial]) -> [Column] {
    let average = plan.averageOfHeldOut
    var columns: [Column] = [
      ("runs", { "\($0.count)" }), ("loss min", { Self.number($0.loss?.minimum) }),
      ("median", { Self.number($0.loss?.median) }), ("max", { Self.number($0.loss?.maximum) }),
      ("diverged", { "\($0.diverged)" }),
    ]
    if trials.contains(where: { $0.accuracy != nil }) {
      columns.append(("accuracy", { Self.percent($0.accuracy?.median) }))
    }
    if trials.contains(where: { $0.heldOutLoss != nil }) {
      columns.append(("held out loss", { Self.number(average($0.heldOutLoss)) }))
    }
    if trials.contains(where: { $0.heldOutAccuracy != nil }) {
      columns.append(("accuracy", { Self.percent(average($0.heldOutAccuracy)) }))
    }
    if trials.contains(where: { $0.isSuccess != nil }) {
      columns.append(("success", { Self.percent($0.share) }))
      columns.append(("first epoch", { Self.number($0.firstEpoch?.median) }))
    }
    return columns
  }

  private static func number(_ value: Double?) -> String {
    guard let value else { return "-" }
    return value.isFinite ? String(printf: "%.4g", value) : "inf"
  }

  private static func percent(_ value: Double?) -> String {
    value.map { percentText($0, decimals: 1) } ?? "-"
  }

  // MARK: CSV

  /// The head of the rows.
  var csvHead: String {
    CSVText.line(
      keys + ["seed"] + (plan.hasFolds ? ["fold"] : [])
        + [
          "loss", "data_loss", "accuracy", "heldout_loss", "heldout_accuracy", "diverged",
          "success", "first_epoch",
        ])
  }

  /// Head and rows.
  func csv(_ trials: [Trial]) -> String {
    csvHead + trials.enumerated().map { csvRow($0.offset, $0.element) }.joined()
  }

  /// The row of a trial by its place; what there is not is empty.
  func csvRow(_ place: Int, _ trial: Trial) -> String {
    let seed = plan.seed(of: place)
    return CSVText.line(
      plan.cells[plan.cell(of: place)].map(\.value) + ["\(seed.seed)"]
        + (plan.hasFolds ? [seed.fold.map { "\($0)" } ?? ""] : [])
        + Self.fields(of: trial))
  }

  private static func fields(of trial: Trial) -> [String] {
    [
      text(trial.loss), text(trial.dataLoss), text(trial.accuracy), text(trial.heldOutLoss),
      text(trial.heldOutAccuracy), "\(trial.hasDiverged)", trial.isSuccess.map { "\($0)" } ?? "",
      trial.firstEpoch.map { "\($0)" } ?? "",
    ]
  }

  private static func text(_ value: Double?) -> String { value.map { "\($0)" } ?? "" }

  // MARK: JSON

  /// Everything as one object.
  func json(_ trials: [Trial]) -> String {
    let cells = groups(trials).map { group in
      let settings = group.cell.map { ($0.key, JSONText.string($0.value)) }
      return JSONText.object([
        ("settings", JSONText.object(settings)), ("summary", Self.json(group.summary)),
        ("runs", JSONText.array(zip(plan.seeds, group.trials).map(Self.json))),
      ])
    }
    let effects = SweepEffects(plan, trials, by: order)?.shares.map {
      ($0.key, JSONText.number($0.share))
    }
    return JSONText.object([
      ("cells", JSONText.array(cells)),
      ("effects", effects.map { JSONText.object($0) } ?? "null"),
    ]) + "\n"
  }

  private static func json(_ summary: TrialSummary) -> String {
    JSONText.object([
      ("runs", "\(summary.count)"), ("diverged", "\(summary.diverged)"),
      ("loss", json(summary.loss)), ("data_loss", json(summary.dataLoss)),
      ("accuracy", json(summary.accuracy)), ("heldout_loss", json(summary.heldOutLoss)),
      ("heldout_accuracy", json(summary.heldOutAccuracy)),
      ("successes", summary.successes.map { "\($0)" } ?? "null"),
      ("first_epoch", json(summary.firstEpoch)),
    ])
  }

  private static func json(_ spread: Spread?) -> String {
    guard let spread else { return "null" }
    return JSONText.object([
      ("min", JSONText.number(spread.minimum)), ("median", JSONText.number(spread.median)),
      ("max", JSONText.number(spread.maximum)), ("mean", JSONText.number(spread.mean)),
    ])
  }

  private static func json(_ seed: SweepPlan.Seed, _ trial: Trial) -> String {
    JSONText.object(
      [("seed", "\(seed.seed)"), ("fold", seed.fold.map { "\($0)" } ?? "null")]
        + members(of: trial) { $0.map(JSONText.number) ?? "null" })
  }

  /// What came of a run, as members of an object; `number` writes numbers, of which some are not finite.
  static func members(
    of trial: Trial, number: (Double?) -> String
  ) -> [(key: String, json: String)] {
    [
      ("loss", number(trial.loss)), ("data_loss", number(trial.dataLoss)),
      ("accuracy", number(trial.accuracy)), ("heldout_loss", number(trial.heldOutLoss)),
      ("heldout_accuracy", number(trial.heldOutAccuracy)), ("diverged", "\(trial.hasDiverged)"),
      ("success", trial.isSuccess.map { "\($0)" } ?? "null"),
      ("first_epoch", trial.firstEpoch.map { "\($0)" } ?? "null"),
    ]
  }
}

extension TrialSummary {
  /// The share of the runs that fulfil the goal.
  fileprivate var share: Double? { successes.map { Double($0) / Double(max(1, count)) } }
}
