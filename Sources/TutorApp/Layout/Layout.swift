import TerminalCanvas

/// Where everything stands: a pure function of the size and of what is to be shown.
///
/// What has no room is shed from the end of the list of panels; text, loss, gradients and status go last. Room that the
/// lesson's own panels leave is filled from `PanelContext.fillers`.
struct Layout: Hashable {
  /// A panel and its place, the row of its title included.
  struct Placement: Hashable {
    let panel: Panel
    let rect: Rect
  }

  var title: Rect
  var text: Rect
  var placements: [Placement]
  /// The columns of the vertical rules between panels.
  var rules: [Rect]
  var status: Rect
  var keys: Rect

  /// Below this width text and panels stand one under the other.
  static let sideBySideWidth = 68
  /// From this width on panels stand in two columns.
  static let twoColumnWidth = 78

  /// The place of every part on a screen of this size.
  init(
    size: Size, panels: [Panel], zoomed: Panel?, hasText: Bool,
    outline: PanelContext = PanelContext()
  ) {
    let (title, below) = Rect(size: size).split(top: 1)
    let (rest, keys) = below.split(bottom: size.height > 6 ? 1 : 0)
    let (body, status) = rest.split(bottom: 1)
    (self.title, self.keys, self.status) = (title, keys, status)
    (text, placements, rules) = (body.split(top: 0).top, [], [])
    if let zoomed {
      placements = [Placement(panel: zoomed, rect: body)]
      return
    }
    let (text, area) = hasText ? Self.divided(body) : (body.split(top: 0).top, body)
    self.text = text
    let arranger = PanelArranger(wanted: panels, outline: outline, area: area)
    (placements, rules) = (arranger.placements, arranger.rules)
  }

  /// Text to the left of the panels where there is room, else above them.
  private static func divided(_ body: Rect) -> (text: Rect, panels: Rect) {
    guard body.width >= sideBySideWidth else {
      let cut = body.split(top: max(min(6, body.height), body.height / 2))
      return (cut.top, cut.rest)
    }
    let cut = body.split(left: max(39, min(60, body.width * 7 / 20)))
    return (cut.left, cut.rest)
  }
}

extension Layout {
  /// The places for what a model shows.
  init(_ model: Model) {
    var outline = PanelContext(model.workspace)
    // What the lesson did not ask for could give an open question's answer away.
    outline.showsExtras = !model.isGuessing
    self.init(
      size: model.size, panels: model.panels,
      zoomed: model.look.isZoomed ? model.look.focusedPanel : nil,
      hasText: model.place != nil, outline: outline)
  }

  /// Draws the vertical rules and joins the panels' titles to them and to the text's rule.
  func drawRules(on canvas: inout Canvas) {
    for rule in rules {
      // Under a line of its own at the top, so that it hangs from it.
      canvas.horizontalRule(at: Point(x: rule.x - 1, y: rule.y), length: rule.height > 0 ? 3 : 0)
      canvas.verticalRule(at: rule.origin, length: rule.height)
    }
    for rect in placements.map(\.rect) where !rect.isEmpty {
      if hasRule(x: rect.x - 1, y: rect.y) {
        canvas.horizontalRule(at: Point(x: rect.x - 1, y: rect.y), length: 2)
      }
      if hasRule(x: rect.maxX, y: rect.y) {
        canvas.horizontalRule(at: Point(x: rect.maxX - 1, y: rect.y), length: 2)
      }
    }
  }

  private func hasRule(x: Int, y: Int) -> Bool {
    let place = Point(x: x, y: y)
    let edge = text.split(right: 1).right
    return rules.contains { $0.contains(place) } || (edge.contains(place) && edge.x > 0)
  }
}
