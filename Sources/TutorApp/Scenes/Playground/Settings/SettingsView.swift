import Experiments
import TerminalCanvas

/// The column of settings: headings, rows, and at the foot what there is to know of the selected one.
func drawSettings(_ model: Model, in rect: Rect, on canvas: inout Canvas) {
  guard let list = model.playground?.settings, !rect.isEmpty else { return }
  let view = list.view(in: rect, canvas.glyphs)
  let (top, _) = rect.split(top: 1)
  canvas.titledRule(top, title: StyledText("settings" + view.beyond, .muted))
  for (row, line) in view.visible.enumerated() {
    canvas.write(line.text, in: view.rows, row: row)
    if let value = line.value {
      canvas.write(value, in: view.rows, row: row, alignment: .trailing)
    }
  }
  canvas.write(view.note, in: view.foot)
}

/// Where the parts of the settings stand, and which rows are in view.
struct SettingsView: Sendable {
  /// A heading, or a setting.
  struct Line: Sendable {
    let text: StyledText
    var value: StyledText?
    /// The place of its row among all; nil for a heading.
    var index: Int?
  }

  let rows, foot: Rect
  let note: [StyledText]
  private let lines: [Line]
  private let first: Int

  /// The lines that are in view.
  var visible: ArraySlice<Line> { lines.dropFirst(first).prefix(rows.height) }

  /// How many lines lie above and below them.
  var beyond: String {
    let below = lines.count - visible.endIndex
    return (first > 0 ? " ▲ \(first)" : "") + (below > 0 ? " ▼ \(below)" : "")
  }

  init(_ list: SettingsList, in rect: Rect, _ glyphs: GlyphSet) {
    let body = rect.split(top: 1).rest.inset(left: 1, right: 1)
    let notes = list.selected.map { Self.note($0, body.width, glyphs) } ?? []
    note = Array(notes.prefix(body.height >= 14 ? 5 : 0))
    (rows, foot) = body.split(bottom: note.isEmpty ? 0 : 5)
    let chosen = list.index
    let lines = Self.lines(list, chosen, width: body.width, glyphs)
    func place(of path: [String]) -> Int {
      let row = list.index(of: path)
      return lines.firstIndex { $0.index == row } ?? 0
    }
    first = rows.firstRow(showing: list.selection, at: place, of: lines.count)
    self.lines = lines
  }

  /// The row at a place of the screen.
  func index(at point: Point) -> Int? {
    guard rows.contains(point) else { return nil }
    let line = first + point.y - rows.y
    return lines.indices.contains(line) ? lines[line].index : nil
  }

  private static func lines(
    _ list: SettingsList, _ chosen: Int, width: Int, _ glyphs: GlyphSet
  ) -> [Line] {
    var (lines, index): ([Line], Int) = ([], 0)
    for section in list.form?.sections ?? [] {
      lines.append(Line(text: StyledText(section.title.uppercased(), .heading)))
      for row in section.rows {
        lines.append(line(row, isSelected: index == chosen, index, width, glyphs))
        index += 1
      }
    }
    return lines
  }

  private static func line(
    _ row: FormRow, isSelected: Bool, _ index: Int, _ width: Int, _ glyphs: GlyphSet
  ) -> Line {
    let mark = row.isLive ? "" : " ↻"
    let indent = row.isInside ? "  " : " "
    let label =
      StyledText(indent + row.label, isSelected ? .heading : .text) + StyledText(mark, .muted)
    let room = max(4, width - glyphs.columns(of: label) - 2)
    let plain = StyledText(row.text, row.value == nil ? .muted : .text)
    guard isSelected else {
      return Line(text: label, value: glyphs.truncated(plain, to: room), index: index)
    }
    let value = glyphs.truncated(StyledText(row.text, .accent), to: max(1, room - 4))
    return Line(
      text: label,
      value: StyledText("◂ ", .accent) + value.restyled { $0.attributes.insert(.reversed) }
        + StyledText(" ▸", .accent), index: index)
  }

  /// What the row says, what may be written, and when that takes effect.
  private static func note(_ row: FormRow, _ width: Int, _ glyphs: GlyphSet) -> [StyledText] {
    let effect = row.isLive ? "from the next update on" : "↻ a new run begins"
    let lines = [StyledText(row.summary), StyledText(row.form.words, .muted)].flatMap {
      $0.wrapped(to: width, glyphs: glyphs, rows: 2)
    }
    return lines + [StyledText(effect, .accent)]
  }
}

extension PlaygroundScene {
  /// A click on a setting selects it, the next one types a value; the wheel goes through the list.
  func settingsMessage(for mouse: Mouse, in model: Model) -> TutorApp.Message? {
    let rect = model.layout.settings
    guard rect.contains(mouse.point) else { return nil }
    switch mouse.action {
    case .wheelUp: return .playground(.moveSetting(-1))
    case .wheelDown: return .playground(.moveSetting(1))
    case .press(button: 0):
      let view = SettingsView(settings, in: rect, model.glyphs)
      guard let index = view.index(at: mouse.point) else { return nil }
      return .playground(index == settings.index ? .typeValue : .selectSetting(index))
    default: return nil
    }
  }
}

/// All there is to say of the selected setting, for the help.
func settingHelp(_ row: FormRow, width: Int, _ glyphs: GlyphSet) -> [StyledText] {
  let facts = [
    row.isInside ? row.summary : "\(row.summary). \(row.field.help)",
    "Now: \(row.value == nil ? row.usual : row.inWords)"
      + (row.isInside ? "" : ". As usual: \(row.field.usual)"),
    "It may be \(row.form.words)",
    row.isLive
      ? "Another value takes effect at the next update" : "↻ Another value begins a new run",
  ]
  return [StyledText(row.key, .heading)]
    + facts.flatMap {
      StyledText($0.replacing("`", with: "") + ".").wrapped(
        to: max(1, width - 2), glyphs: glyphs, first: "  ", rest: "  ")
    }
}
