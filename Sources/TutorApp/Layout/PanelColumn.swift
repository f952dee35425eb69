import TerminalCanvas

/// Rows of panels in an area: each row has one panel or several beside each other.
struct PanelColumn {
  /// From the top.
  private(set) var rows: [[Panel]] = []
  /// Whether the first row is the hero's.
  let hasHero: Bool
  private let area: Rect
  private let context: PanelContext

  init(_ column: Template.Column, _ context: PanelContext) {
    hasHero = column.hasHero
    area = column.area
    self.context = context
  }

  // MARK: - Which panels

  /// The columns it takes of the screen.
  var width: Int { area.width }

  /// Rows that are left when each panel has the best of its heights.
  var freeRows: Int { area.height - heights(rows, \.best).reduce(0, +) }

  /// Rows that are left when each panel has the most it can use: they would stay empty.
  var idleRows: Int {
    heights(rows, \.most).reduce(area.height) { $1 < $0 ? $0 - $1 : 0 }
  }

  /// Adds a panel if all have room for the least they need: in a row of its own, beside another, or beside each other; so
  /// many stand in a row at most.
  mutating func add(_ panel: Panel, inRowsOf most: Int) -> Bool {
    let candidates = candidates(for: panel).filter { $0.allSatisfy { $0.count <= most } }
    guard let rows = candidates.first(where: fits) else { return false }
    self.rows = rows
    return true
  }

  private func candidates(for panel: Panel) -> [[[Panel]]] {
    var all = [rows + [[panel]]]
    guard let last = rows.last, rows.count > (hasHero ? 1 : 0) else { return all }
    all.append(rows.dropLast() + [last + [panel]])
    guard rows.count > (hasHero ? 2 : 1) else { return all }
    let pair = rows[rows.count - 2] + last
    all.append(rows.dropLast(2) + [pair, [panel]])
    all.append(rows.dropLast(2) + [pair + [panel]])
    return all
  }

  /// Adds a panel if those before it keep the best of their room.
  mutating func addFiller(_ panel: Panel) -> Bool {
    guard need(panel).width.least <= area.width else { return false }
    if freeRows >= need(panel).height.worthwhile {
      rows.append([panel])
      return true
    }
    for index in rows.indices where index > 0 || !hasHero {
      var rows = rows
      rows[index].append(panel)
      let isRoomy = heights(rows, \.best).reduce(0, +) <= area.height
      guard isRoomy, width(rows[index], \.best) <= area.width else { continue }
      self.rows = rows
      return true
    }
    return false
  }

  /// Puts neighbors beside each other where both are at their best so, and what is over them grows.
  mutating func widen() {
    var index = hasHero ? 1 : 0
    while index + 1 < rows.count {
      let pair = rows[index] + rows[index + 1]
      if width(pair, \.best) <= area.width {
        rows.replaceSubrange(index...(index + 1), with: [pair])
      }
      index += 1
    }
  }

  /// Puts neighbors that would be much wider than they are high beside each other, where both leave the rest to others.
  mutating func widenTables() {
    var index = hasHero ? 1 : 0
    while index + 1 < rows.count {
      let pair = rows[index] + rows[index + 1]
      if 3 * width(pair, \.best) <= 2 * area.width, !pair.contains(where: context.isGreedy) {
        rows.replaceSubrange(index...(index + 1), with: [pair])
      } else {
        index += 1
      }
    }
  }

  /// The panel of the last row, where it stands alone there.
  var spare: Panel? { rows.last.flatMap { $0.count == 1 ? $0[0] : nil } }

  /// Takes the last row away.
  mutating func removeSpare() { rows.removeLast() }

  private func fits(_ rows: [[Panel]]) -> Bool {
    heights(rows, \.least).reduce(0, +) <= area.height
      && rows.allSatisfy { width($0, \.least) <= max(area.width, need($0[0]).width.least) }
  }

  // MARK: - Where they stand

  /// The place of every panel, and the rules between those beside each other.
  var rects: (panels: [(Panel, Rect)], rules: [Rect]) {
    var rest = area
    var (panels, rules): ([(Panel, Rect)], [Rect]) = ([], [])
    let heights = sharedHeights
    for index in standing {
      let row = standing(rows[index])
      let cut = rest.split(top: heights[index])
      rest = cut.rest
      var line = cut.top
      for (index, width) in sharedWidths(of: row).enumerated() {
        let (place, right) = line.split(left: width)
        panels.append((row[index], place))
        let (rule, next) = right.split(left: index + 1 < row.count ? 1 : 0)
        if !rule.isEmpty { rules.append(rule) }
        line = next
      }
    }
    return (panels, rules)
  }

  /// The rows from the top: those of a lesson in its order.
  private var standing: [Int] {
    rows.indices.sorted { (rank(rows[$0]), $0) < (rank(rows[$1]), $1) }
  }

  /// The panels of a row from the left.
  private func standing(_ row: [Panel]) -> [Panel] {
    row.indices.sorted { (context.rank(row[$0]), $0) < (context.rank(row[$1]), $1) }.map { row[$0] }
  }

  private func rank(_ row: [Panel]) -> Int { row.map(context.rank).min() ?? 0 }

  /// The least of each row; then each up to its best and then to its most, the hero before the others; the rest is the
  /// first row's.
  private var sharedHeights: [Int] {
    var shares = Shares(area.height, least: heights(rows, \.least), weights: rows.map(weight))
    let best = heights(rows, \.best)
    if let lists = bestOfLists { shares.grow(upTo: lists) }
    if hasHero { shares.grow(upTo: best, only: 0) }
    shares.grow(upTo: best)
    let most = heights(rows, \.most)
    if hasHero { shares.grow(upTo: most, only: 0) }
    shares.grow(upTo: most)
    shares.grow(upTo: rows.indices.map { _ in .max }, only: 0)
    return shares.values
  }

  /// The best of each row of lists, and of a hero that grows beyond its best only where no list is cut; nil for a hero that
  /// can use any room.
  private var bestOfLists: [Int]? {
    guard hasHero, let hero = rows.first, !hero.contains(where: context.isGreedy) else {
      return nil
    }
    return rows.map { row in
      let needs = row.map { need($0).height }
      let isList = !row.contains(where: context.isGreedy)
      return needs.map(isList ? \.best : \.least).max() ?? 0
    }
  }

  private func sharedWidths(of row: [Panel]) -> [Int] {
    let widths = row.map { need($0).width }
    var shares = Shares(
      area.width - row.count + 1, least: widths.map(\.least), weights: row.map { need($0).weight })
    shares.grow(upTo: widths.map(\.best))
    shares.grow(upTo: widths.map(\.most))
    shares.grow(upTo: widths.map { _ in .max }, only: row.count - 1)
    return shares.values
  }

  private func need(_ panel: Panel) -> PanelNeeds { panel.needs(context) }

  private func weight(_ row: [Panel]) -> Int { row.map { need($0).weight }.max() ?? 1 }

  private func heights(_ rows: [[Panel]], _ part: KeyPath<PanelNeeds.Extent, Int>) -> [Int] {
    rows.enumerated().map { index, row in
      let heights = row.map { need($0).height }
      let height = heights.map { $0[keyPath: part] }.max() ?? 0
      guard hasHero, index == 0, part == \.best else { return height }
      // The hero is at its best with most of its column, where it can use it.
      return max(height, min(heights.map(\.most).max() ?? 0, area.height * 3 / 5))
    }
  }

  private func width(_ row: [Panel], _ part: KeyPath<PanelNeeds.Extent, Int>) -> Int {
    row.reduce(row.count - 1) { $0 + need($1).width[keyPath: part] }
  }
}
