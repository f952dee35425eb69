import ArgumentParser
import Experiments
import NeuralNetwork
import Platform

/// A file that the command line names; a table in CSV or the name of a data set stands for an experiment on it.
struct InputFile: ExpressibleByArgument, CustomStringConvertible {
  static let help: ArgumentHelp =
    "An experiment in YAML or JSON, a table in CSV, or a data set's name; '-' is an experiment on standard input."

  /// What a shell offers, with the names of data sets, which `CompletionScript` adds.
  static var defaultCompletionKind: CompletionKind { .file(extensions: fileExtensions) }

  /// How the names of its files end.
  static let fileExtensions = ["yaml", "yml", "json"] + CSVTable.fileExtensions

  let path: String
  /// The hidden layers of an experiment on a table or a named data set.
  var usualHidden = "[8]"

  init(argument: String) { path = argument }

  /// The name as a message shows it, on one line whatever it holds.
  var description: String { SafeText.visible(path) }

  /// The file's text, or the lines of the experiment that it stands for, which are said on standard error.
  /// - Throws: what is wrong with it.
  func text() throws(Diagnostic) -> SourceText { try content().text }

  /// The text, and what was read to find it: a table need not be read again.
  ///
  /// Settings that will take the place of its keys may decide what is usual.
  /// - Throws: what is wrong with the file.
  func content(
    with settings: [Override] = []
  ) throws(Diagnostic) -> (text: SourceText, known: ExperimentFile?) {
    guard let usual = UsualExperiment(named: path, hidden: usualHidden, with: settings) else {
      return (try experimentText(), nil)
    }
    Output.warn("\(self) stands for this experiment file: \(usual.lines.joined(separator: ", "))")
    return (usual.source, usual.known)
  }

  /// The text of an experiment file, or of a lesson's.
  private func experimentText() throws(Diagnostic) -> SourceText {
    if let name = nearbyDataset {
      throw Diagnostic(
        file: path, message: "There is no such file. Did you mean the data set '\(name)'?")
    }
    return try SourceText(path: path)
  }

  /// The data set that a name is near to that is no file's.
  private var nearbyDataset: String? {
    guard path != "-", !path.contains("."), !path.contains("/"),
      !FileManager.default.fileExists(atPath: path), Folder.file(near: path) == nil
    else { return nil }
    return Suggestion.name(near: path, among: NamedDataset.names)
  }

  /// The experiment in the file; what is wrong with it goes to standard error, and the program ends with 1.
  func experiment() throws -> Experiment { try experimentFile().experiment }

  /// The experiment with settings in place of the file's; notes about it go to standard error.
  func experimentFile(with settings: [Override] = []) throws -> ExperimentFile {
    try read(with: settings) { document, known in
      try document.read(with: settings, knowing: known)
    }
  }

  /// Reads the document; what is wrong with it goes to standard error, and notes about it do.
  func read(
    with settings: [Override] = [],
    _ body: (ExperimentDocument, ExperimentFile?) throws -> ExperimentFile
  ) throws -> ExperimentFile {
    let file = try reporting {
      try showingProgress {
        let (text, known) = try content(with: settings)
        return try body(ExperimentDocument(text), known)
      }
    }
    Output.notes(file.notes)
    return file
  }

  /// Whether it is a data set's name, and no file has it.
  var isDataset: Bool { UsualExperiment.isDataset(path) }

  /// Whether it is a table in CSV.
  var isTable: Bool { CSVTable.isPath(path) }
}
