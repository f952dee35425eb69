import NeuralNetwork
import TerminalCanvas
import Testing
import Workbench

@testable import TutorApp

/// What holds of every panel, whatever has become of the training.
@Suite struct PanelStateTests {
  /// The states are what they say.
  @Test func theStates() throws {
    let diverged = try PanelState.diverged.tutor()
    #expect(diverged.run.divergence != nil)
    let dead = try PanelState.dead.tutor()
    for index in 0..<dead.run.dataset.count {
      let inputs = Matrix([Array(dead.run.dataset.inputs.row(index))])
      #expect(dead.run.network.activations(for: inputs)[0].elements.allSatisfy { $0 == 0 })
    }
    let wrong = try PanelState.wrong.tutor()
    #expect(wrong.run.heldOut != nil && wrong.model.summary.guesses?.mistakes.isEmpty == false)
    let many = try PanelState.manyClasses.tutor()
    #expect(many.model.summary.guesses?.confusion.rows == 12 && many.model.look.guess != nil)
    let compared = try PanelState.compared.tutor().model.workspace
    #expect(compared.runs.map(\.run.learningRate) == [0.1, 0.2])
  }

  /// With two runs the title of a panel of one says which; that of all runs does not.
  @Test(arguments: Panel.all) func titlesNameTheRun(panel: Panel) throws {
    let model = try PanelState.compared.tutor().model
    #expect(
      panel.title(in: model).hasSuffix(" · B") == (panel.subject == .focusedRun), "\(panel)")
    for state in PanelState.allCases where state != .compared {
      let title = try panel.title(in: state.tutor().model)
      #expect(!title.isEmpty && !title.hasSuffix(" · A"), "\(panel)")
    }
  }

  /// A drawing changes nothing: what is drawn again, on any canvas, is the same.
  @Test(arguments: Panel.all, PanelState.allCases)
  func aDrawingIsTheSameTwice(panel: Panel, state: PanelState) throws {
    let tutor = try state.tutor()
    let first = tutor.drawing(of: panel, 60, 14)
    #expect(tutor.drawing(of: panel, 60, 14) == first)
    #expect(try state.tutor().drawing(of: panel, 60, 14) == first, "a run is what its recipe says")
  }

  /// Sentences of panels are whole, whatever has become of the numbers in them.
  @Test(arguments: Panel.all, PanelState.allCases)
  func wordsAreSentences(panel: Panel, state: PanelState) throws {
    for words in try panel.words(state.tutor().model) {
      #expect(!words.contains("  ") || words.hasPrefix(" "), "\(panel): \(words)")
      #expect(!words.hasSuffix(" ") && !words.isEmpty, "\(panel)")
      #expect(words.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control })
    }
  }
}
