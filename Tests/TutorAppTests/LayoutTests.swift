import Lessons
import TerminalCanvas
import Testing

@testable import TutorApp

@Suite struct LayoutTests {
  private static let named: [Panel] = [.network, .chain, .loss, .gradients]
  private static let contexts = [
    PanelContext(), PanelContext(shape: [1, 1, 1], parameterCount: 4, dataCount: 5),
    PanelContext(shape: [2, 8, 8, 8, 8, 8, 8, 8, 1], runCount: 2, parameterCount: 465),
    PanelContext(shape: [64, 32, 10], runCount: 3, parameterCount: 2410, sampleCount: 100),
  ]
  private static let sizes = [
    (0, 0), (3, 2), (20, 6), (39, 12), (67, 20), (80, 24), (100, 30), (120, 40), (140, 45),
    (160, 24), (200, 60), (80, 60),
  ]

  private func layout(
    _ width: Int, _ height: Int, _ panels: [Panel] = named, _ context: PanelContext = contexts[1],
    hasText: Bool = true, pageHeight: Int? = nil
  ) -> Layout {
    Layout(
      size: Size(width: width, height: height), panels: panels,
      textHeight: hasText ? { _ in 19 } : nil, pageHeight: pageHeight, context: context)
  }

  private func rect(_ panel: Panel, in layout: Layout) -> Rect? {
    layout.placements.first { $0.panel == panel }?.rect
  }

