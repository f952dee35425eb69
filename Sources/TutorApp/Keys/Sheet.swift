import TerminalCanvas

/// A text that lies over the screen, in columns and pages where it must be: groups of lines, each under a heading.
struct Sheet {
  let title: String
  let groups: [[StyledText]]
  /// How many columns stand beside each other on the screen.
  let columns: Int

  init(title: String, groups: [[StyledText]], columns: Int = 1) {
    (self.title, self.groups, self.columns) = (title, groups, columns)
  }

  /// What is shown at a time: a column or several.
  func screens(height: Int) -> [[[StyledText]]] {
    let pages = pages(height: height)
    return stride(from: 0, to: pages.count, by: columns).map {
      Array(pages.dropFirst($0).prefix(columns))
    }
  }

  /// The lines cut into columns of a height, of whole groups where that leaves no more than a quarter of a page empty.
  func pages(height: Int) -> [[StyledText]] {
    var pages: [[StyledText]] = [[]]
    for group in groups {
      let left = height - (pages.last?.count ?? 0)
      let begun = group.count > left && left > max(2, height / 4) ? left : 0
      pages[pages.count - 1] += group.prefix(begun)
      if group.count > left, pages.last?.isEmpty == false { pages.append([]) }
      pages[pages.count - 1] += group.dropFirst(begun)
    }
    return pages.flatMap { page in
      stride(from: 0, to: max(1, page.count), by: max(1, height)).map {
        Array(page.dropFirst($0).prefix(max(1, height)))
      }
    }
  }
}

/// Draws a page of a sheet over everything.
func drawPaged(_ sheet: Sheet, page: Int, on canvas: inout Canvas) {
  canvas.fill(canvas.bounds)
  let (title, body) = canvas.bounds.split(top: 1)
  let screens = sheet.screens(height: body.height)
  let shown = min(max(0, page), screens.count - 1)
  let isLast = shown == screens.count - 1
  let place =
    screens.count > 1
    ? "  page \(shown + 1) of \(screens.count)\(isLast ? "" : ", → for more")" : ""
  canvas.write(
    StyledText(sheet.title, .heading) + StyledText(place + "  Esc closes", .muted),
    in: title.inset(left: 1, right: 1))
  let width = Sheet.width(of: sheet.columns, in: body.width)
  for (index, lines) in screens[shown].enumerated() {
    canvas.write(lines, in: body.inset(left: 1 + index * (width + Sheet.gap), right: 1))
  }
}

extension Sheet {
  /// Between columns.
  static let gap = 3
  /// Sentences are not read well in less.
  private static let leastWidth = 60

  /// How wide each of some columns is on a screen.
  static func width(of columns: Int, in width: Int) -> Int {
    max(1, (width - 2 - gap * (columns - 1)) / columns)
  }

  /// How many columns find room on a screen.
  static func columns(in width: Int) -> Int {
    (2...3).last { Self.width(of: $0, in: width) >= leastWidth } ?? 1
  }
}

extension Model {
  /// How many columns of lines a sheet has beside each other.
  var sheetColumns: Int { Sheet.columns(in: size.width) }
  /// How wide its lines may be.
  var sheetWidth: Int { Sheet.width(of: sheetColumns, in: size.width) }
}

/// A text in as many lines as it takes, what stands before it first.
private func sheetLines(
  _ text: StyledText, first: StyledText, _ model: Model
) -> [StyledText] {
  text.wrapped(to: model.sheetWidth, glyphs: model.glyphs, first: first)
}

/// A text under a title.
func textSheet(_ text: String, title: String, _ model: Model) -> Sheet {
  let lines = sheetLines(StyledText(text), first: "", model)
  return Sheet(title: title, groups: [lines], columns: model.sheetColumns)
}

/// The signs and colors of the panels on the screen.
func legendSheet(_ model: Model) -> Sheet {
  let groups = model.layout.placements.compactMap { placement -> [StyledText]? in
    let rows = placement.panel.legend(model)
    guard !rows.isEmpty, !placement.isVeiled else { return nil }
    let meanings = rows.lines(width: model.sheetWidth - 2, model.glyphs)
      .flatMap { $0.map { StyledText("  ") + $0 } }
    let shed = StyledText("with little room it leaves out \(placement.panel.sheds)", .muted)
    return [StyledText(placement.panel.title(in: model), .heading)] + meanings
      + sheetLines(shed, first: "  ", model) + [""]
  }
  let dial = DialLine.legend(of: model.dials.count).flatMap { legendLines($0, model) }
  let time = LegendRow.scrubber.flatMap { legendLines($0, model) }
  let ofDial: [[StyledText]] = dial.isEmpty ? [] : [[StyledText("dial", .heading)] + dial + [""]]
  let ofTime: [StyledText] = [StyledText("time", .heading)] + time
  return Sheet(
    title: "Signs and colors", groups: groups + ofDial + [ofTime],
    columns: model.sheetColumns)
}

private func legendLines(_ row: LegendRow, _ model: Model) -> [StyledText] {
  sheetLines(
    StyledText(row.meaning), first: StyledText("  ") + row.sign + StyledText("  "), model)
}

extension LegendRow {
  /// The line of time above the status.
  fileprivate static let scrubber = [
    LegendRow(StyledText("●", .accent), "where the run stands"),
    LegendRow(StyledText("━", .accent), "the way it came"),
    LegendRow(StyledText("─", .rule), "seen before going back"),
    LegendRow(StyledText("┼", .muted), "something was changed here"),
  ]
}
