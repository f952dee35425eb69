import TerminalCanvas

/// Where everything stands: a pure function of the size and of what is to be shown.
///
/// What has no room is shed from the end of the list of panels; text, loss, gradients and status go last.
struct Layout: Hashable {
  /// A panel and its place, the row of its title included.
  struct Placement: Hashable {
    let panel: Panel
    let rect: Rect
  }

  var title: Rect
  var text: Rect
  var placements: [Placement]
  var status: Rect
  var keys: Rect

  /// Below this width text and panels stand one under the other.
  static let sideBySideWidth = 68

  /// The place of every part on a screen of this size.
  init(size: Size, panels: [Panel], zoomed: Panel?, hasText: Bool) {
    let (title, below) = Rect(size: size).split(top: 1)
    let (rest, keys) = below.split(bottom: size.height > 6 ? 1 : 0)
    let (body, status) = rest.split(bottom: 1)
    (self.title, self.keys, self.status) = (title, keys, status)
    if let zoomed {
      (text, placements) = (body.split(top: 0).top, [Placement(panel: zoomed, rect: body)])
      return
    }
    let (text, area) = hasText ? Self.divided(body) : (body.split(top: 0).top, body)
    self.text = text
    placements = Self.placed(panels, in: area)
  }

  /// Text to the left of the panels where there is room, else above them.
  private static func divided(_ body: Rect) -> (text: Rect, panels: Rect) {
    guard body.width >= sideBySideWidth else {
      let cut = body.split(top: max(min(6, body.height), body.height / 2))
      return (cut.top, cut.rest)
    }
    let cut = body.split(left: max(39, min(60, body.width * 2 / 5)))
    return (cut.left, cut.rest)
  }

  /// Curve and gradients side by side at the bottom, the others above them.
  private static func placed(_ panels: [Panel], in area: Rect) -> [Placement] {
    let strip = panels.filter(\.definition.isStrip)
    let mains = panels.filter { !$0.definition.isStrip }
    guard !mains.isEmpty else { return sideBySide(strip, in: area) }
    let height = strip.isEmpty ? 0 : max(min(6, area.height), min(18, area.height * 2 / 5))
    let (top, bottom) = area.split(bottom: height)
    return columns(mains, in: top) + sideBySide(strip, in: bottom)
  }

  private static func sideBySide(_ panels: [Panel], in area: Rect) -> [Placement] {
    guard let first = panels.first else { return [] }
    guard panels.count > 1, area.width >= 30 else { return [Placement(panel: first, rect: area)] }
    let (left, right) = area.split(left: area.width * 11 / 20)
    return [Placement(panel: first, rect: left)] + sideBySide(Array(panels.dropFirst()), in: right)
  }

  /// One stack of panels, or two beside each other on a wide screen.
  private static func columns(_ panels: [Panel], in area: Rect) -> [Placement] {
    guard area.width >= 84, panels.count > 1 else { return stacked(panels, in: area) }
    let (left, right) = area.split(left: area.width / 2)
    let first = stacked(panels.enumerated().filter { $0.offset % 2 == 0 }.map(\.element), in: left)
    let second = stacked(
      panels.enumerated().filter { $0.offset % 2 == 1 }.map(\.element), in: right)
    return first + second
  }

  /// As many panels as fit at their smallest height; what is left over is shared by weight.
  private static func stacked(_ panels: [Panel], in area: Rect) -> [Placement] {
    var shown: [Panel] = []
    var needed = 0
    for panel in panels {
      guard shown.isEmpty || needed + panel.definition.minimumHeight <= area.height else { break }
      shown.append(panel)
      needed += panel.definition.minimumHeight
    }
    return shared(area, among: shown, spare: max(0, area.height - needed))
  }

  private static func shared(_ area: Rect, among panels: [Panel], spare: Int) -> [Placement] {
    let weight = panels.reduce(0) { $0 + $1.definition.weight }
    var rest = area
    return panels.enumerated().map { index, panel in
      let extra = weight == 0 ? 0 : spare * panel.definition.weight / weight
      let isLast = index == panels.count - 1
      let cut = rest.split(top: isLast ? rest.height : panel.definition.minimumHeight + extra)
      rest = cut.rest
      return Placement(panel: panel, rect: cut.top)
    }
  }
}
