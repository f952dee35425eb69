import Experiments
import NeuralNetwork
import Workbench

/// What a file holds of a run: its settings in the end, and the parameters that were set by hand on the way.
struct HeldRun: Sendable {
  let document: ExperimentDocument
  private var byHand: [Journal.Entry] = []

  /// An experiment's file, which knows of no parameter set by hand.
  init(_ document: ExperimentDocument) { self.document = document }

  /// All that there is of a run, as in a line of text of it.
  init(_ labeled: Workspace.LabeledRun) {
    document = labeled.fileInTheEnd.document
    byHand = labeled.run.journal.entries.filter { !$0.change.isSetting }
  }

  /// Whether a run loses nothing where this is kept.
  func holds(_ run: HeldRun) -> Bool {
    byHand == run.byHand && document.saysTheSame(as: run.document)
  }
}
