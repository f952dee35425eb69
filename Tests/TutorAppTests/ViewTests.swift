import Lessons
import NeuralNetwork
import TerminalCanvas
import Testing

@testable import TutorApp

@Suite struct ViewTests {
  static let sizes = [
    (0, 0), (1, 1), (2, 2), (5, 3), (10, 4), (20, 6), (39, 10), (60, 20), (80, 24), (100, 30),
    (140, 45),
    (200, 60), (300, 8), (12, 90),
  ]

  /// Every screen at every size in every glyph set: drawn without a trap, and in ASCII without another character.
  @Test(arguments: sizes)
  func everyScreenIsDrawnAtEverySize(width: Int, height: Int) throws {
    for (experiment, glyphs) in zip(Samples.all, GlyphSet.allCases + [.ascii]) {
      var tutor = try Tutor(
        experiment, panels: Panel.names,
        size: Size(width: width, height: height),
        glyphs: glyphs)
      tutor.press("u", "c", "+", "u", "j")
      for panel in Panel.all {
        tutor.model.look.focusedPanel = panel
        tutor.model.look.isZoomed.toggle()
        let canvas = view(tutor.model)
        #expect(canvas.size == Size(width: width, height: height))
        let isASCII = canvas.text.allSatisfy { $0.isASCII }
        if glyphs == .ascii { #expect(isASCII) }
      }
      tutor.press("?")
      #expect(view(tutor.model).size.width == width)
    }
  }

  /// The end of the status line has no word that a lesson has not come to.
  @Test func theStatusNamesWhatIsExplained() throws {
    func recipe(_ id: String) throws -> String {
      let lesson = try #require(try Samples.lessons().first { $0.id == id })
      var tutor = try Tutor(lesson, page: 0)
      tutor.model.library = try Samples.lessons()
      return recipeTexts(tutor.model)[0]
    }
    #expect(try recipe("line-fit").isEmpty)
    #expect(try recipe("two-neurons").hasPrefix("1-1-1"))
    #expect(try recipe("adam").contains("momentum"))
  }

  /// Room is filled with what a lesson has explained by its page; what it asks for itself is shown.
  @Test func whatFillsRoomIsExplained() throws {
    let lessons = try Samples.lessons()
    func shown(_ id: String, page: Int) throws -> Set<String> {
      var tutor = try Tutor(try #require(lessons.first { $0.id == id }), page: page)
      tutor.model.library = lessons
      tutor.model.size = Size(width: 140, height: 45)
      return Set(tutor.model.layout.placements.map(\.panel.name))
    }
    let early = try shown("valley", page: 0)
    #expect(early.isSuperset(of: ["contour", "parabola", "parameters", "loss"]))
    #expect(early.isDisjoint(with: ["chain", "network", "gradients", "diagnosis"]))
    #expect(try shown("two-by-two", page: 6).contains("chain"))
    #expect(try shown("activations", page: 11).contains("diagnosis"))
  }

  /// The smallest screen that lessons are written for has room for everything that training is about.
  @Test func textCurveGradientsAndRateAreAllThereAt80By24() throws {
    let lesson = try #require(try Samples.lessons().first { $0.id == "exploding" })
    let tutor = try Tutor(lesson, page: 0)
    let layout = tutor.model.layout
    #expect(!layout.text.isEmpty && !layout.status.isEmpty)
    let panels = layout.placements.filter { $0.rect.height > 4 }.map(\.panel.name)
    #expect(panels.contains("loss") && panels.contains("gradients"))
    #expect(tutor.screen.contains("η "))
  }
}
