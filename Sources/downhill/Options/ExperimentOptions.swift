import ArgumentParser
import NeuralNetwork

/// What every command on an experiment takes: the file, and the form of what it prints.
struct ExperimentOptions: ParsableArguments {
  @Argument(help: InputFile.help)
  var file: InputFile

  @Flag(help: "Print comma-separated values.")
  var csv = false

  @Flag(help: "Print one JSON object.")
  var json = false

  func validate() throws {
    if csv, json { throw ValidationError("Give --csv or --json, not both.") }
  }

  /// The answer in the form that is asked for.
  func print(
    text: @autoclosure () -> String, csv rows: @autoclosure () -> String,
    json object: @autoclosure () -> String
  ) {
    Output.write(csv ? rows() : json ? object() : text())
  }

  /// A run at the beginning of an experiment; what the engine rejects goes to standard error, and the program ends with 1.
  func run(of experiment: Experiment) throws -> Run {
    try accepting(file) { () throws(ExperimentError) in try Run(experiment) }
  }
}
