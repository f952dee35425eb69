import TerminalCanvas

/// What the keys do to the screen alone.
extension Model {
  /// The panels that Tab walks through: those on the screen, or, while one fills it, all that have something to show.
  private var focusable: [Panel] {
    look.isZoomed ? panelsWithSubject : layout.placements.map(\.panel)
  }

  /// The panels that have something to show and need not wait for a guess.
  var panelsWithSubject: [Panel] {
    var context = PanelContext(workspace)
    (context.isGuessing, context.isAhead) = (isGuessing, isAhead)
    return Panel.all.filter { $0.hasSubject(self) && !context.veils($0, among: panels) }
  }

  /// Where everything stands at the present size.
  var layout: Layout { .of(self) }

  mutating func focusPanel(by step: Int) {
    let all = focusable
    guard !all.isEmpty else { return }
    let now = look.focusedPanel.flatMap { all.firstIndex(of: $0) }
    look.focusedPanel = all[((now ?? (step > 0 ? -1 : 0)) + step + all.count) % all.count]
  }

  mutating func toggleZoom() {
    look.isZoomed.toggle()
    if look.isZoomed, look.focusedPanel == nil {
      let shown = layout.placements.map(\.panel)
      look.focusedPanel = panels.first(where: shown.contains) ?? shown.first ?? panels.first
    }
  }

  /// Closes the topmost thing that is open over the panels; false where nothing is.
  mutating func closeOnWorkbench() -> Bool {
    if look.typedValue != nil {
      look.typedValue = nil
    } else if place?.typed != nil {
      place?.typed = nil
    } else if playground?.nudge != nil {
      playground?.nudge = nil
    } else if entry != nil {
      entry = nil
    } else if look.isZoomed {
      look.isZoomed = false
    } else if look.focusedPanel != nil {
      look.focusedPanel = nil
    } else if playground?.showsSettings == true {
      playground?.showsSettings = nil
    } else {
      return false
    }
    return true
  }

  /// Columns and rows that the lesson's text may use.
  var textSize: Size {
    let text = layout.text
    return Size(width: max(1, text.width - 2), height: max(0, text.height - 1))
  }
}
