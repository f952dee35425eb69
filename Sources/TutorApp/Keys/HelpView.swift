import TerminalCanvas

/// The help screen: every row of the keys that are valid where help was opened.
func helpSheet(_ model: Model) -> Sheet {
  let own = model.scene.help(model).map { group in
    group.flatMap { $0.wrapped(to: model.sheetWidth, glyphs: model.glyphs, rest: "    ") }
  }
  return Sheet(
    title: "Keys",
    groups: own
      + helpGroups(
        for: model.scene.keyContext.bindings.map(model.inPlace), width: model.sheetWidth,
        model.glyphs), columns: model.sheetColumns)
}

/// The help text of a context, all in one.
func helpLines(for context: KeyContext) -> [StyledText] {
  helpGroups(for: context.bindings, width: 1000, .braille).flatMap { $0 }
}

private func helpGroups(
  for bindings: [KeyBinding], width: Int, _ glyphs: GlyphSet
) -> [[StyledText]] {
  KeyBinding.Group.allCases.compactMap { group in
    let rows = bindings.filter { $0.group == group }
    guard !rows.isEmpty else { return nil }
    return [StyledText(group.rawValue, .heading)]
      + joined(rows).flatMap { helpLines($0, width, glyphs) }
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

/// The keys, and beside them what they do, in as many lines as that takes.
private func helpLines(
  _ rows: [KeyBinding], _ width: Int, _ glyphs: GlyphSet
) -> [StyledText] {
  let keys = keyLabels(rows)
  let padding = String(repeating: " ", count: max(1, 18 - keys.count))
  return StyledText(rows[0].help).wrapped(
    to: width, glyphs: glyphs, first: StyledText("  " + keys + padding, .accent))
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
    return KeyBinding.Group.allCases.map { group in
      var seen: Set<String> = []
      let rows = joined(bindings.filter { $0.group == group }).map {
        (keys: keyLabels($0), help: $0[0].help)
      }
      return (group.rawValue, rows.filter { seen.insert($0.help).inserted })
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
