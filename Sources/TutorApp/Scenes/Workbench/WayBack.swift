import Experiments
import NeuralNetwork
import Workbench

extension Model {
  /// Takes the focused run back to its last good update, with a rate that trains from there.
  mutating func recover() -> [Effect] {
    guard run.divergence != nil else {
      notice = "Every number of this run is finite: there is nothing to go back from"
      return []
    }
    notice = "Back where the loss was lowest, with a learning rate that trains from there"
    return explore(
      .act("the way back") { workspace throws(Diagnostics) in
        guard let recovery = Recovery(of: workspace.focusedRun) else {
          throw Diagnostics([
            Diagnostic(
              file: "run", message: "No smaller learning rate trains from here; r begins again.")
          ])
        }
        workspace.changeFocusedRun { recovery.perform(on: &$0) }
      })
  }
}
