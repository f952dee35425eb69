import TerminalCanvas

/// How a zoomed panel shares the body of a wide screen: beside it stand its explanation and, below that, the way of the runs.
struct ZoomTemplate {
  let panel, notes, companion: Rect
  /// The column of the rule between the panel and the others.
  let rule: Rect

  /// From this width on a panel leaves room enough.
  static let width = 130

  init(_ body: Rect, hasCompanion: Bool) {
    let (panel, side) = body.split(
      right: body.width >= Self.width ? min(61, body.width * 3 / 10) : 0)
    let (rule, column) = side.split(left: side.isEmpty ? 0 : 1)
    (self.panel, self.rule) = (panel, rule)
    (notes, companion) = column.split(bottom: hasCompanion ? column.height * 2 / 5 : 0)
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
