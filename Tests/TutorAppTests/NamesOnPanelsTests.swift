import Experiments
import NeuralNetwork
import TerminalCanvas
import Testing

@testable import TutorApp

/// That panels say what their marks, curves and numbers are, on small screens as well.
@Suite struct NamesOnPanelsTests {
  private func tutor(_ text: String) throws -> Tutor {
    try Tutor(ExperimentFile(SourceText(name: "x.yaml", text: text)))
  }

  /// Names of curves come before the gap, and the upright line has a word.
  @Test func curvesHaveNamesInLittleRoom() throws {
    let moons = "data: {name: moons, samples: 40}\nhidden: [4]\nholdout: 0.25"
    let tutor = try tutor(moons).pressing("u", "u")
    let figures = tutor.lines(.trainval, 38, 9)[0]
    #expect(figures.contains("train ") && figures.contains("held out ") && figures.contains("┊"))
    #expect(!figures.contains("gap") && tutor.lines(.trainval, 60, 9)[0].contains("gap"))
  }

  @Test func otherSamplesOnALossCurveAreNamed() throws {
    let tutor = try Tutor(Samples.line).pressing("u")
    #expect(Panel.losscurve.title(in: tutor.model, width: 36, .braille).hasSuffix("○ others"))
  }

  /// Amounts over two inputs have no classes: their picture names the columns, and a target's hue is that of such an output.
  @Test func amountsOverAPlane() throws {
    let tutor = try tutor(
      "inputs: [[1, 2], [2, 1], [3, 3]]\ntargets: [[0], [4], [9]]\n"
        + "input_names: [area, rooms]\nlayers: [{units: 1, activation: linear}]\nloss: mse")
    let title = Panel.data.title(in: tutor.model)
    #expect(title.hasPrefix("output over area → and rooms ↑") && title.hasSuffix("above 4.5"))
    var canvas = Canvas(size: Size(width: 40, height: 12), showsTones: true)
    Panel.data.draw(tutor.model, canvas.bounds, &canvas)
    let marks = canvas.cells.filter { "○●".contains($0.character) }
    #expect(marks.count == 3)
    #expect(marks.allSatisfy { $0.style.tone?.ramp == .sign && $0.style.ground == nil })
  }

  /// The axes of amounts are in the table's units, and a click is one in those of the network.
  @Test func amountsAreShownInTheirUnits() throws {
    let tutor = try tutor(
      "inputs: [[100, 1], [200, 2], [300, 3]]\ntargets: [[0], [4], [9]]\nscaling: standard\n"
        + "layers: [{units: 1, activation: linear}]\nloss: mse")
    let lines = tutor.lines(.data, 44, 12)
    #expect(lines[11].contains("200") && lines.contains { $0.hasPrefix("2") }, "\(lines)")
    let rect = Rect(x: 0, y: 0, width: 44, height: 12)
    let parts = RegionParts(tutor.run, in: rect)
    #expect(parts.shown(tutor.run.dataset.inputs).row(0).elementsEqual([100, 1]))
    #expect(abs(parts.inputs(at: (200, 2))[0]) < 1e-9)
  }

  /// The loss of the batch is said to be a mean where a panel beside it shows that of one sample.
  @Test func meansAreNamed() throws {
    let tutor = try Tutor(Samples.line).pressing("u")
    #expect(tutor.run.step.sampleCount > 1)
    #expect(tutor.lines(.parabola, 41, 9)[0].hasPrefix(" mean E = "))
    #expect(Panel.network.title(in: tutor.model).hasSuffix("sample 1 alone"))
  }

  /// The selected unit has a mark over the weights that lead into it.
  @Test func theSelectedUnitIsMarkedInCells() throws {
    let tutor = try Tutor(Samples.deep).pressing("j")
    #expect(tutor.lines(.network, 60, 12)[0].contains("↓"))
  }

  /// A step has no place where it is undecided.
  @Test func aStepJumps() throws {
    let step = "data: and\nlayers: [{units: 1, activation: step}]\nloss: perceptron"
    #expect(OutputSides(try tutor(step).run).meaningOfLine.contains("z is 0"))
  }
}
