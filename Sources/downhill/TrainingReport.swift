import Foundation
import NeuralNetwork

/// Trains, shows progress on standard error, and says at the end how it went.
struct TrainingReport {
  let name: String
  var run: Run

  /// Trains and prints the summary.
  consuming func trainAndPrint(updates: Int, asJSON: Bool) {
    let firstLoss = run.datasetLoss
    let clock = ContinuousClock()
    let start = clock.now
    train(updates: updates)
    let seconds = Double((clock.now - start) / .seconds(1))
    Output.write(
      asJSON ? json(firstLoss: firstLoss) : summary(firstLoss: firstLoss, seconds: seconds))
  }

  /// Trains in pieces of about a tenth of a second, with a line of progress after each.
  private mutating func train(updates: Int) {
    let isShown = isatty(STDERR_FILENO) == 1
    let clock = ContinuousClock()
    var piece = 1
    while run.position.update < updates, run.divergence == nil {
      let before = run.position.update
      let time = clock.measure { run.train(updates: min(piece, updates - before)) }
      if run.position.update == before { break }
      if time < .milliseconds(50) { piece = min(piece * 2, 1 << 24) }
      if time > .milliseconds(200) { piece = max(1, piece / 2) }
      if isShown { showProgress(of: updates) }
    }
    if isShown { Output.hint("\r\u{1B}[K") }
  }

  private func showProgress(of updates: Int) {
    let loss = String(format: "%.4g", run.step.loss)
    Output.hint("\rupdate \(run.position.update) of \(updates) · loss \(loss)\u{1B}[K")
  }

  private func summary(firstLoss: Double, seconds: Double) -> String {
    let shape = run.network.shape.map(String.init).joined(separator: "-")
    var lines = [
      "\(name): \(shape), \(run.network.parameterCount) parameters, \(run.dataset.count) samples",
      "\(run.position.update) updates (\(run.epoch) epochs) in "
        + String(format: "%.2f s", seconds),
      "loss over all samples: \(firstLoss) → \(run.datasetLoss)",
    ]
    if let accuracy = run.accuracy {
      lines.append("accuracy: " + String(format: "%.1f %%", accuracy * 100))
    }
    if let divergence = run.divergence { lines.append("Diverged. " + divergence.sentence) }
    lines += run.diagnoses.map(\.sentence).filter { $0 != run.divergence?.sentence }.prefix(8)
    return lines.joined(separator: "\n") + "\n"
  }

  private func json(firstLoss: Double) -> String {
    let members = [
      ("updates", "\(run.position.update)"), ("epochs", "\(run.epoch)"),
      ("parameters", "\(run.network.parameterCount)"), ("samples", "\(run.dataset.count)"),
      ("first_loss", JSONText.number(firstLoss)), ("loss", JSONText.number(run.datasetLoss)),
      ("accuracy", run.accuracy.map(JSONText.number) ?? "null"),
      ("divergence", run.divergence.map { JSONText.string($0.sentence) } ?? "null"),
    ]
    return "{" + members.map { "\(JSONText.string($0.0)):\($0.1)" }.joined(separator: ",") + "}\n"
  }
}
