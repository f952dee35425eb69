import TerminalCanvas

/// A way to fill the body of a screen, to be weighed against others.
struct Arrangement {
  let template: Template
  let arranger: PanelArranger
  let body: Rect

  /// Whether it leaves something to be wished for: the hero is not the largest, or a large part stays empty.
  var isLacking: Bool { arranger.heroShare < 1 || idleCells > remarkable }

  /// Whether it is to be preferred to a richer one.
  func isBetter(than other: Arrangement) -> Bool {
    arranger.heroShare == other.arranger.heroShare
      ? idleCells + remarkable < other.idleCells
      : arranger.heroShare > other.arranger.heroShare
  }

  /// Cells that neither the text nor a panel can use.
  private var idleCells: Int { template.idleCells + arranger.idleCells }

  /// So many empty cells are worth a poorer form.
  private var remarkable: Int { body.width * body.height / 8 }
}
