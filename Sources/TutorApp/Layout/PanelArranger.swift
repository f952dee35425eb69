import TerminalCanvas

/// Puts panels into the columns of a template: the wanted ones first, then what fills the room they leave.
struct PanelArranger {
  private(set) var placements: [Layout.Placement] = []
  private(set) var rules: [Rect] = []
  private let context: PanelContext
  private var columns: [PanelColumn]

  /// - Parameters:
  ///   - wanted: what must be shown, the most wanted first.
  ///   - context: what decides how much room each panel can use, and what else may be shown.
  ///   - columns: the areas to fill.
  init(wanted: [Panel], context: PanelContext, columns: [Template.Column]) {
    self.context = context
    self.columns = columns.map { PanelColumn($0, context) }
    for panel in wanted { add(panel) }
    for index in self.columns.indices { self.columns[index].widen() }
    for panel in context.fillers where !wanted.contains(panel) { fill(with: panel) }
    place(wanted)
    if placements.isEmpty, let first = wanted.first, let area = columns.first?.area, !area.isEmpty {
      placements = [Layout.Placement(panel: first, rect: area)]
    }
  }

  /// Into the emptiest column that has room; the hero into its own.
  private mutating func add(_ panel: Panel) {
    let isHero = columns.allSatisfy(\.rows.isEmpty)
    let order = columns.indices.sorted { columns[$0].freeRows > columns[$1].freeRows }
    for index in order where !isHero || columns[index].hasHero {
      if columns[index].add(panel) { return }
    }
  }

  private mutating func fill(with panel: Panel) {
    let order = columns.indices.sorted { columns[$0].freeRows > columns[$1].freeRows }
    for index in order where columns[index].addFiller(panel) { return }
  }

  private mutating func place(_ wanted: [Panel]) {
    for column in columns {
      let (rects, rules) = column.rects
      self.rules += rules
      placements += rects.map { panel, rect in
        Layout.Placement(
          panel: panel, rect: rect,
          isVeiled: context.isGuessing && panel.couldTell && !wanted.contains(panel))
      }
    }
  }
}
