import TerminalCanvas

/// The help screen: every row of the keys that are valid where help was opened.
func helpSheet(_ model: Model) -> Sheet {
  let text = HelpText(
    own: model.scene.help(model),
    keys: helpGroups(for: model.scene.keyContext.bindings.map(model.inPlace)),
    width: model.sheetWidth, glyphs: model.glyphs)
  return Sheet(
    title: "Keys", groups: model.helps.answer(to: text) { text.lines },
    columns: model.sheetColumns)
}

/// The help text of a context, all in one.
func helpLines(for context: KeyContext) -> [StyledText] {
  HelpText(own: [], keys: helpGroups(for: context.bindings), width: 1000, glyphs: .braille)
    .lines.flatMap { $0 }
}

/// What help says before it is broken into lines, which takes longer than to draw them.
struct HelpText: Hashable {
  /// Keys, and what they do.
  struct Row: Hashable {
    let keys: String
    let help: String
  }

  /// Rows of keys under a heading.
  struct Group: Hashable {
    let heading: String
    let rows: [Row]
  }

  /// What the scene says of itself.
  let own: [[StyledText]]
  let keys: [Group]
  let width: Int
  let glyphs: GlyphSet

  /// Groups of lines.
  var lines: [[StyledText]] {
    own.map { $0.flatMap { $0.wrapped(to: width, glyphs: glyphs, rest: "    ") } }
      + keys.map { [StyledText($0.heading, .heading)] + $0.rows.flatMap(lines) }
  }

  /// The keys, and beside them what they do, in as many lines as that takes.
  private func lines(_ row: Row) -> [StyledText] {
    let keys = row.keys.padded(to: 18, atLeast: 1)
    return StyledText(row.help).wrapped(
      to: width, glyphs: glyphs, first: StyledText("  " + keys, .accent))
  }
}

private func helpGroups(for bindings: [KeyBinding]) -> [HelpText.Group] {
  KeyBinding.Group.allCases.compactMap { group in
    let rows = joined(bindings.filter { $0.group == group })
    guard !rows.isEmpty else { return nil }
    return HelpText.Group(
      heading: group.rawValue,
      rows: rows.map { HelpText.Row(keys: keyLabels($0), help: $0[0].help) })
  }
}

/// Neighbors that say the same, such as the digits, together.
private func joined(_ rows: [KeyBinding]) -> [[KeyBinding]] {
  rows.reduce(into: []) { groups, row in
    if groups.last?.last?.help == row.help {
      groups[groups.count - 1].append(row)
    } else {
      groups.append([row])
    }
  }
}

/// The keys of rows that say the same.
private func keyLabels(_ rows: [KeyBinding]) -> String {
  let labels = rows.flatMap { $0.keys.prefix(4).map(\.label) }
  return rows.count <= 2
    ? labels.joined(separator: " ") : "\(labels[0]) … \(labels[labels.count - 1])"
}

extension KeyContext {
  /// Every key of lessons and playground under its heading, as texts: the keys, and what they do.
  public static var reference: [(heading: String, rows: [(keys: String, help: String)])] {
    let bindings = [lesson, choosing, answering, sketching, playground].flatMap(\.bindings)
    return helpGroups(for: bindings).map { group in
      var seen: Set<String> = []
      let rows = group.rows.filter { seen.insert($0.help).inserted }
      return (group.heading, rows.map { (keys: $0.keys, help: $0.help) })
    }
  }
}

extension Key {
  /// The name of a key as footer and help write it.
  public var label: String {
    switch self {
    case .character(" "): "Space"
    case .character(let character): String(character)
    case .control(let letter): "^" + letter.uppercased()
    case .up: "↑"
    case .down: "↓"
    case .left: "←"
    case .right: "→"
    case .function(let number): "F\(number)"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .backTab: "S-Tab"
    case .escape: "Esc"
    default: "\(self)".prefix(1).uppercased() + "\(self)".dropFirst()
    }
  }
}
