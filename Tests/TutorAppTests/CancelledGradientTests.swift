import Lessons
import TerminalCanvas
import Testing

@testable import TutorApp

/// Gradients as small as those that vanish, of layers that no diagnosis names.
@Suite struct CancelledGradientTests {
  private func asleep() throws -> Tutor {
    let lesson = try #require(try Samples.lessons().first { $0.id == "vanishing" })
    let page = try #require(lesson.pages.firstIndex { $0.title == "Level, and asleep" })
    return try Tutor(lesson, page: page)
  }

  /// Below the line every layer is told apart: no sample pulls at it, or the samples' pulls cancel.
  @Test func everySmallGradientHasItsReason() throws {
    let columns = gradientColumns(try asleep().model)
    let small = try #require(columns.last)
    let layers = 1...small.norms.count
    let below = layers.filter { (small.norms[$0 - 1] ?? 1) < GradientScale.marks[0] }
    let cancelled = below.filter { small.isCancelled(layer: $0) }
    #expect(!cancelled.isEmpty && cancelled.count < below.count)
    for layer in layers {
      #expect(!small.isCancelled(layer: layer) || small.verdict(layer: layer).isEmpty)
      #expect(
        below.contains(layer)
          == (small.isCancelled(layer: layer) || !small.verdict(layer: layer).isEmpty))
    }
    let healthy = columns[0]
    #expect(layers.allSatisfy { !healthy.isCancelled(layer: $0) } && healthy.longSummary == nil)
    #expect(small.longSummary?.hasSuffix(cancelled.count == 1 ? "cancels" : "cancel") == true)
  }

  /// Where there is no room for words, their bars and numbers are dimmer.
  @Test func theirBarsAreDim() throws {
    var tutor = try asleep()
    tutor.model.look.focusedPanel = .gradients
    var canvas = Canvas(size: Size(width: 40, height: 10))
    Panel.gradients.draw(tutor.model, canvas.bounds, &canvas)
    let column = try #require(gradientColumns(tutor.model).last)
    let rows = (1...column.norms.count).map { layer in
      (20..<40).contains { canvas[$0, layer].style.attributes.contains(.dim) }
    }
    #expect(rows == (1...column.norms.count).map { column.isCancelled(layer: $0) })
    let wide = tutor.lines(.gradients, 120, 12).joined(separator: "\n")
    #expect(wide.contains("cancels") && wide.contains("vanishing"))
  }
}
