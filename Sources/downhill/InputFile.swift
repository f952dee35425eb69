import ArgumentParser
import Lessons
import NeuralNetwork

/// A file that the command line names.
struct InputFile: ExpressibleByArgument, CustomStringConvertible {
  let path: String

  init(argument: String) { path = argument }

  /// The name as a message shows it, on one line whatever it holds.
  var description: String { SafeText.visible(path) }

  /// The file's text.
  /// - Throws: what is wrong with it.
  func text() throws(Diagnostic) -> SourceText { try SourceText(path: path) }

  /// The experiment in the file; what is wrong with it goes to standard error, and the program ends with 1.
  func experiment() throws -> Experiment { try reporting { try ExperimentFile.read(text()) } }
}
