import Experiments
import NeuralNetwork
import TerminalCanvas
import Testing
import Workbench

@testable import TutorApp

/// Every setting of the list under the arrows, on the way, on every data set: whatever it changes, going back and ahead again
/// gives the same numbers, its session brings them back, and undo leads to where the run stood.
@Suite struct EverySettingTests {
  @Test(arguments: NamedDataset.all.map(\.name))
  func everySettingChangesAndComesBack(data: String) throws {
    var tutor = try Tutor.playground(
      "xor", "set data \(data)", "set hidden [4]", "set holdout 0.25", "set batch_size 8", "goto 3")
    tutor.press("o")
    let rows = try #require(tutor.model.playground?.settings.rows)
    var changes = 0
    for path in rows.map(\.path) {
      for key in [Key.left, .right] {
        let (before, edits) = (tutor.run, tutor.model.history.counts[0])
        tutor.model.playground?.settings.select(path)
        tutor.press(key)
        guard tutor.model.history.counts[0] > edits else { continue }
        changes += 1
        tutor.press("u", "u")
        let place = "\(path) by \(key) on \(data)"
        #expect(tutor.run.comesBack, "\(place)")
        #expect(try tutor.model.workspace.survivesItsSession(), "\(place)")
        tutor.press("Z")
        #expect(tutor.run.hasNumbers(of: before), "undone: \(place)")
      }
    }
    #expect(changes > rows.count / 2)
  }
}
