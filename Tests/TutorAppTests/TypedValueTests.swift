import NeuralNetwork
import TerminalCanvas
import Testing

@testable import TutorApp

/// The key W: a value for the selected parameter, typed by hand.
@Suite struct TypedValueTests {
  private let weight = ParameterIndex.weight(layer: 1, unit: 1, input: 1)

  @Test func itIsSetAndKeptInTheJournal() throws {
    var tutor = try Tutor(Samples.line)
    tutor.model.look.selected = weight
    tutor.press("W", "1", ",", "5")
    #expect(tutor.screen.contains("= 1,5_"))
    #expect(tutor.run.network[weight] != 1.5, "nothing is set before Enter")
    tutor.press(.enter)
    #expect(tutor.run.network[weight] == 1.5)
    #expect(tutor.run.journal.entries.map(\.change) == [.parameter(weight, 1.5)])
    #expect(tutor.run.position.update == 0)
  }

  @Test func itTakesNothingButANumber() throws {
    var tutor = try Tutor(Samples.line)
    tutor.model.look.selected = weight
    let before = tutor.run.network[weight]
    tutor.press("W", "q")
    #expect(tutor.screen.contains("not part of a number") && !tutor.hasQuit)
    tutor.press("1", "e", .enter)
    #expect(tutor.screen.contains("'1e' is not a number"))
    tutor.press("W", .enter)
    #expect(tutor.screen.contains("Nothing is typed yet"))
    tutor.press("W", "7", .escape)
    #expect(tutor.run.network[weight] == before)
    #expect(tutor.model.look.typedValue == nil)
  }

  @Test func withoutASelectionItSaysWhatIsMissing() throws {
    var tutor = try Tutor(Samples.line)
    tutor.model.look.selected = nil
    tutor.press("W")
    #expect(tutor.screen.contains("Select a parameter first"))
    #expect(!tutor.model.keyContext.takesText)
  }
}
