import TerminalCanvas

/// How a zoomed panel shares the body of a screen: in a wide one its explanation stands beside it and, below that, the way of
/// the runs; in a narrower one the explanation stands below a panel that has no use for all rows.
struct ZoomTemplate {
  let panel, notes, companion: Rect
  /// The column of the rule between the panel and the others.
  let rule: Rect

  /// From this width on a panel leaves room enough beside it, and below it.
  static let widths = (beside: 130, below: 90)
  /// The rows of an explanation below.
  static let rows = 12

  init(_ body: Rect, needs: PanelNeeds, hasCompanion: Bool) {
    let isWide = body.width >= Self.widths.beside
    let isLow = needs.height.most < body.height - Self.rows
    let hasFoot = !isWide && isLow && body.width >= Self.widths.below
    let (above, foot) = body.split(bottom: hasFoot ? Self.rows : 0)
    let (panel, side) = above.split(right: isWide ? min(61, body.width * 3 / 10) : 0)
    let (rule, column) = side.split(left: side.isEmpty ? 0 : 1)
    (self.panel, self.rule) = (panel, rule)
    let (top, bottom) = column.split(bottom: hasCompanion ? column.height * 2 / 5 : 0)
    (notes, companion) = (hasFoot ? foot : top, bottom)
  }
}

extension PanelContext {
  /// What stands beside a zoomed panel, so that the way of the runs stays in sight; nil where there is nothing.
  func companion(of zoomed: Panel, among wanted: [Panel]) -> Panel? {
    ([.loss] + wanted).first {
      $0 != zoomed && (wanted.contains($0) || !unexplained.contains($0))
    }
  }
}
