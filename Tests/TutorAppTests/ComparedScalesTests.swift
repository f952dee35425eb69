import NeuralNetwork
import TerminalCanvas
import Testing

@testable import TutorApp

/// What is compared stands on one scale, and a scale says where it ends and what is on it.
@Suite struct ComparedScalesTests {
  /// Of two weights the other one's cost lies on the same scale, dotted and in a color of its own.
  @Test func bothParabolasAreOnOneScale() throws {
    var tutor = try Tutor(Samples.valley).pressing("u", "u")
    let style = Style(.series2)
    func dots(_ tutor: Tutor) -> Int {
      var canvas = Canvas(size: Size(width: 60, height: 14))
      Panel.parabola.draw(tutor.model, canvas.bounds, &canvas)
      return (0..<14).map { y in (0..<60).count { canvas[$0, y].style == style } }.reduce(0, +)
    }
    #expect(Panel.parabola.title(in: tutor.model).contains("··· every w₂,"))
    // That of w₂ is so steep that it leaves the scale of w₁ soon.
    let steep = dots(tutor)
    #expect((1..<20).contains(steep))
    tutor.press("j", "j")
    #expect(Panel.parabola.title(in: tutor.model).contains("··· every w₁,"))
    #expect(dots(tutor) > 2 * steep)
    let alone = try Tutor(Samples.line).pressing("u")
    #expect(!Panel.parabola.title(in: alone.model).contains("···") && dots(alone) == 0)
  }

  /// The names of the curves shorten; neither they nor the values go, as long as there is room for a few letters.
  @Test func headsOfLossCurvesAreNamed() throws {
    var experiment = Samples.deep
    experiment.holdout = .share(0.2)
    experiment.batches = .size(20)
    let tutor = try Tutor(experiment, panels: ["loss"]).pressing("u", "u")
    #expect(tutor.lines(.loss, 80, 14).joined().contains("held out 0."))
    #expect(tutor.lines(.loss, 80, 14).joined().contains("smoothed 0."))
    let narrow = tutor.lines(.loss, 48, 14).joined()
    #expect(narrow.contains("held 0.") && narrow.contains("smooth 0."))
    let narrowest = tutor.lines(.loss, 32, 14).joined()
    #expect(narrowest.contains("held 0.") && narrowest.contains("sm. 0."))
    experiment.batches = .full
    let whole = try Tutor(experiment, panels: ["loss"]).pressing("u", "u")
    #expect(whole.lines(.loss, 80, 14).joined().contains("training 0."))
  }

  /// Where the scale of gradients ends before the bar does, an arrow says so.
  @Test func aBarThatIsCutHasAnArrow() {
    func bar(_ norm: Double, _ glyphs: GlyphSet = .braille) -> String {
      var canvas = Canvas(size: Size(width: 22, height: 1), glyphs: glyphs)
      GradientScale.drawBar(of: norm, .text, in: canvas.bounds, on: &canvas)
      return canvas.lines[0]
    }
    #expect(bar(1e4).hasSuffix("▶") && bar(1e4, .ascii).hasSuffix(">"))
    #expect(bar(.infinity).hasSuffix("▶"))
    #expect(bar(1e-9).hasPrefix("◀") && bar(1e-9, .ascii).hasPrefix("<"))
    for norm in [0, 1e-7, 1, 999] {
      #expect(!bar(norm).contains { "◀▶".contains($0) }, "\(norm)")
    }
  }
}