  @Test(arguments: sizes)
  func nothingOverlapsLeavesTheScreenOrStandsTwice(width: Int, height: Int) {
    for (context, hasText) in Self.contexts.flatMap({ [($0, true), ($0, false)] }) {
      for panels in [Self.named, Panel.all] {
        let layout = layout(width, height, panels, context, hasText: hasText)
        let bounds = Rect(size: Size(width: width, height: height))
        let lines = [layout.title, layout.scrubber, layout.status, layout.keys]
        let rects = layout.placements.map(\.rect) + layout.rules + [layout.text] + lines
        for (index, rect) in rects.enumerated() where !rect.isEmpty {
          #expect(rect.intersection(bounds) == rect)
          for other in rects[(index + 1)...] { #expect(rect.intersection(other).isEmpty) }
        }
        let placed = layout.placements.map(\.panel)
        #expect(Set(placed).count == placed.count)
      }
    }
  }

  /// Text, panels and the rules between them cover every cell, so that none is left for nobody.
  @Test(arguments: [(80, 24), (100, 30), (120, 40), (140, 45), (200, 60)])
  func nothingIsLeftForNobody(width: Int, height: Int) {
    for (context, hasText) in Self.contexts.flatMap({ [($0, true), ($0, false)] }) {
      let layout = layout(width, height, Self.named, context, hasText: hasText)
      let rects = layout.placements.map(\.rect) + layout.rules + [layout.text]
      let covered = rects.reduce(0) { $0 + $1.width * $1.height }
      #expect(covered == width * (height - 4), "\(width)x\(height)")
    }
  }

  @Test(arguments: [(80, 24), (100, 30), (140, 45), (200, 60)])
  func aPanelHasTheLeastItNeeds(width: Int, height: Int) {
    for context in Self.contexts {
      for placement in layout(width, height, Self.named, context).placements {
        let needs = placement.panel.needs(context)
        #expect(placement.rect.height >= needs.height.least, "\(placement.panel)")
        #expect(placement.rect.width >= needs.width.least, "\(placement.panel)")
      }
    }
  }

  /// Five factors, their product and the next value, beside the whole network, at the smallest size.
  @Test func theTwoNeuronsAndTheirChainFitBesideTheText() {
    let layout = layout(80, 24)
    #expect(layout.placements.map(\.panel) == [.network, .chain, .loss, .gradients])
    #expect(rect(.chain, in: layout)?.height == 8)
    #expect(rect(.network, in: layout)?.height == 6)
    #expect(layout.text == Rect(x: 0, y: 1, width: 39, height: 20))
    #expect(rect(.loss, in: layout)?.y == rect(.gradients, in: layout)?.y)
  }

  @Test func eightLayersSideBySideFitWithTheirCurve() {
    let panels: [Panel] = [.network, .gradients, .loss, .comparison]
    let layout = layout(80, 24, panels, Self.contexts[2])
    #expect(layout.placements.map(\.panel) == [.network, .gradients, .comparison])
    #expect(rect(.gradients, in: layout)?.height == 10)
  }

  /// The first panel is the largest wherever it can use the room, however many others there are.
  @Test(arguments: [(100, 40), (120, 40), (140, 45), (200, 60)])
  func spareRoomGoesToTheHero(width: Int, height: Int) {
    for hero in [Panel.data, .loss, .parabola] {
      let panels = [hero] + Self.named.filter { $0 != hero }
      let layout = layout(width, height, panels)
      let areas = layout.placements.map { ($0.panel, $0.rect.width * $0.rect.height) }
      #expect(areas.max { $0.1 < $1.1 }?.0 == hero, "\(hero) at \(width)x\(height)")
    }
  }

  /// Also where it cannot grow far: then there are fewer columns, so that what fills them does not stand above it.
  @Test func aPanelThatHardlyGrowsIsStillSeenFirst() {
    let panels: [Panel] = [.network, .chain, .parameters]
    let areas = layout(140, 45, panels).placements.map {
      ($0.panel, $0.rect.width * $0.rect.height)
    }
    #expect(areas.max { $0.1 < $1.1 }?.0 == .network, "\(areas)")
  }

  /// From page to page a panel keeps its place, whichever is the page's own; that one is the larger.
  @Test func aPanelThatStaysOpenStaysInItsPlace() throws {
    var context = Self.contexts[1]
    context.order = [.network, .loss, .chain]
    let pages: [[Panel]] = [[.network, .loss], [.loss, .network], [.chain, .network]]
    for panels in pages {
      let layout = layout(80, 24, panels, context)
      #expect(rect(.network, in: layout)?.origin == Point(x: 40, y: 1), "\(panels)")
    }
    let layout = layout(80, 24, [.loss, .network], context)
    #expect(
      try #require(rect(.loss, in: layout)).height > #require(rect(.network, in: layout)).height)
  }

  /// Pages with the same panel of their own show the others where they stood, whichever of them they name.
  @Test(arguments: [(120, 40), (140, 45), (200, 60)])
  func whatHasRoomStandsWhereItStood(width: Int, height: Int) {
    var context = Self.contexts[1]
    context.order = [.network, .loss, .chain, .gradients]
    let pages: [[Panel]] = [[.network, .loss], [.network, .gradients, .chain], [.network]]
    let places = pages.map { layout(width, height, $0, context).placements.map(\.rect) }
    #expect(Set(places).count == 1, "\(places)")
    let panels = pages.map { layout(width, height, $0, context).placements.map(\.panel) }
    #expect(Set(panels).count == 1, "\(panels)")
  }

  /// Wide as it may be, no column beside the hero's is wider; and a hero that could not use more leaves room under the text.
  @Test(arguments: [(140, 45), (180, 50), (200, 60), (230, 60)])
  func noNeighborIsWiderThanTheHero(width: Int, height: Int) throws {
    let layout = layout(width, height, [.data, .network], Self.contexts[2])
    let own = try #require(rect(.data, in: layout))
    for placement in layout.placements { #expect(placement.rect.width <= own.width) }
    let small = self.layout(width, height, [.gradients, .loss], Self.contexts[1])
    #expect(small.placements.contains { $0.rect.x < small.text.maxX })
  }

  /// A short list has no tall column of its own while a curve has one, too, that it could stand under.
  @Test(arguments: [(140, 45), (160, 50), (200, 60), (230, 70)])
  func noLargePartStaysEmpty(width: Int, height: Int) throws {
    for lesson in try Samples.lessons() {
      let panels = lesson.panels.compactMap(Panel.named)
      let context = PanelContext(lesson.workspace)
      let layout = layout(width, height, panels, context)
      let idle = layout.placements.map { placement in
        let most = placement.panel.needs(context).height.most
        return max(0, placement.rect.height - min(most, height)) * placement.rect.width
      }
      let text = (layout.text.height - 19) * layout.text.width
      #expect(
        6 * (idle.reduce(0, +) + max(0, text)) < width * height, "lesson \(lesson.number)")
    }
  }

  /// On the smallest screens a title with a row or none below it would be all there is of a panel: the text has these rows.
  @Test func aTitleAloneIsNoPanel() {
    let layout = layout(40, 10)
    #expect(layout.placements.isEmpty && layout.text.height == 7)
    #expect(!self.layout(40, 12).placements.isEmpty)
  }

  /// A larger screen never gives the hero less than a smaller one, up to the best it can use, nor another panel less than
  /// it has beside the text of the smallest screen.
  @Test func aLargerScreenShowsNothingSmaller() throws {
    for lesson in try Samples.lessons() {
      let panels = lesson.panels.compactMap(Panel.named)
      let context = PanelContext(lesson.workspace)
      var smaller: Layout?
      for (width, height) in Self.ladder {
        let layout = self.layout(width, height, panels, context)
        defer { smaller = layout }
        let shown = panels.filter { rect($0, in: layout) != nil }
        guard let smaller, shown == panels.filter({ rect($0, in: smaller) != nil }) else {
          continue
        }
        for panel in shown {
          let (old, new) = (
            try #require(rect(panel, in: smaller)), try #require(rect(panel, in: layout))
          )
          let needs = panel.needs(context)
          let most = panel == panels[0] ? needs.width.best : min(40, needs.width.best)
          let place = "lesson \(lesson.number), \(panel) at \(width)x\(height)"
          #expect(new.width >= min(old.width, most), "\(place)")
          #expect(
            panel != panels[0] || new.height + 1 >= min(old.height, needs.height.best), "\(place)")
        }
      }
    }
  }

