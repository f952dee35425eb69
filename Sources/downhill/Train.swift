import ArgumentParser
import Experiments
import NeuralNetwork

/// The command train: an experiment without a screen.
struct Train: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train",
    abstract: "Train an experiment without a screen.",
    discussion: """
      A summary is printed when training is over; with a terminal on standard error, progress is shown there. \
      ^C ends the training; what was trained so far is printed, except with --trace, and the exit code is 130. \
      A run that diverges stops before the first value that is not finite; that is a result, not a failure. \
      With 'holdout' and 'early_stopping: {patience: 10}' in the file, training stops after 10 epochs in which the loss \
      on held-out samples reached no new low, and goes back to its last low. A low counts as new when it is below the \
      last by more than 'min_delta', which is 0 unless the file gives it beside 'patience'.

      The summary ends with the update that would come next: the norms of each layer's gradients, and how large the \
      update is beside the weights (about 0.001 is usual). --confusion adds how often each class was taken for which, \
      --prune 0.5,0.9 what remains of loss and accuracy when that share of the weights, the smallest, is set to 0.

      The loss is that over all samples that are learned from, penalties included; data_loss is the same without them, \
      batch_loss that of the batch of one update. Figures of held-out and test samples have no penalties in them.

      --csv prints one row an update: losses before it, its learning rate and the norm of its gradient; where the batch is \
      not the data, loss and data_loss stand in the first row of each epoch. --json prints the summary as one object. \
      --trace --json prints every update's losses (of its batch), rates and gradient norms, the steps in 'record_steps' in \
      full, and the end. Numbers are as short as they can be and still read back \
      exactly; those that are not finite are null.
      """)

  /// The most updates that a trace records.
  static let longestTrace = 1_000_000

  @OptionGroup var options: ExperimentOptions

  @OptionGroup var length: RunLength

  @Option(parsing: .unconditional, help: "The seed, in place of the file's.")
  var seed: Int?

  @Option(
    name: [.customLong("lr"), .customLong("learning-rate")], parsing: .unconditional,
    help: "The learning rate, in place of the file's.")
  var learningRate: Double?

  @Option(
    name: .customLong("set"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "A value in place of the file's: --set hidden=8x8 --set optimizer.momentum=0.9.",
      valueName: "key=value"), completion: .settings)
  var settings: [String] = []

  @Flag(help: "How often each class was taken for which, in the summary or with --json.")
  var confusion = false

  @Option(
    parsing: .unconditional,
    help: "Shares of the weights, the smallest, to set to 0 when training is over: 0.5,0.9.")
  var prune: String?

  @Flag(help: "With --json: the record of the whole run.")
  var trace = false

  func validate() throws {
    if let seed, seed < 0 { throw ValidationError("Give a seed of 0 or above.") }
    if confusion, options.csv || trace {
      throw ValidationError("--confusion goes with the summary or with --json alone.")
    }
    if prune != nil, options.csv || trace {
      throw ValidationError("--prune goes with the summary or with --json alone.")
    }
    _ = try shares()
    _ = try overrides()
    if trace, !options.json { throw ValidationError("--trace goes with --json.") }
    if let rate = learningRate, !(rate >= 0 && rate.isFinite) {
      throw ValidationError("The learning rate must be a finite number that is not negative.")
    }
  }

  func run() throws {
    Interrupt.listen()
    let source = try options.file.experimentFile(with: overrides())
    let experiment = adjusted(source.experiment)
    let run = try accepting(options.file) { () throws(ExperimentError) in try Run(experiment) }
    if confusion, run.accuracy == nil || run.hasLabels {
      Output.warn(
        "\(options.file): --confusion needs classes: a sigmoid or softmax output layer, and one class a sample."
      )
      throw ExitCode.failure
    }
    let updates = length.updates(of: run) ?? run.experiment.usualUpdates
    if trace {
      try printTrace(experiment, updates: updates)
    } else if options.csv {
      TrainingRows(run: run).trainAndPrint(updates: updates)
    } else {
      let extras = TrainingSummary.Extras(
        showsConfusion: confusion, classNames: source.classNames, pruning: try shares())
      TrainingReport(name: "\(options.file)", run: run, extras: extras)
        .trainAndPrint(updates: updates, asJSON: options.json)
    }
    if Interrupt.isRequested { throw ExitCode(Interrupt.exitCode) }
  }

  private func overrides() throws -> [Override] {
    try settings.map { text in
      guard let setting = Override(argument: text) else {
        throw ValidationError("Write --set KEY=VALUE, such as --set optimizer.momentum=0.9.")
      }
      return setting
    }
  }

  /// The file's experiment with what the options put in its place.
  private func adjusted(_ experiment: Experiment) -> Experiment {
    var experiment = experiment
    if let seed { experiment.seed = UInt64(seed) }
    if let learningRate { experiment.optimizer.learningRate = learningRate }
    return experiment
  }

  private func shares() throws -> [Double] {
    guard let prune else { return [] }
    let shares = Override.values(of: prune).map(Double.init)
    guard shares.allSatisfy({ (0...1).contains($0 ?? -1) }) else {
      throw ValidationError("--prune needs shares from 0 to 1, such as 0.5,0.9.")
    }
    return shares.compactMap { $0 }
  }

  private func printTrace(_ experiment: Experiment, updates: Int) throws {
    guard updates <= Self.longestTrace else {
      Output.warn("A trace records \(Self.longestTrace) updates at most: use --steps or --csv.")
      throw ExitCode.failure
    }
    let trace = try RunRecord(experiment, steps: updates)
    if let divergence = trace.divergence { Output.warn(divergence.sentence) }
    JSONText.write(trace.value)
  }
}
