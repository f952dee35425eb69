import TerminalCanvas

/// The help screen: every row of the key table that is valid where help was opened.
func drawHelp(_ model: Model, on canvas: inout Canvas) {
  let context: KeyContext =
    switch model.scene {
    case .list: .list
    case .lesson: .lesson
    case .sandbox: .sandbox
    }
  let lines = helpLines(for: context)
  let height = min(lines.count + 2, canvas.size.height)
  let columns = lines.count + 2 > canvas.size.height && canvas.size.width >= 78 ? 2 : 1
  _ = height
  drawHelp(lines, columns: columns, on: &canvas)
}

private func drawHelp(_ lines: [StyledText], columns: Int, on canvas: inout Canvas) {
  canvas.fill(canvas.bounds)
  let (title, body) = canvas.bounds.split(top: 1)
  canvas.write(
    StyledText("Keys", .heading) + StyledText("  any other key closes this", .muted),
    in: title.inset(left: 1, right: 1))
  let perColumn = columns == 1 ? lines.count : max(body.height, (lines.count + 1) / 2)
  var rest = body.inset(left: 1)
  for column in 0..<columns {
    let (left, right) = rest.split(left: rest.width / (columns - column))
    canvas.write(Array(lines.dropFirst(column * perColumn).prefix(perColumn)), in: left)
    rest = right
  }
}

/// The help text of a context, grouped under headings.
func helpLines(for context: KeyContext) -> [StyledText] {
  KeyBinding.Group.allCases.flatMap { group -> [StyledText] in
    let rows = KeyTable.bindings.filter { $0.group == group && $0.contexts.contains(context) }
    guard !rows.isEmpty else { return [] }
    return [StyledText(group.rawValue, .heading)]
      + rows.map { row in
        let keys = row.keys.prefix(3).map(\.label).joined(separator: " ")
        let padding = String(repeating: " ", count: max(1, 11 - keys.count))
        return StyledText(" " + keys + padding, .accent) + StyledText(row.help, .text)
      }
  }
}

extension Key {
  /// The name of a key as footer and help write it.
  var label: String {
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
    default: "\(self)".prefix(1).uppercased() + "\(self)".dropFirst()
    }
  }
}
