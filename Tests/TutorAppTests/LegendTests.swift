import Experiments
import NeuralNetwork
import TerminalCanvas
import Testing
import Workbench

@testable import TutorApp

/// What the legend says of a sign is what the panel draws.
@Suite struct LegendTests {
  /// Each sign of these panels is on the screen, in the color that the legend has for it.
  @Test(arguments: [Panel.data, .parabola, .losscurve])
  func aSignLooksAsItIsDrawn(panel: Panel) throws {
    let tutor = try Tutor(Samples.line).pressing("u", "u")
    let cells = cells(of: panel, tutor)
    for row in panel.legend(tutor.model) where row.sign.plain != "?" {
      let piece = try #require(row.sign.spans.first)
      let isDrawn = cells.contains { cell in
        cell.style == piece.style
          && (["───", "│"].contains(row.sign.plain) || String(cell.character) == piece.text)
      }
      #expect(isDrawn, "\(panel): \(row.sign.plain) \(row.meaning)")
    }
  }

  /// On a surface of any height the way of a run has the run's own hue, as its loss has.
  @Test func waysAndLossesShareTheHueOfTheirRun() throws {
    var tutor = try Tutor(Samples.valley)
    tutor.press("u", "c", "u", "u")
    #expect(tutor.model.workspace.runs.count == 2)
    for panel in [Panel.contour, .loss, .comparison] {
      for run in 0..<2 {
        let role = RunStyle(hue: run).style.role
        #expect(
          cells(of: panel, tutor).contains { $0.style.role == role },
          "\(panel), run \(run)")
      }
    }
  }

  /// After a run has diverged there is no axis to draw on: words say so.
  @Test func aCurveThatCannotBeDrawnIsSaidInWords() throws {
    var experiment = Samples.line
    experiment.optimizer = Optimizer(.sgd, learningRate: 1e200)
    var tutor = try Tutor(experiment)
    tutor.press("u", "u", "u", "u")
    let lines = tutor.lines(.parabola, 60, 12)
    #expect(lines[0].hasPrefix(" No curve: ") && lines.allSatisfy { !$0.contains("│") }, "\(lines)")
  }

  /// The lines of weights, their numbers and their signs in the legend are on one side of zero.
  @Test func weightsHaveTheColorsOfTheirLegend() throws {
    let tutor = try Tutor(Samples.xor)
    let rows = Panel.network.legend(tutor.model)
    let drawn = Set(cells(of: .network, tutor).compactMap(\.style.tone?.value).map { $0 > 0 })
    #expect(drawn == [true, false])
    for (word, isAbove) in [("above 0", true), ("below 0", false)] {
      let sign = try #require(rows.first { $0.meaning.contains("a weight \(word)") }).sign
      #expect(sign.spans.first?.style.role == (isAbove ? .positive : .negative))
      #expect(sign.spans.last?.style.tone.map { $0.value > 0 } == isAbove)
    }
  }

  /// Each class of three stands in the legend with its name and in its own color, which is that of the picture.
  @Test(arguments: [Panel.data, .shares])
  func classesHaveTheirColors(panel: Panel) throws {
    var experiment = Samples.classifier(shape: [2, 3, 3])
    experiment.data = .explicit(
      inputs: [[0, 0], [1, 0], [0, 1], [1, 1]],
      targets: [[1, 0, 0], [0, 1, 0], [0, 0, 1], [1, 0, 0]])
    experiment.layers[1].activation = .softmax
    experiment.loss = .categoricalCrossEntropy
    let tutor = try Tutor(experiment).pressing("u")
    let rows = panel.legend(tutor.model)
    for group in 0..<3 {
      let style = ScatterPlot.style(group: group)
      let row = try #require(rows.last { $0.sign.spans.first?.style == style }, "\(group)")
      #expect(row.meaning.contains("class \(group)"), "\(row.meaning)")
    }
  }

  /// What is right and what is wrong have grounds, without colors what is wrong is a warning, in the legend as in the matrix.
  @Test(arguments: [true, false]) func theConfusionHasTheColorsOfItsLegend(showsTones: Bool) throws
  {
    var tutor = try Tutor(Samples.xor)
    tutor.model.showsTones = showsTones
    let styles = Panel.confusion.legend(tutor.model).compactMap { $0.sign.spans.first?.style }
    let drawn = cells(of: .confusion, tutor, showsTones: showsTones).map(\.style)
    #expect(showsTones || styles.contains(.warning) && drawn.contains(.warning))
    let ramps = [styles, drawn].map { Set($0.compactMap(\.ground).map(\.ramp)) }
    #expect(ramps[0] == ramps[1] && ramps[0].isEmpty != showsTones)
  }

  private func cells(of panel: Panel, _ tutor: Tutor, showsTones: Bool = false) -> [Cell] {
    var canvas = Canvas(
      size: Size(width: 70, height: 24), glyphs: .braille, showsTones: showsTones)
    panel.draw(tutor.model, canvas.bounds, &canvas)
    return (0..<24).flatMap { y in (0..<70).map { canvas[$0, y] } }
  }
}
