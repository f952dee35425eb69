import ArgumentParser
import Experiments
import Foundation
import NeuralNetwork

/// A file that the command line names; a table in CSV or the name of a data set stands for an experiment on it.
struct InputFile: ExpressibleByArgument, CustomStringConvertible {
  static let help: ArgumentHelp =
    "An experiment in YAML or JSON, a table in CSV, or a data set's name; '-' is standard input."

  /// What a shell offers.
  static var defaultCompletionKind: CompletionKind {
    .file(extensions: ["yaml", "yml", "json", "csv"])
  }

  let path: String
  /// The hidden layers of an experiment on a table or a named data set.
  var usualHidden = "[8]"

  init(argument: String) { path = argument }

  /// The name as a message shows it, on one line whatever it holds.
  var description: String { SafeText.visible(path) }

  /// The file's text, or the lines of the experiment that it stands for, which are said on standard error.
  /// - Throws: what is wrong with it.
  func text() throws(Diagnostic) -> SourceText {
    guard let lines = usualExperiment else { return try SourceText(path: path) }
    Output.warn("\(self) stands for this experiment file: \(lines.joined(separator: ", "))")
    return SourceText(name: path, text: lines.joined(separator: "\n") + "\n")
  }

  /// The experiment in the file; what is wrong with it goes to standard error, and the program ends with 1.
  func experiment() throws -> Experiment { try experimentFile().experiment }

  /// The experiment with settings in place of the file's; notes about it go to standard error.
  func experimentFile(with settings: [Override] = []) throws -> ExperimentFile {
    let file = try reporting { try ExperimentDocument(text()).read(with: settings) }
    Output.notes(file.notes)
    return file
  }

  /// Whether it is a data set's name, and no file has it.
  var isDataset: Bool {
    NamedDataset.all.map(\.name).contains(path)
      && !FileManager.default.fileExists(atPath: path)
  }

  /// Whether it is a table in CSV.
  var isTable: Bool { path.lowercased().hasSuffix(".csv") }

  /// The lines of an experiment on a table or a named data set; nil for an experiment file.
  private var usualExperiment: [String]? {
    if isDataset { return ["data: \(path)", "hidden: \(usualHidden)"] }
    return isTable ? linesOnTable : nil
  }

  /// Inputs are scaled, and targets that are amounts; of classes there is nothing to scale.
  private var linesOnTable: [String] {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let lines = ["data: {csv: \(JSONText.string(name))}", "hidden: \(usualHidden)"]
    let scaled = lines + ["scaling: {inputs: standard, targets: standard}"]
    let text = SourceText(name: path, text: scaled.joined(separator: "\n") + "\n")
    let isOfAmounts = (try? ExperimentDocument(text).read()) != nil
    return isOfAmounts ? scaled : lines + ["scaling: standard"]
  }
}
