import Lessons
import TerminalCanvas

/// Puts panels into the columns of a template: the wanted ones first, then what fills the room they leave.
struct PanelArranger {
  private(set) var placements: [Layout.Placement] = []
  private(set) var rules: [Rect] = []
  /// Whether a column has room that no panel can use.
  var hasEmptyColumn: Bool { columns.contains { $0.rows.isEmpty } }
  /// The room of the first wanted panel as a share of the largest one's: 1 where none has more, and where it could not use
  /// more.
  var heroShare: Double {
    guard let own = placements.first(where: { $0.panel == hero }) else { return 0 }
    let need = own.panel.needs(context)
    if own.rect.height >= need.height.most, own.rect.width >= need.width.best { return 1 }
    return Double(own.area) / Double(placements.map(\.area).max() ?? 1)
  }
  /// Cells that no panel can use.
  var idleCells: Int { columns.map { $0.idleRows * $0.width }.reduce(0, +) }
  private let hero: Panel?
  private let context: PanelContext
  private var columns: [PanelColumn]

  /// The ways to arrange panels, the preferred first.
  ///
  /// On pages of a lesson with the same hero every panel that has room at its best stands in the same place, whichever of
  /// them the page names; where that leaves out one that is wanted, those that are wanted come first.
  static func candidates(
    _ wanted: [Panel], _ context: PanelContext, _ columns: [Template.Column]
  ) -> [PanelArranger] {
    let fillers = context.fillers
    func arranger(adding panels: [Panel], filling fillers: [Panel]) -> PanelArranger {
      let first = PanelArranger(
        adding: panels, filling: fillers, wanted: wanted, context, columns)
      return first.idleCells == 0 ? first : first.evened(adding: panels, wanted, columns) ?? first
    }
    var all: [PanelArranger] = []
    if !context.order.isEmpty, let hero = wanted.first {
      let lesson = context.order.filter { wanted.contains($0) || fillers.contains($0) }
      let steady = arranger(adding: [hero], filling: (lesson + wanted + fillers).uniqued)
      if steady.shows(wanted) { all.append(steady) }
    }
    // What shows the hero first cannot be bettered.
    return all.first.map { $0.heroShare == 1 && !$0.hasEmptyColumn } == true
      ? all : all + [arranger(adding: wanted, filling: fillers)]
  }

  /// - Parameters:
  ///   - panels: what must be shown, the hero first.
  ///   - fillers: what may take the room that is left, the first before the others.
  ///   - wanted: what is never veiled.
  ///   - context: what decides how much room each panel can use.
  ///   - columns: the areas to fill.
  private init(
    adding panels: [Panel], filling fillers: [Panel], wanted: [Panel], _ context: PanelContext,
    _ columns: [Template.Column]
  ) {
    self.context = context
    hero = panels.first
    self.columns = columns.map { PanelColumn($0, context) }
    for panel in panels { add(panel) }
    for index in self.columns.indices { self.columns[index].widen() }
    for panel in fillers where !panels.contains(panel) { fill(with: panel) }
    for index in self.columns.indices where self.columns[index].rows.isEmpty { fillEmpty(index) }
    for index in self.columns.indices { self.columns[index].widenTables() }
    place(wanted)
    if placements.isEmpty, let first = panels.first, let area = columns.first?.area, !area.isEmpty {
      placements = [Layout.Placement(panel: first, rect: area)]
    }
  }

  /// The same panels with those that can use any room last, in the columns that would stay emptiest; nil where that helps
  /// nothing.
  private func evened(
    adding panels: [Panel], _ wanted: [Panel], _ columns: [Template.Column]
  ) -> PanelArranger? {
    let shown = placements.map(\.panel)
    let isGreedy = context.isGreedy
    let evened = PanelArranger(
      adding: panels, filling: shown.filter { !isGreedy($0) } + shown.filter(isGreedy),
      wanted: wanted, context, columns)
    return evened.idleCells < idleCells && evened.shows(shown) ? evened : nil
  }

  private func shows(_ wanted: [Panel]) -> Bool {
    wanted.allSatisfy { panel in placements.contains { $0.panel == panel } }
  }

  /// Into the first column that has room; the hero into the first that is a hero's.
  private mutating func add(_ panel: Panel) {
    let isHero = columns.allSatisfy(\.rows.isEmpty)
    let order = isHero ? columns.indices.filter { columns[$0].hasHero } : order(for: panel)
    // Three beside each other are narrow: only where there is no other place.
    for most in [2, Int.max] {
      for index in order where columns[index].add(panel, inRowsOf: most) { return }
    }
  }

  /// The columns that give a panel the most of the width it can use, of these the one that would stay emptiest first.
  ///
  /// Beside settings curves and planes stand far right; of three columns or more, in the emptiest.
  @inline(never)  // The optimizer of Swift 6.3 stops at this sort where it is inlined.
  private func order(for panel: Panel) -> [Int] {
    if context.hasSettings, panel.side == .right {
      let rows = columns.map { columns.count > 2 ? $0.freeRows : 0 }
      return Array(rows.indices).sorted { (rows[$0], $0) > (rows[$1], $1) }
    }
    let best = panel.needs(context).width.best
    let rooms = columns.map { (min($0.width, best), $0.idleRows, $0.freeRows) }
    return Array(rooms.indices).sorted { rooms[$0] > rooms[$1] }
  }

  private mutating func fill(with panel: Panel) {
    for index in order(for: panel) where columns[index].addFiller(panel) { return }
  }

  /// Gives an empty column the last panel of the fullest one that can spare it.
  private mutating func fillEmpty(_ index: Int) {
    let donors = columns.indices.filter { columns[$0].rows.count > 2 }
    guard let donor = donors.max(by: { columns[$0].rows.count < columns[$1].rows.count }),
      let panel = columns[donor].spare, columns[index].add(panel, inRowsOf: 1)
    else { return }
    columns[donor].removeSpare()
  }

  private mutating func place(_ wanted: [Panel]) {
    for column in columns {
      let (rects, rules) = column.rects
      self.rules += rules
      placements += rects.map { panel, rect in
        Layout.Placement(
          panel: panel, rect: rect, isVeiled: context.veils(panel, among: wanted))
      }
    }
  }
}

extension Layout.Placement {
  /// The cells it covers.
  fileprivate var area: Int { rect.width * rect.height }
}
