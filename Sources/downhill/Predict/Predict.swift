import ArgumentParser
import Experiments
import Exporters
import NeuralNetwork
import Platform

/// The command predict: what a trained network makes of new rows.
struct Predict: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "predict",
    abstract: "Ask a trained network about new rows of a table.",
    discussion: """
      Printed is a table in CSV with a row for each new one: the targets in their own unit under the names of their columns; \
      for classes the class (of several that tie, the first), and under p(NAME) its probability, or score(NAME) where the outputs are none. Words, gaps and \
      scaling are treated as in training. Where the data of the experiment has no names, its columns are called x1, x2 …

        downhill predict iris.csv new.csv
        downhill export iris.yaml --to safetensors -o iris.safetensors
        downhill predict iris.yaml --weights iris.safetensors new.csv

      With --weights, or where the file gives all weights, the network is used as it is; otherwise it is trained before, as \
      'train' does it. --steps and --epochs say how long, and train a given one further.
      """)

  @Argument(help: InputFile.help)
  var file: InputFile

  @Argument(
    help: ArgumentHelp("The new rows, a table in CSV; '-' is standard input.", valueName: "table"),
    completion: .file(extensions: CSVTable.fileExtensions))
  var rows: InputFile

  @Option(
    help: ArgumentHelp("The network's parameters, a safetensors file.", valueName: "file"),
    completion: .file(extensions: ["safetensors"]))
  var weights: String?

  @OptionGroup var length: RunLength

  func validate() throws {
    if file.path == "-", rows.path == "-" {
      throw ValidationError("Standard input is either the experiment or the new rows.")
    }
  }

  func run() throws {
    Interrupt.listen()
    let experiment = try file.experimentFile(beginningWith: weights)
    let start = try accepting(file) { () throws(ExperimentError) in
      try Run(experiment.experiment)
    }
    let form =
      try experiment.table.map { table in
        try accepting(file) { () throws(ExperimentError) in
          table.filling(with: try experiment.experiment.fillers())
        }
      }
      ?? TableForm(inputs: start.network.inputCount, targets: start.dataset.targets.columns)
    // What is wrong with the rows is said before any training.
    let inputs = try reporting {
      try form.inputs(of: SourceText(path: rows.path)) { Output.notes([$0]) }
    }
    let run = try trained(experiment, from: start)
    Output.write(Predictions(run, form, classNames: experiment.classNames).csv(for: inputs))
  }

  /// The run after the updates that are asked for.
  private func trained(_ experiment: ExperimentFile, from start: Run) throws -> Run {
    let isGiven = experiment.experiment.layers.allSatisfy { $0.explicit != nil }
    let asked = length.updates(of: start)
    let updates = asked ?? (isGiven ? 0 : experiment.experiment.usualUpdates)
    let run = try accepting(file) { () throws(ExperimentError) in
      try ExportedRun(experiment, updates: updates).trained()
    }
    if asked == nil, !isGiven {
      Output.warn(
        "\(file): note: trained first, as 'train' does it: \(run.position.update.counted("update"))."
      )
    }
    return run
  }
}

extension InputFile {
  /// The experiment with the parameters of a file that the command line names.
  fileprivate func experimentFile(beginningWith weights: String?) throws -> ExperimentFile {
    guard let weights else { return try experimentFile() }
    // A path in an experiment is relative to it, one of the command line to where it is given.
    let path = URL(fileURLWithPath: weights).path
    let edit = ExperimentEdit("weights", value: YAMLNode(path))
    return try read { document, known in try document.read(replacing: [edit], knowing: known) }
  }
}
