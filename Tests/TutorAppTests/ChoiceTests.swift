import Experiments
import NeuralNetwork
import TerminalCanvas
import Testing
import Workbench

@testable import TutorApp

/// What was chosen of a run that changes its shape: it moves to something that there is.
@Suite struct ChoiceTests {
  @Test(arguments: ["set hidden 0", "layer remove 1"])
  func theSelectionMovesToAParameterThatThereIs(command: String) throws {
    var tutor = try Tutor.playground("xor")
    tutor.press("j", "j", "j")
    let before = try #require(tutor.model.look.selected)
    #expect(before == .weight(layer: 1, unit: 2, input: 1))
    tutor.press(":")
    tutor.enter(command)
    #expect(tutor.model.look.selected == .weight(layer: 1, unit: 1, input: 1))
    tutor.press("u", "W", "1", .enter, "d")
    #expect(tutor.run.network[.weight(layer: 1, unit: 1, input: 1)] == 1)
    tutor.press(.escape, "Z", "Z", "Z")
    #expect(!tutor.screen.isEmpty)
  }

  /// The very lines, as a screen reader's user types them.
  @Test func linesGoOnWithoutTheSelectedParameter() throws {
    var lines = ["j", "j", "j", "set hidden 0", "u", "unit remove 1 1"][...]
    var said: [String] = []
    var plain = PlainTutor(
      try Tutor.playground("xor").model, write: { said.append($0) })
    plain.run { lines.popFirst() }
    #expect(said.contains { $0.hasPrefix("Selected: w") })
  }

  /// Whatever kind it is, and wherever it was: what there is nearest to it.
  @Test func theNearestIsOfItsKindWhereThereIsOne() throws {
    let network = try Tutor.playground("xor").run.network
    let (hidden, depth) = (network.shape[1], network.depth)
    #expect(network.nearest(to: .bias(layer: 1, unit: 99)) == .bias(layer: 1, unit: hidden))
    #expect(network.nearest(to: .bias(layer: 9, unit: 4)) == .bias(layer: depth, unit: 1))
    #expect(
      network.nearest(to: ParameterIndex(layer: 1, kind: .gamma(unit: 99)))
        == .weight(layer: 1, unit: hidden, input: 1))
    for index in network.parameterIndices { #expect(network.nearest(to: index) == index) }
  }

  /// A sample held out that is chosen, of which fewer are held out then.
  @Test func aChosenSampleThatIsGoneIsNoLongerChosen() throws {
    var tutor = try Tutor.playground("digits")
    let count = try #require(tutor.run.heldOut).count
    (tutor.model.look.guess, tutor.model.panels) = (count - 1, [.images, .confusion])
    tutor.press(":")
    tutor.enter("set holdout 0.01")
    #expect(tutor.model.look.guess == nil)
    #expect(!tutor.screen.isEmpty)
  }

  /// What was being typed for a parameter is for none when that has gone.
  @Test func aValueThatIsTypedGoesWithItsParameter() throws {
    var tutor = try Tutor.playground("xor")
    tutor.press("j", "j", "j", "W", "1")
    #expect(tutor.model.look.typedValue == "1")
    tutor.perform([
      .send(.act("the layer") { workspace throws(Diagnostics) in try workspace.removeLayer(1) })
    ])
    #expect(tutor.model.look.typedValue == nil)
  }
}
