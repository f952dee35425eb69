import NeuralNetwork

/// The rows of `train --csv`.
struct TrainingRows {
  var run: Run

  /// Trains and prints one row an update: what it starts from and how large its gradient is.
  consuming func trainAndPrint(updates: Int) {
    Output.write("update,epoch,learning_rate,loss,data_loss,gradient_norm\n")
    var (rows, watch) = ("", EarlyStoppingMonitor(run.experiment.earlyStopping))
    Interrupt.beginPolling()
    while run.position.update < updates, run.divergence == nil, !Interrupt.isRequested {
      watch.look(at: run)
      if watch.hasStopped { break }
      rows += Self.row(run)
      run.train(updates: 1)
      if rows.utf8.count > 1 << 16 {
        Output.write(rows)
        rows = ""
      }
    }
    Output.write(rows)
    Interrupt.report(after: run.position.update, of: updates)
    if let divergence = run.divergence { Output.warn(divergence.sentence) }
    watch.finish(&run)
    if let sentence = watch.sentence { Output.warn(sentence) }
  }

  private static func row(_ run: Run) -> String {
    let step = run.step
    let numbers = [step.learningRate, step.loss, step.dataLoss, step.totalGradientNorm].map {
      "\($0)"
    }
    return "\(run.position.update),\(run.epoch),\(numbers.joined(separator: ","))\n"
  }
}
