import NeuralNetwork
import TerminalCanvas
import Testing

@testable import TutorApp

/// Small pictures in a row of a table.
@Suite struct WayLineTests {
  private let swing = (0...40).map { $0.isMultiple(of: 2) ? 0.0 : 0.8 }

  /// The average of a swing stands still, and so would its column: it shows what it swings over.
  @Test func aSwingIsNotAveragedOut() {
    #expect(WayLine(swing).text(columns: 10, .braille) == String(repeating: "⣿", count: 10))
    #expect(WayLine(swing).text(columns: 10, .ascii) == String(repeating: "|", count: 10))
  }

  /// A swing that dies down is ever less high, until it is no more than its place.
  @Test func aSwingThatDiesDownIsLessHigh() {
    let values = (0...40).map { index in
      0.5 + (index.isMultiple(of: 2) ? -0.5 : 0.5) * (1 - Double(index) / 40)
    }
    let text = WayLine(values).text(columns: 10, .braille)
    #expect(text.hasPrefix("⣿") && text.contains("⠶") && text.last == "▅", "\(text)")
  }

  /// A way without turns is drawn in columns, and one that stands still not at all.
  @Test func aSmoothWayHasColumns() {
    #expect(
      WayLine((0...9).map(Double.init)).text(columns: 10, .braille).allSatisfy {
        "▁▂▃▄▅▆▇█".contains($0)
      })
    #expect(WayLine([1, 1, 1]).text(columns: 10, .braille).isEmpty)
    #expect(WayLine([1, .infinity]).text(columns: 10, .braille).isEmpty)
  }

  /// What is below 0 goes to the left of the line, and never vanishes.
  @Test func aSignedBarHasAZeroLine() {
    func text(_ share: Double, _ glyphs: GlyphSet = .braille) -> String {
      SignedBar(share).text(columns: 9, glyphs).plain
    }
    #expect(text(1) == "    │████" && text(-0.5) == "  ██│    " && text(0) == "    │    ")
    #expect(text(-0.001) == "   █│    " && text(0.001, .ascii) == "    │>   ")
    #expect(text(.nan) == "    │    " && text(7) == "    │████")
  }

  /// The bias is one of the terms of the sum, and has a bar as they do.
  @Test func theSumOfAFollowedSampleHasABarForTheBias() throws {
    let tutor = try Tutor(Samples.xor, size: Size(width: 120, height: 40)).pressing("u", "I")
    let lines = tutor.screen.split(separator: "\n")
    for name in ["bias b", "w₁[1,1] · "] {
      let line = try #require(lines.first { $0.contains(name) })
      #expect(line.contains("│") && line.contains("█"), "\(line)")
    }
  }
}
