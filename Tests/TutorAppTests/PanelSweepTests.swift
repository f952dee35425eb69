import Experiments
import Lessons
import NeuralNetwork
import TerminalCanvas
import Testing
import Workbench

@testable import TutorApp

/// Every panel at every small size: drawn without a trap, and only inside its own rectangle.
@Suite struct PanelSweepTests {
  private static let sentinel: Character = "@"
  private static let margin = 2

  /// Workspaces with one run, with two, with a dead network, with one that has diverged, and with runs of other data.
  private static func models() throws -> [Model] {
    let plain = try Samples.all.map { try Tutor($0).pressing("u", "j").model }
    let forked = try Tutor(Samples.deep).pressing("u", "c", "a", "+", "u", ",", ",").model
    let fast = try Tutor(Samples.line).pressing("+", "+", "+", "+", "+", "+").model
    var diverged = fast
    diverged.workspace.forEachRun { $0.train(updates: 2000) }
    return try plain + [forked, diverged] + strangers()
  }

  /// Runs that have nothing in common but the screen, each of them in front once.
  private static func strangers() throws -> [Model] {
    var model = try Tutor(Samples.line).pressing("u").model
    for text in ["data: moons\nhidden: [4]\n", "data: insects\nhidden: [3, 2]\n"] {
      try model.workspace.fork()
      try model.workspace.begin(ExperimentFile(SourceText(name: "x", text: text)))
    }
    model.workspace.forEachRun { $0.train(updates: 2) }
    return model.workspace.runs.indices.map { index in
      var one = model
      one.workspace.focus(on: index)
      return one
    }
  }

  @Test(arguments: Panel.all)
  func aPanelStaysInItsRectangle(panel: Panel) throws {
    for var model in try Self.models() {
      // What a panel finds out at some cost it keeps, as in the program.
      let size = Size(width: 60, height: 20)
      panel.prepare?(&model, Rect(size: size), Canvas(size: size))
      for glyphs in GlyphSet.allCases {
        for height in [0, 1, 2, 3, 4, 5, 6, 7, 9, 12, 20] {
          for width in [0, 1, 2, 3, 5, 8, 11, 17, 18, 26, 41, 60] {
            draw(panel, model, Size(width: width, height: height), glyphs)
          }
        }
      }
    }
  }

  private func draw(_ panel: Panel, _ model: Model, _ size: Size, _ glyphs: GlyphSet) {
    let (width, height) = (size.width + 2 * Self.margin, size.height + 2 * Self.margin)
    var canvas = Canvas(size: Size(width: width, height: height), glyphs: glyphs)
    canvas.fill(canvas.bounds, with: Self.sentinel)
    let rect = Rect(x: Self.margin, y: Self.margin, width: size.width, height: size.height)
    panel.draw(model, rect, &canvas)
    let isUntouched = (0..<height).allSatisfy { y in
      (0..<width).allSatisfy { x in
        rect.contains(Point(x: x, y: y)) || canvas[x, y].character == Self.sentinel
      }
    }
    #expect(isUntouched, "\(panel) draws outside \(size.width)x\(size.height)")
    if glyphs == .ascii { #expect(canvas.text.utf8.allSatisfy { $0 < 128 }) }
  }
}
