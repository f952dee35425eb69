import NeuralNetwork
import Platform

/// What `train` says in the end.
struct TrainingSummary {
  /// What is said only when asked for.
  struct Extras {
    /// Whether to say how often each class was taken for which.
    var showsConfusion = false
    /// The names of the classes, where they have any.
    var classNames: [String]?
    /// Shares of the weights to prune.
    var pruning: [Double] = []
  }

  let name: String
  let run: Run
  let watch: EarlyStoppingMonitor
  let extras: Extras
  /// The figures in the end, and the losses of the same samples in the beginning.
  private let figures: [(now: TrainingFigures, firstLoss: Double)]

  init(name: String, run: Run, watch: EarlyStoppingMonitor, firstLosses: [Double], extras: Extras) {
    (self.name, self.run, self.watch, self.extras) = (name, run, watch, extras)
    figures = Array(zip(TrainingFigures.all(of: run), firstLosses).map { ($0, $1) })
  }

  private var confusion: [(key: String, table: ConfusionTable)] {
    guard extras.showsConfusion else { return [] }
    return figures.compactMap { figures, _ in
      figures.confusion.map {
        (
          figures.key + "confusion",
          ConfusionTable(title: figures.title, counts: $0, classNames: extras.classNames)
        )
      }
    }
  }

  private var pruning: PruningTable? {
    extras.pruning.isEmpty ? nil : PruningTable(of: run, shares: extras.pruning)
  }

  /// As lines.
  func text(seconds: Double) -> String {
    var lines = [
      "\(name): \(run.network.shapeText), \(run.network.parameterCount.counted("parameter")), "
        + run.dataset.count.counted("sample")
        + (run.heldOut.map { ", \($0.count) held out" } ?? "")
        + (run.test.map { ", \($0.count) for the test" } ?? ""),
      "\(run.position.update.counted("update")) (\(run.epoch.counted("epoch"))) in "
        + String(printf: "%.2f s", seconds),
    ]
    lines += [watch.sentence].compactMap { $0 }
    lines += figures.map { $0.now.line(firstLoss: $0.firstLoss) }
    lines += run.diagnoses.map { ($0.kind == .divergence ? "Diverged. " : "") + $0.sentence }
    lines += LayerTable(step: run.step).lines
    lines += confusion.flatMap(\.table.lines) + (pruning?.lines ?? [])
    return lines.joined(separator: "\n") + "\n"
  }

  /// As one object.
  var json: String {
    var members = [
      ("updates", "\(run.position.update)"), ("epochs", "\(run.epoch)"),
      ("parameters", "\(run.network.parameterCount)"), ("early_stopping", earlyStopping),
    ]
    for (figures, firstLoss) in figures {
      members += [
        (figures.key + "samples", "\(figures.samples)"),
        (figures.key + "first_loss", JSONText.number(firstLoss)),
      ]
      members += figures.members
    }
    members.append(("layers", LayerTable(step: run.step).json))
    if extras.showsConfusion {
      members.append(
        ("classes", extras.classNames.map { JSONText.array($0.map(JSONText.string)) } ?? "null"))
      members += confusion.map { ($0.key, $0.table.json) }
    }
    if let pruning { members.append(("pruning", pruning.json)) }
    members.append(
      ("diagnoses", JSONText.array(run.diagnoses.map { JSONText.string($0.sentence) })))
    members.append(("divergence", run.divergence.map { JSONText.string($0.sentence) } ?? "null"))
    return JSONText.object(members) + "\n"
  }

  /// Whether and where early stopping ended the training, and where it found the best; null without it.
  private var earlyStopping: String {
    guard run.experiment.earlyStopping != nil else { return "null" }
    return JSONText.object([
      ("stopped", "\(watch.hasStopped)"), ("trained_updates", "\(watch.lastUpdate ?? 0)"),
      ("best_update", watch.bestUpdate.map { "\($0)" } ?? "null"),
      ("best_heldout_loss", JSONText.number(watch.bestLoss)),
    ])
  }
}
