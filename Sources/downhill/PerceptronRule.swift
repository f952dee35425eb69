import ArgumentParser
import NeuralNetwork

/// The command perceptron: the perceptron rule on whole numbers.
struct PerceptronRule: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "perceptron",
    abstract: "Train one unit by the perceptron rule, in whole numbers.",
    discussion: """
      The unit fires where z = w·x + b ≥ 0. From weights of 0 the samples come in their order, and each that is \
      classified wrong moves the weights: w ← w + (t - y) x, b ← b + (t - y). It ends when an epoch makes no mistake, \
      or when the weights come back to where they were: then no weights separate the classes, as for XOR. Each epoch is \
      compared with the last of the epochs 0, 1, 2, 4, 8 and so on, so that a return may be noticed some epochs late.

      Of the file only the samples count, without those of 'holdout' and 'test': whole numbers in, 0 or 1 out. \
      The name of a data set is enough: 'downhill perceptron and'. --csv prints one row an epoch.
      """)

  @OptionGroup var options: ExperimentOptions

  @Option(parsing: .unconditional, help: "The most epochs to make.")
  var epochs = 1000

  func validate() throws {
    guard (1...100_000).contains(epochs) else {
      throw ValidationError("Give from 1 to 100000 epochs.")
    }
  }

  func run() throws {
    Interrupt.listen()
    var file = options.file
    file.usualHidden = "[]"
    let experiment = try file.experiment()
    let table = try accepting(options.file) { () throws(ExperimentError) in
      try PerceptronTable(name: "\(options.file)", run(of: experiment), epochs: epochs)
    }
    options.print(text: table.text, csv: table.csv, json: table.json)
  }

  private func run(of experiment: Experiment) throws(ExperimentError) -> Run {
    guard experiment.layers.count == 1 else {
      throw ExperimentError(
        .data, "The perceptron rule trains one unit without hidden layers: write 'hidden: []'.")
    }
    return try Run(experiment)
  }
}
