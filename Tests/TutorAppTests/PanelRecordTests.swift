import Experiments
import Lessons
import NeuralNetwork
import TerminalCanvas
import Testing

@testable import TutorApp

/// What holds of every panel's record.
@Suite struct PanelRecordTests {
  @Test func aNameStandsForOnePanel() {
    #expect(Set(Panel.names).count == Panel.all.count)
    for panel in Panel.all { #expect(Panel.named(panel.name) == panel) }
    for name in Panel.names {
      #expect(Glossary.panel(name) != nil, "say in the glossary what \(name) shows")
    }
    #expect(Panel.named("parabole") == nil)
  }

  @Test(arguments: Panel.all) func aRecordIsComplete(panel: Panel) throws {
    #expect(!panel.term.isEmpty && !panel.sheds.isEmpty)
    let isPlainName = panel.name.allSatisfy { $0.isASCII && ($0.isLowercase || $0 == "-") }
    #expect(isPlainName, "a lesson could not write \(panel.name)")
    for experiment in Samples.all {
      let model = try Tutor(experiment).pressing("u").model
      let needs = panel.needs(PanelContext(model.workspace))
      #expect(!panel.title(in: model).isEmpty)
      for extent in [needs.width, needs.height] {
        #expect(1 <= extent.least && extent.least <= extent.best && extent.best <= extent.most)
      }
      #expect(needs.weight > 0)
      // A diagnosis is words.
      #expect(
        panel == .diagnosis || !panel.legend(model).isEmpty,
        "explain the signs of \(panel) in the 'legend' of its record")
    }
  }

  /// With several runs a panel of one of them says which.
  @Test func aTitleSaysWhoseNumbersItShows() throws {
    let model = try Tutor(Samples.xor).pressing("c").model
    for panel in Panel.all {
      let namesItsRun = panel.title(in: model).hasSuffix(" · B")
      #expect(namesItsRun == (panel.subject == .focusedRun), "\(panel)")
    }
  }

  /// Beside a neighbor, too, a title is whole: where its first part is too long, the record has a shorter one.
  @Test(arguments: Panel.all) func aTitleIsWholeInTheLeastWidth(panel: Panel) throws {
    for experiment in Samples.all {
      var tutor = try Tutor(experiment)
      for key in [".", ".", ".", "."] as [Key] {
        tutor.press(key)
        let room = panel.needs(PanelContext(tutor.model.workspace)).width.least - 3
        let title = panel.title(in: tutor.model, width: room, .braille)
        #expect(title.count <= room, "'\(title)' wants a shorter one, 'brief:'")
      }
    }
  }

  /// The names are known to nobody but the list, so a new panel can be named by a lesson at once.
  @Test func aLessonNamesPanelsFromTheList() throws {
    let text = """
      ---
      format: 1
      title: Panels
      summary: Names of panels.
      minutes: 1
      experiment: {inputs: [[1]], targets: [[1]], layers: [{units: 1, activation: linear}], loss: mse, optimizer: {name: sgd, lr: 0.1}}
      panels: [PANEL]
      ---

      ## One

      Words.
      """
    func lesson(_ panel: String) throws -> Lesson {
      let source = SourceText(name: "01-panels.md", text: text.replacing("PANEL", with: panel))
      return try LessonParser.parse(source, panels: Panel.names)
    }
    for name in Panel.names { #expect(try lesson(name).panels == [name]) }
    #expect {
      _ = try lesson("gradient")
    } throws: {
      "\($0)".contains("Did you mean 'gradients'?")
    }
  }
}
