import NeuralNetwork

/// The rows of `train --csv`.
struct TrainingRows {
  var run: Run

  /// Trains and prints one row an update: what it starts from and how large its gradient is.
  ///
  /// The loss over all samples stands in every row where the batch is all of them, else in the first row of each epoch.
  consuming func trainAndPrint(updates: Int) {
    var (pages, watch) = (OutputPages(), EarlyStoppingMonitor(run.experiment.earlyStopping))
    pages.append("update,epoch,learning_rate,loss,data_loss,batch_loss,gradient_norm\n")
    Interrupt.beginPolling()
    while run.position.update < updates, run.divergence == nil, !Interrupt.isRequested {
      watch.look(at: run)
      if watch.hasStopped { break }
      pages.append(Self.row(run))
      run.train(updates: 1)
    }
    pages.finish()
    Interrupt.report(after: run.position.update, of: updates)
    if let divergence = run.divergence { Output.warn(divergence.sentence) }
    watch.finish(&run)
    if let sentence = watch.sentence { Output.warn(sentence) }
  }

  private static func row(_ run: Run) -> String {
    let step = run.step
    let isTold = run.isBatchWhole || run.position.update % run.updatesPerEpoch == 0
    let losses = isTold ? ["\(run.objective)", "\(run.datasetLoss)"] : ["", ""]
    let fields =
      ["\(run.position.update)", "\(run.epoch)", "\(step.learningRate)"] + losses
      + ["\(step.loss)", "\(step.totalGradientNorm)"]
    return fields.joined(separator: ",") + "\n"
  }
}
