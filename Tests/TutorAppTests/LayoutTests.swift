import TerminalCanvas
import Testing

@testable import TutorApp

@Suite struct LayoutTests {
  private static let named: [Panel] = [.network, .chain, .loss, .gradients]
  private static let outlines = [
    PanelContext(), PanelContext(shape: [1, 1, 1], parameterCount: 4, dataCount: 5),
    PanelContext(shape: [2, 8, 8, 8, 8, 8, 8, 8, 1], runCount: 2, parameterCount: 465),
    PanelContext(shape: [64, 32, 10], runCount: 3, parameterCount: 2410, sampleCount: 100),
  ]

  private func layout(
    _ width: Int, _ height: Int, _ panels: [Panel] = named, _ outline: PanelContext = outlines[1]
  ) -> Layout {
    Layout(
      size: Size(width: width, height: height), panels: panels, zoomed: nil, hasText: true,
      outline: outline)
  }

  private func height(_ panel: Panel, in layout: Layout) -> Int? {
    layout.placements.first { $0.panel == panel }?.rect.height
  }

  @Test(arguments: [(0, 0), (3, 2), (20, 6), (39, 12), (67, 20), (80, 24), (140, 45), (200, 60)])
  func nothingOverlapsLeavesTheScreenOrStandsTwice(width: Int, height: Int) {
    for outline in Self.outlines {
      let layout = layout(width, height, Self.named, outline)
      let bounds = Rect(size: Size(width: width, height: height))
      let rects = layout.placements.map(\.rect) + layout.rules + [layout.text, layout.status]
      for (index, rect) in rects.enumerated() where !rect.isEmpty {
        #expect(rect.intersection(bounds) == rect)
        for other in rects[(index + 1)...] { #expect(rect.intersection(other).isEmpty) }
      }
      let panels = layout.placements.map(\.panel)
      #expect(Set(panels).count == panels.count)
    }
  }

  @Test(arguments: [(80, 24), (100, 30), (140, 45), (200, 60)])
  func aPanelHasItsLeastRowsAndNoMoreThanItsMost(width: Int, height: Int) {
    for outline in Self.outlines {
      for placement in layout(width, height, Self.named, outline).placements {
        let rows = placement.panel.needs(outline).height
        #expect(placement.rect.height >= rows.least, "\(placement.panel)")
        let isInStrip = placement.panel == .loss || placement.panel == .gradients
        #expect(isInStrip || placement.rect.height <= rows.most, "\(placement.panel)")
      }
    }
  }

  /// Five factors, their product and the next value, beside the whole network, at the smallest size.
  @Test func theTwoNeuronsAndTheirChainFitBesideTheText() {
    let layout = layout(80, 24)
    #expect(layout.placements.map(\.panel) == [.network, .chain, .loss, .gradients])
    #expect(height(.chain, in: layout) == 8)
    #expect(height(.network, in: layout) == 6)
    #expect(layout.text.width >= 38 && layout.text.height == 21)
  }

  @Test func eightLayersSideBySideFitWithTheirCurve() {
    let panels: [Panel] = [.network, .gradients, .loss, .comparison]
    let layout = layout(80, 24, panels, Self.outlines[2])
    #expect(layout.placements.map(\.panel) == [.gradients, .loss, .comparison])
    #expect(height(.gradients, in: layout) == 10)
  }

  @Test func aLargeScreenShowsMoreThanTheLessonNamed() {
    let layout = layout(140, 45)
    #expect(Set(layout.placements.map(\.panel)).isSuperset(of: [.parameters, .data, .diagnosis]))
    #expect(layout.rules.count == 1)
    let two = self.layout(140, 45, Self.named, Self.outlines[2])
    #expect(two.placements.map(\.panel).contains(.comparison))
  }

  /// The rule between two columns hangs from the titles at its top and joins those beside it.
  @Test func rulesJoinTheTitles() throws {
    let layout = layout(140, 45)
    var canvas = Canvas(size: Size(width: 140, height: 45))
    for placement in layout.placements {
      canvas.titledRule(placement.rect, title: "t")
    }
    layout.drawRules(on: &canvas)
    let rule = try #require(layout.rules.first)
    #expect(canvas[rule.x, rule.y].character == "┬")
    let column = (rule.y..<rule.maxY).map { canvas[rule.x, $0].character }
    #expect(column.contains("├") && column.contains("┤") && !column.contains(" "))
  }
}
