import Experiments
import NeuralNetwork

extension Workspace.LabeledRun {
  /// What the samples are called that it began with; nil where they were written out.
  public var dataName: String? { file.document.dataName }

  /// What the samples are called that it learns from where it stands, and how many were changed by hand on the way there; nil
  /// where nothing is to be said of them.
  public var samplesInWords: String? {
    let edits = run.journal.entries.filter { $0.update <= run.position.update }
    let byHand = edits.count { $0.change.isOfSamples }
    return byHand == 0 ? dataName : "\(dataName ?? "written out"), \(byHand) by hand"
  }
}
