import NeuralNetwork
import TerminalCanvas
import Testing

@testable import TutorApp

/// What the last step brought is marked until the next one.
@Suite struct FreshnessTests {
  /// The numbers and points of a panel that stand out.
  private func marked(_ panel: Panel, in tutor: Tutor) -> [String] {
    var canvas = Canvas(size: Size(width: 60, height: 12))
    panel.draw(tutor.model, canvas.bounds, &canvas)
    return (0..<12).flatMap { y -> [String] in
      let line = (0..<60).map { x -> Character in
        let cell = canvas[x, y]
        return cell.style.attributes.contains(.bold) && cell.style.role != .heading
          ? cell.character : " "
      }
      return String(line).split(separator: " ").map(String.init)
    }
  }

  @Test func eachPhaseMarksWhatItFindsOut() throws {
    var tutor = try Tutor(Samples.twoNeurons)
    while tutor.run.position.phase != .start { tutor.press(",") }
    let step = tutor.run.step
    tutor.press(".")
    #expect(marked(.network, in: tutor) == [number(step.activations(layer: 1)[0, 0]), "●"])
    #expect(tutor.model.direction == " forward →")
    tutor.press(".")
    #expect(marked(.network, in: tutor) == [number(step.activations(layer: 2)[0, 0]), "●"])
    tutor.press(".")
    #expect(marked(.network, in: tutor) == [number(step.loss)])
    #expect(tutor.model.direction == "")
    tutor.press(".")
    #expect(
      marked(.network, in: tutor) == [
        step.deltas(layer: 2)[0, 0].formatted(decimals: 4, signed: true)
      ])
    #expect(tutor.model.direction == " ← backward")
  }

  /// After an update the parameter that moved the furthest stands out, in the network and in the table.
  @Test func anUpdateMarksWhatMovedMost() throws {
    let tutor = try Tutor(Samples.twoNeurons).pressing("u")
    let moved = try #require(tutor.model.movedMost)
    let step = try #require(tutor.run.previousStep)
    for index in tutor.run.network.parameterIndices {
      #expect(abs(step.change(index)) <= abs(step.change(moved)))
    }
    #expect(marked(.network, in: tutor) == [number(tutor.run.network[moved], signed: true)])
  }

  @Test func nothingIsMarkedAfterGoingBack() throws {
    let tutor = try Tutor(Samples.twoNeurons).pressing("u", "u", "U")
    #expect(marked(.network, in: tutor).isEmpty)
  }
}
