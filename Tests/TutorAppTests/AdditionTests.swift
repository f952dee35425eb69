import TerminalCanvas
import Testing

@testable import TutorApp

/// The panel that CONTRIBUTING.md adds is drawn, told in words and explained from its record.
@Suite struct AdditionTests {
  @Test func aPanelDrawsFromItsRecord() throws {
    let tutor = try Tutor(Samples.xor)
    let lines = tutor.lines(.sizes, 20, 3)
    #expect(lines[1].hasPrefix("layer 1") && lines[2].hasPrefix("layer 2"))
    #expect(tutor.lines(.sizes, 20, 2).count == 2)
    #expect(Panel.sizes.words(tutor.model).count == 2 && !Panel.sizes.legend(tutor.model).isEmpty)
  }
}
