import TerminalCanvas
import Testing

@testable import TutorApp

/// The panel that CONTRIBUTING.md adds is drawn, told in words and explained from its record.
@Suite struct AdditionTests {
  @Test func aPanelDrawsFromItsRecord() throws {
    let tutor = try Tutor(Samples.xor)
    let lines = tutor.lines(.sizes, 20, 3)
    #expect(lines[0].hasPrefix("layer 1") && lines[1].hasPrefix("layer 2"))
    #expect(tutor.lines(.sizes, 20, 1).count == 1)
    #expect(Panel.sizes.words(tutor.model).count == 2)
  }
}
