import TerminalCanvas

/// Which layers have a row where there are more layers than rows, and what is said of the others.
struct LayerRows: Hashable {
  /// A layer (from 1) for each row from the top; nil for the row that stands for those left out.
  let rows: [Int?]
  /// How many layers there are.
  let depth: Int

  /// All layers, or the first and the last ones.
  init(depth: Int, height: Int) {
    self.depth = depth
    if depth <= max(0, height) {
      rows = Array(1...max(1, depth))
    } else if height >= 3 {
      let above = height / 2
      let below = height - 1 - above
      rows = Array(1...above) + [nil] + Array((depth - below + 1)...depth)
    } else {
      rows = Array((1...depth).prefix(max(0, height)))
    }
  }

  /// Whether every layer has a row of its own.
  var isWhole: Bool { rows.count { $0 != nil } == depth }

  /// The layers without a row: `3 to 6`, or `and 3`.
  var hidden: String {
    let shown = rows.compactMap { $0 }
    let hidden = (1...max(1, depth)).filter { !shown.contains($0) }
    guard let first = hidden.first, let last = hidden.last else { return "" }
    return first == last ? "and \(first)" : "\(first) to \(last)"
  }
}