  private static let ladder = [
    (80, 24), (90, 26), (100, 30), (110, 30), (119, 40), (120, 40), (129, 40), (130, 40), (140, 45),
    (150, 45), (160, 50), (180, 50), (200, 60),
  ]

  /// What a question could be about waits in its place, so that committing an answer moves nothing.
  @Test(arguments: sizes) func aGuessMovesNothing(width: Int, height: Int) {
    var guessing = Self.contexts[1]
    guessing.isGuessing = true
    let (open, answered) = (
      layout(width, height, [.loss], guessing), layout(width, height, [.loss])
    )
    #expect(open.placements.map(\.rect) == answered.placements.map(\.rect))
    #expect(open.placements.map(\.panel) == answered.placements.map(\.panel))
    #expect(answered.placements.allSatisfy { !$0.isVeiled })
    for placement in open.placements {
      #expect(placement.isVeiled == (placement.panel != .loss && placement.panel.couldTell))
    }
  }

  /// Beside a zoomed panel of a wide screen stand its explanation and the way of the runs; in a narrower one the explanation
  /// stands below a panel of few rows, and the smallest is all the panel's.
  @Test(arguments: [(80, 24), (129, 40), (130, 40), (140, 45), (200, 60)])
  func aZoomedPanelIsExplained(width: Int, height: Int) {
    let size = Size(width: width, height: height)
    let layout = Layout(size: size, panels: Self.named, zoomed: .chain, textHeight: nil)
    let isWide = width >= 130
    #expect(layout.placements.map(\.panel) == (isWide ? [.chain, .loss] : [.chain]))
    #expect(layout.notes.isEmpty == (width < 90))
    let rects = layout.placements.map(\.rect) + layout.rules + [layout.notes]
    #expect(rects.reduce(0) { $0 + $1.width * $1.height } == width * (height - 4))
    // With the loss itself zoomed the page's own panel stands there.
    let loss = Layout(size: size, panels: Self.named, zoomed: .loss, textHeight: nil)
    #expect(loss.placements.map(\.panel) == (isWide ? [.loss, .network] : [.loss]))
  }

  @Test func aLargeScreenShowsMoreThanTheLessonNamed() {
    let layout = layout(140, 45)
    #expect(Set(layout.placements.map(\.panel)).isSuperset(of: [.parameters, .data, .diagnosis]))
    let two = self.layout(140, 45, Self.named, Self.contexts[2])
    #expect(two.placements.map(\.panel).contains(.comparison))
  }

  /// In tall screens panels stand under the text, which takes the rows of the lesson's tallest page.
  @Test func panelsStandUnderAShortText() {
    let layout = layout(100, 45)
    #expect(layout.text.height == 19)
    #expect(layout.placements.contains { $0.rect.x == 0 && $0.rect.y == layout.text.maxY })
  }

  /// Under a page that is shorter than others of its lesson one more panel stands, and nothing else moves for it.
  @Test(arguments: sizes)
  func aPanelStandsUnderAShortPage(width: Int, height: Int) {
    for context in Self.contexts {
      let tall = layout(width, height, Self.named, context)
      let short = layout(width, height, Self.named, context, pageHeight: 8)
      #expect(Array(short.placements.prefix(tall.placements.count)) == tall.placements)
      #expect(layout(width, height, Self.named, context, pageHeight: height) == tall)
      guard let added = short.placements.dropFirst(tall.placements.count).first else {
        #expect(short == tall)
        continue
      }
      #expect(!tall.placements.map(\.panel).contains(added.panel))
      #expect(short.text.height > 8 && short.text.maxY == added.rect.y)
      #expect(
        added.rect.x == tall.text.x && added.rect.maxX == tall.text.maxX
          && added.rect.maxY == tall.text.maxY)
    }
    #expect(layout(80, 24, pageHeight: 8).placements.count == layout(80, 24).placements.count + 1)
  }

  /// The rule between two columns hangs from the titles at its top and joins those beside it.
  @Test func rulesJoinTheTitles() throws {
    let layout = layout(140, 45)
    var canvas = Canvas(size: Size(width: 140, height: 45))
    canvas.titledRule(layout.text, title: "lesson")
    for placement in layout.placements {
      canvas.titledRule(placement.rect, title: "t")
    }
    layout.drawRules(on: &canvas)
    for rule in layout.rules where rule.y == 1 {
      #expect(canvas[rule.x, rule.y].character == "┬")
      let column = (rule.y..<rule.maxY).map { canvas[rule.x, $0].character }
      #expect(column.contains("├") || column.contains("┤"))
      #expect(!column.contains(" "))
    }
  }
}
