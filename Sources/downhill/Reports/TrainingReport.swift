import NeuralNetwork
import Platform

/// Trains, shows progress on standard error, and says at the end how it went.
struct TrainingReport {
  private let name: String
  private var run: Run
  private var watch: EarlyStoppingMonitor
  private let extras: TrainingSummary.Extras

  init(name: String, run: Run, extras: TrainingSummary.Extras) {
    (self.name, self.run, self.extras) = (name, run, extras)
    watch = EarlyStoppingMonitor(run.experiment.earlyStopping)
  }

  /// Trains and prints the summary.
  consuming func trainAndPrint(updates: Int, asJSON: Bool) {
    let firstLosses = TrainingFigures.losses(of: run)
    let clock = ContinuousClock()
    let start = clock.now
    train(updates: updates)
    let seconds = Double((clock.now - start) / .seconds(1))
    let summary = TrainingSummary(
      name: name, run: run, watch: watch, firstLosses: firstLosses, extras: extras)
    Output.write(asJSON ? summary.json : summary.text(seconds: seconds))
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
    Interrupt.report(after: run.position.update, of: updates)
    watch.finish(&run)
  }

  private func showProgress(of updates: Int) {
    let name = run.isBatchWhole ? "loss" : "batch loss"
    let loss = String(printf: "%.4g", run.step.loss)
    Output.hint("\rupdate \(run.position.update) of \(updates) · \(name) \(loss)\u{1B}[K")
  }
}
