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
    let begun = try PanelState.begun.tutor().run
    #expect(begun.position == Position(update: 0, phase: .start))
    #expect(try PanelState.oneSample.tutor().run.dataset.count == 1)
    #expect(try PanelState.huge.tutor().run.step.loss > 1e20)
    #expect(try PanelState.unhidden.tutor().run.depth == 1)
    let half = try PanelState.halfLost.tutor().run
    let changes = half.network.parameterIndices.map { half.step.change($0) }
    #expect(changes.count { $0.isFinite } == 1)
    let lost = try PanelState.lostClasses.tutor()
    let outputs = try #require(lost.model.summary.guesses).outputs.elements
    #expect(lost.run.divergence != nil && outputs.contains { !(abs($0) < 1e20) })
  }

  /// Whatever has become of the numbers: every panel is drawn at every size, zoomed too, and inside its rectangle.
  @Test(arguments: Panel.all, PanelState.allCases)
  func everySizeIsDrawn(panel: Panel, state: PanelState) throws {
    var model = try state.tutor().model
    // What a panel finds out at some cost it keeps, as in the program.
    let usual = Canvas(size: Size(width: 60, height: 14))
    panel.prepare?(&model, usual.bounds, usual)
    for (width, height) in [(0, 0), (1, 1), (3, 9), (9, 3), (24, 6), (41, 9), (80, 24), (140, 40)] {
      for (glyphs, draw) in [(GlyphSet.braille, panel.drawZoomed), (.ascii, panel.draw)] {
        var canvas = Canvas(size: Size(width: width, height: height), glyphs: glyphs)
        draw(model, canvas.bounds, &canvas)
        #expect(glyphs != .ascii || canvas.text.utf8.allSatisfy { $0 < 128 })
        #expect(!canvas.text.contains("-nan"), "\(panel)")
      }
    }
  }

  /// Nothing that a panel says hangs on color alone: the same characters with tones and without, but for pictures.
  @Test(arguments: Panel.all, PanelState.allCases)
  func numbersAreTheSameWithoutColor(panel: Panel, state: PanelState) throws {
    let model = try state.tutor().model
    func numbers(_ showsTones: Bool) -> [String] {
      var canvas = Canvas(size: Size(width: 60, height: 14), showsTones: showsTones)
      panel.draw(model, canvas.bounds, &canvas)
      return canvas.lines.flatMap { line in
        line.matches(of: /[-+]?[0-9]+\.[0-9]+(e-?[0-9]+)?/).map { String($0.output.0) }
      }
    }
    // Numbers on the cells of a map, and their scale, have glyphs for neighbors where there is no color.
    guard ![Panel.network, .units, .heat, .contour, .data].contains(panel) else { return }
    #expect(numbers(true) == numbers(false), "\(panel)")
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
