import Experiments
import NeuralNetwork
import Workbench

extension Lesson {
  /// The lesson on rows of the learner's own: its recipes, questions and pages stay, its runs learn from the table.
  /// - Throws: why it cannot be.
  public func onTable(
    _ path: String, target: String, inputs: [String]
  ) throws(Diagnostics) -> Lesson {
    guard takesTable else {
      throw Diagnostics([
        Diagnostic(
          file: path,
          message: "The lesson '\(id)' has data of its own; 'capstone' takes a table of yours.")
      ])
    }
    let file = try workspace.focusedFile.onTable(path, target: target, inputs: inputs)
    guard file.classNames != nil else {
      throw Diagnostics([
        Diagnostic(
          file: path,
          message:
            "The lesson tells kinds apart, and '\(target)' holds amounts: choose a column of words or of few whole numbers."
        )
      ])
    }
    var lesson = self
    do { lesson.workspace = try Workspace(file, panels: panels) } catch {
      throw Diagnostics([Diagnostic(file: path, message: error.sentence)])
    }
    lesson.table = path.split(separator: "/").last.map(String.init) ?? path
    return lesson
  }
}
