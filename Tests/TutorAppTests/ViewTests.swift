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

  @Test(arguments: sizes)
  func theLayoutNeverOverlapsOrLeavesTheScreen(width: Int, height: Int) {
    let size = Size(width: width, height: height)
    for hasText in [true, false] {
      let layout = Layout(size: size, panels: Panel.all, zoomed: nil, hasText: hasText)
      let rects =
        [layout.title, layout.text, layout.status, layout.keys] + layout.placements.map(\.rect)
      for (index, rect) in rects.enumerated() where !rect.isEmpty {
        #expect(rect.intersection(Rect(size: size)) == rect)
        for other in rects[(index + 1)...] { #expect(rect.intersection(other).isEmpty) }
      }
    }
  }

  @Test func textCurveGradientsAndRateAreAllThereAt80By24() {
    let layout = Layout(
      size: Size(width: 80, height: 24), panels: [.network, .chain, .loss, .gradients], zoomed: nil,
      hasText: true)
    #expect(layout.text.width >= 38 && layout.text.height >= 20)
    #expect(Set(layout.placements.map(\.panel)).isSuperset(of: [.loss, .gradients, .network]))
  }
}
