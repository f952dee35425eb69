import TerminalCanvas

/// Puts panels into an area: one column, with curve and gradients beside each other below it, or two columns.
struct PanelArranger {
  private(set) var placements: [Layout.Placement] = []
  private(set) var rules: [Rect] = []
  private let wanted: [Panel]
  private let outline: PanelContext

  /// - Parameters:
  ///   - wanted: what must be shown, the most wanted first.
  ///   - outline: what decides how tall each panel should be, and what else may be shown.
  ///   - area: the rectangle to fill.
  init(wanted: [Panel], outline: PanelContext, area: Rect) {
    self.wanted = wanted
    self.outline = outline
    if area.width >= Layout.twoColumnWidth {
      arrangeColumns(in: area)
    } else {
      arrangeStack(in: area)
    }
    if placements.isEmpty, let first = wanted.first, !area.isEmpty {
      placements = [Layout.Placement(panel: first, rect: area)]
    }
  }

  // MARK: - One column

  /// Several runs need the whole width for their gradients; one run's stand beside the curve.
  private mutating func arrangeStack(in area: Rect) {
    let strip = [Panel.loss, .gradients].filter(wanted.contains)
    guard outline.runCount == 1, strip.count == 2, area.width >= 36 else {
      return fill(area, with: PanelColumn(outline, height: area.height).taking(wanted, strip))
    }
    let mains = wanted.filter { !strip.contains($0) }
    let room = area.height - stripHeight(in: area.height, isAlone: mains.isEmpty)
    let column = PanelColumn(outline, height: room).taking(mains, [], excluding: strip)
    let (top, bottom) = area.split(top: column.heights.reduce(0, +))
    fill(top, with: column)
    placeSideBySide(strip, in: bottom)
  }

  /// As many rows as there are layers, but no less than a curve needs and no more than two fifths or so.
  private func stripHeight(in height: Int, isAlone: Bool) -> Int {
    let rows = max(outline.gradientRows + 1, isAlone ? 12 : 7)
    let share = max(7, height * 9 / 20)
    return min(height, max(7, min(rows, share)) + max(0, (height - 24) / 4))
  }

  private mutating func placeSideBySide(_ panels: [Panel], in area: Rect) {
    let (left, rest) = area.split(left: area.width * 11 / 20)
    let (rule, right) = rest.split(left: 1)
    placements += zip(panels, [left, right]).map { Layout.Placement(panel: $0, rect: $1) }
    rules.append(rule)
  }

  // MARK: - Two columns

  private mutating func arrangeColumns(in area: Rect) {
    let empty = PanelColumn(outline, height: area.height)
    var (left, right) = (empty, empty)
    let pinned = wanted.filter { $0 == .loss || $0 == .gradients }
    let rest = wanted.filter { !pinned.contains($0) }
    for panel in pinned + rest { Self.add(panel, to: &left, &right) { $0.add($1) } }
    let extras = outline.fillers.filter { !wanted.contains($0) }
    for panel in extras { Self.add(panel, to: &left, &right) { $0.addExtra($1) } }
    place(left.ordered(by: wanted), right.ordered(by: wanted), in: area)
  }

  /// To the panel's own side, or to the other one where its own is full.
  private static func add(
    _ panel: Panel, to left: inout PanelColumn, _ right: inout PanelColumn,
    by add: (inout PanelColumn, Panel) -> Bool
  ) {
    if panel.side == .left {
      if !add(&left, panel) { _ = add(&right, panel) }
    } else if !add(&right, panel) {
      _ = add(&left, panel)
    }
  }

  private mutating func place(_ left: PanelColumn, _ right: PanelColumn, in area: Rect) {
    guard !left.panels.isEmpty, !right.panels.isEmpty else {
      return fill(area, with: left.panels.isEmpty ? right : left)
    }
    let (first, rest) = area.split(left: (area.width - 1) / 2)
    let (rule, second) = rest.split(left: 1)
    fill(first, with: left)
    fill(second, with: right)
    rules.append(rule)
  }

  private mutating func fill(_ area: Rect, with column: PanelColumn) {
    var rest = area
    for (panel, height) in zip(column.panels, column.heights) {
      let cut = rest.split(top: height)
      placements.append(Layout.Placement(panel: panel, rect: cut.top))
      rest = cut.rest
    }
  }
}

/// A stack of panels with a height to share.
struct PanelColumn {
  private(set) var panels: [Panel] = []
  private let outline: PanelContext
  private let height: Int

  init(_ outline: PanelContext, height: Int) {
    self.outline = outline
    self.height = height
  }

  /// Adds a panel if all have room for the least they need.
  mutating func add(_ panel: Panel) -> Bool {
    guard !panels.contains(panel) else { return true }
    guard sum(\.least) + need(panel).least <= height else { return false }
    panels.append(panel)
    return true
  }

  /// Adds a panel if those before it keep the best of their heights.
  mutating func addExtra(_ panel: Panel) -> Bool {
    guard sum(\.best) + need(panel).least <= height else { return false }
    return add(panel)
  }

  /// The column with the wanted panels, `first` before all others, and with extras where there is room.
  func taking(_ wanted: [Panel], _ first: [Panel], excluding: [Panel] = []) -> PanelColumn {
    var column = self
    for panel in first + wanted { _ = column.add(panel) }
    let known = wanted + excluding
    for panel in outline.fillers where !known.contains(panel) { _ = column.addExtra(panel) }
    return column.ordered(by: wanted)
  }

  /// The wanted panels in their order, then the others.
  func ordered(by wanted: [Panel]) -> PanelColumn {
    var column = self
    column.panels = wanted.filter(panels.contains) + panels.filter { !wanted.contains($0) }
    return column
  }

  /// The rows of each panel: the least, then row by row up to the best, then up to the most.
  var heights: [Int] {
    let needs = panels.map(need)
    var heights = needs.map(\.least)
    grow(&heights, upTo: needs.map(\.best))
    grow(&heights, upTo: needs.map(\.most))
    return heights
  }

  /// Gives each spare row to the panel that had the smallest part of its share.
  private func grow(_ heights: inout [Int], upTo limits: [Int]) {
    let start = heights
    for _ in 0..<max(0, height - heights.reduce(0, +)) {
      let growing = heights.indices.filter { heights[$0] < limits[$0] }
      guard
        let next = growing.min(by: {
          share(of: $0, heights, start) < share(of: $1, heights, start)
        })
      else { return }
      heights[next] += 1
    }
  }

  private func share(of index: Int, _ heights: [Int], _ start: [Int]) -> Double {
    Double(heights[index] - start[index] + 1) / Double(panels[index].needs(outline).weight)
  }

  private func need(_ panel: Panel) -> PanelNeeds.Extent { panel.needs(outline).height }

  private func sum(_ rows: (PanelNeeds.Extent) -> Int) -> Int {
    panels.reduce(0) { $0 + rows(need($1)) }
  }
}
