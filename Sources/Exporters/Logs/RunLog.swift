import NeuralNetwork

/// What a run's log says of one update, from the parameters before it.
struct LogRow: Sendable {
  /// The update, from 0, and its epoch, from 0.
  let step, epoch: Int
  /// The figures by name; nil where this update has none.
  let figures: [(name: String, value: Double?)]

  init(_ run: Run) {
    let training = run.step
    (step, epoch) = (run.position.update, run.epoch)
    let begins = run.position.update == run.update(afterEpochs: run.epoch)
    figures = [
      ("learning_rate", training.learningRate), ("batch_loss", training.loss),
      ("batch_data_loss", training.dataLoss), ("gradient_norm", training.totalGradientNorm),
      ("loss", run.isBatchWhole || begins ? run.objective : nil),
      ("accuracy", begins ? run.accuracy : nil), ("heldout_loss", begins ? run.heldOutLoss : nil),
      ("heldout_accuracy", begins ? run.heldOutAccuracy : nil),
    ]
  }

  /// The rows of a run.
  static func all(_ run: ExportedRun) throws -> [LogRow] {
    var rows: [LogRow] = []
    try run.forEachMadeStep { rows.append(LogRow($0)) }
    return rows
  }
}

extension Exporter {
  private static let seldom =
    "Figures of all samples and of those held out stand in the first row of each epoch"

  /// The run's log as comma-separated values.
  static let csv = Exporter(
    name: "csv", title: "CSV log", summary: "A row for each update: its rate, losses and gradient",
    limits: seldom, fileExtension: "csv"
  ) { run in
    let rows = try LogRow.all(run)
    let names = rows.first?.figures.map(\.name) ?? []
    var text = (["step", "epoch"] + names).joined(separator: ",") + "\n"
    for row in rows {
      let values = row.figures.map { $0.value.map { "\($0)" } ?? "" }
      text += (["\(row.step)", "\(row.epoch)"] + values).joined(separator: ",") + "\n"
    }
    return Array(text.utf8)
  }

  /// The run's log as a JSON object a line.
  static let jsonLines = Exporter(
    name: "jsonl", title: "JSON Lines log",
    summary: "An object a line for each update: its rate, losses and gradient", limits: seldom,
    fileExtension: "jsonl"
  ) { run in
    let lines = try LogRow.all(run).map { row in
      let figures = row.figures.compactMap { name, value in
        value.map { "\"\(name)\":\($0.isFinite ? "\($0)" : "null")" }
      }
      let members = ["\"step\":\(row.step)", "\"epoch\":\(row.epoch)"] + figures
      return "{" + members.joined(separator: ",") + "}\n"
    }
    return Array(lines.joined().utf8)
  }
}
