import Foundation
import NeuralNetwork

/// Trains, shows progress on standard error, and says at the end how it went.
struct TrainingReport {
  let name: String
  var run: Run
  private var watch: StoppingWatch
  /// Whether to say how often each class was taken for which.
  let showsConfusion: Bool

  init(name: String, run: Run, showsConfusion: Bool) {
    (self.name, self.run, self.showsConfusion) = (name, run, showsConfusion)
    watch = StoppingWatch(run.experiment.earlyStopping)
  }

  /// Trains and prints the summary.
  consuming func trainAndPrint(updates: Int, asJSON: Bool) {
    let firstLosses = [run.datasetLoss, run.heldOutLoss ?? 0]
    let clock = ContinuousClock()
    let start = clock.now
    train(updates: updates)
    let seconds = Double((clock.now - start) / .seconds(1))
    let figures = Array(zip(TrainingFigures.all(of: run), firstLosses))
    Output.write(asJSON ? json(figures) : summary(figures, seconds: seconds))
  }

  /// Trains in pieces of about a tenth of a second, with a line of progress after each.
  private mutating func train(updates: Int) {
    let isShown = isatty(STDERR_FILENO) == 1
    Interrupt.beginPolling()
    let clock = ContinuousClock()
    var piece = 1
    watch.look(at: run)
    while run.position.update < updates, run.divergence == nil, !watch.hasStopped,
      !Interrupt.isRequested
    {
      let before = run.position.update
      let stride = min(piece, updates - before, watch.updatesToLook(of: run))
      let time = clock.measure { run.train(updates: stride) }
      if run.position.update == before { break }
      watch.look(at: run)
      if time < .milliseconds(50) { piece = min(piece * 2, 1 << 24) }
      if time > .milliseconds(200) { piece = max(1, piece / 2) }
      if isShown { showProgress(of: updates) }
    }
    if isShown { Output.hint("\r\u{1B}[K") }
    if Interrupt.isRequested {
      Output.warn("Interrupted after \(run.position.update) of \(updates) updates.")
    }
    watch.finish(&run)
  }

  private func showProgress(of updates: Int) {
    let loss = String(format: "%.4g", run.step.loss)
    Output.hint("\rupdate \(run.position.update) of \(updates) · loss \(loss)\u{1B}[K")
  }

  private typealias Figures = [(now: TrainingFigures, firstLoss: Double)]

  private func summary(_ figures: Figures, seconds: Double) -> String {
    let shape = run.network.shape.map(String.init).joined(separator: "-")
    var lines = [
      "\(name): \(shape), \(run.network.parameterCount) parameters, \(run.dataset.count) samples"
        + (run.heldOut.map { ", \($0.count) held out" } ?? ""),
      "\(run.position.update) updates (\(run.epoch) epochs) in "
        + String(format: "%.2f s", seconds),
    ]
    lines += [watch.sentence].compactMap { $0 }
    lines += figures.map { "\($0.now.title): \($0.now.line(firstLoss: $0.firstLoss))" }
    if let divergence = run.divergence { lines.append("Diverged. " + divergence.sentence) }
    lines += run.diagnoses.map(\.sentence).filter { $0 != run.divergence?.sentence }.prefix(8)
    if showsConfusion { lines += figures.flatMap { $0.now.confusionTable } }
    return lines.joined(separator: "\n") + "\n"
  }

  private func json(_ figures: Figures) -> String {
    var members = [
      ("updates", "\(run.position.update)"), ("epochs", "\(run.epoch)"),
      ("parameters", "\(run.network.parameterCount)"), ("early_stopping", earlyStopping),
    ]
    members += figures.flatMap { $0.now.members(firstLoss: $0.firstLoss) }
    if showsConfusion {
      members += figures.map { ($0.now.key + "confusion", $0.now.confusionJSON) }
    }
    members.append(("divergence", run.divergence.map { JSONText.string($0.sentence) } ?? "null"))
    return "{" + members.map { "\(JSONText.string($0.0)):\($0.1)" }.joined(separator: ",") + "}\n"
  }

  /// Whether and where early stopping ended the training, and where it found the best; null without it.
  private var earlyStopping: String {
    guard run.experiment.earlyStopping != nil else { return "null" }
    return JSONText.object([
      ("stopped", "\(watch.hasStopped)"), ("trained_updates", "\(watch.lastUpdate ?? 0)"),
      ("best_update", watch.bestUpdate.map { "\($0)" } ?? "null"),
      ("best_held_out_loss", JSONText.number(watch.bestLoss)),
    ])
  }
}
