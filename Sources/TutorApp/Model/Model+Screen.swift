import TerminalCanvas

/// What the keys do to the screen alone.
extension Model {
  /// The panels that Tab walks through: those on the screen, or all of them while one fills it.
  private var focusable: [Panel] {
    isZoomed ? Panel.all : layout.placements.map(\.panel)
  }

  /// Where everything stands at the present size.
  var layout: Layout { Layout(self) }

  mutating func focusPanel(by step: Int) -> [Effect] {
    let all = focusable
    guard !all.isEmpty else { return [] }
    let now = focusedPanel.flatMap { all.firstIndex(of: $0) }
    focusedPanel = all[((now ?? (step > 0 ? -1 : 0)) + step + all.count) % all.count]
    return []
  }

  mutating func toggleZoom() -> [Effect] {
    isZoomed.toggle()
    if isZoomed, focusedPanel == nil {
      focusedPanel = layout.placements.first?.panel ?? panels.first
    }
    return []
  }

  mutating func toggleHelp() {
    if case .help = overlay { overlay = nil } else { overlay = .help(page: 0) }
  }

  mutating func turnPage(by pages: Int) {
    guard case .help(let page) = overlay else { return overlay = nil }
    let last = helpPages(for: baseContext, height: max(1, size.height - 1)).count - 1
    overlay = .help(page: min(max(0, page + pages), last))
  }

  /// Closes the topmost thing that is open; with nothing open it does nothing, so Escape never quits.
  mutating func close() {
    if overlay != nil {
      overlay = nil
    } else if place?.typed != nil {
      place?.typed = nil
    } else if isZoomed {
      isZoomed = false
    } else {
      focusedPanel = nil
    }
  }

  mutating func scrollText(by pages: Int) -> [Effect] {
    guard let place else { return [] }
    let page = max(1, layout.text.height - 3)
    let last = max(0, LessonText.lines(self, width: textWidth).count - page)
    self.place?.scroll = min(max(0, place.scroll + pages * page), last)
    return []
  }

  /// Columns that the lesson's text may use.
  var textWidth: Int { max(1, layout.text.width - 2) }
}
