import Experiments
import NeuralNetwork
import TerminalCanvas

/// A line that is being typed.
struct Entry: Hashable, Sendable {
  /// What it is for.
  enum Purpose: Hashable, Sendable {
    /// A value for the setting of a path.
    case value([String])
    /// A part of a setting's name.
    case find
    /// A command.
    case command
  }

  let purpose: Purpose
  var text = ""
  /// How many commands back the text was recalled from.
  var recalled = 0

  /// The longest line that may be typed.
  static let longest = 4000

  init(_ purpose: Purpose, text: String = "") {
    self.purpose = purpose
    self.text = text
  }

  /// What stands before it.
  var prompt: String {
    switch purpose {
    case .value(let path): "\(path.joined(separator: ".")): "
    case .find: "/"
    case .command: ":"
    }
  }
}

extension Model {
  mutating func beginTypingValue() {
    guard let row = playground?.settings.selected else { return }
    playground?.entry = Entry(.value(row.path), text: row.typed.count < 80 ? row.typed : "")
  }

  mutating func type(_ character: Character) {
    guard var entry = playground?.entry, entry.text.count < Entry.longest else { return }
    entry.text.append(character)
    if entry.purpose == .find { find(entry.text) }
    playground?.entry = entry
  }

  mutating func eraseInEntry() {
    guard var entry = playground?.entry else { return }
    guard entry.text.popLast() != nil else { return closeEntry() }
    playground?.entry = entry
  }

  private mutating func closeEntry() { playground?.entry = nil }

  /// The first setting, from the selected one on, with a part of its name.
  private mutating func find(_ text: String) {
    guard let settings = playground?.settings, !text.isEmpty else { return }
    let rows = Array(settings.rows.indices)
    let order = rows.dropFirst(settings.index) + rows.prefix(settings.index)
    let word = text.lowercased()
    if let index = order.first(where: { settings.rows[$0].key.contains(word) }) {
      playground?.settings.select(index)
    } else {
      notice = "No setting is called '\(SafeText.visible(text))'"
    }
  }

  mutating func recallCommand(by steps: Int) {
    guard var entry = playground?.entry, entry.purpose == .command,
      let commands = playground?.commands
    else { return }
    entry.recalled = min(max(0, entry.recalled - steps), commands.count)
    entry.text = entry.recalled == 0 ? "" : commands[commands.count - entry.recalled]
    playground?.entry = entry
  }

  /// What could stand in place of the last word.
  var completions: [String] {
    guard let entry = playground?.entry else { return [] }
    switch entry.purpose {
    case .command: return PlaygroundCommand.completions(of: entry.text, self)
    case .find:
      return (playground?.settings.rows.map(\.key) ?? []).filter { $0.contains(entry.text) }
    case .value(let path):
      let row = playground?.settings.rows.first { $0.path == path }
      return (row?.names ?? []).filter { entry.text.isEmpty || $0.hasPrefix(entry.text) }
    }
  }

  /// Writes as much of the last word as all completions share.
  mutating func completeEntry() {
    let completions = completions
    guard var entry = playground?.entry, let first = completions.first else { return }
    let shared = completions.dropFirst().reduce(first) { $0.commonPrefix(with: $1) }
    let head = entry.text.lastIndex(of: " ").map { entry.text[...$0] } ?? ""
    guard !shared.isEmpty else { return }
    entry.text = head + shared + (completions.count == 1 && entry.purpose == .command ? " " : "")
    playground?.entry = entry
  }

  mutating func commitEntry() -> [Effect] {
    guard let entry = playground?.entry else { return [] }
    playground?.entry = nil
    switch entry.purpose {
    case .find:
      find(entry.text)
      return []
    case .command:
      guard !entry.text.trimmed.isEmpty else { return [] }
      playground?.commands.append(entry.text)
      return run(command: entry.text)
    case .value(let path):
      let effects = edit(path, typed: entry.text)
      // What was wrong can be put right.
      if effects.isEmpty { playground?.entry = entry }
      return effects
    }
  }
}

extension StringProtocol {
  fileprivate func commonPrefix(with other: String) -> String {
    String(zip(self, other).prefix { $0 == $1 }.map(\.0))
  }
}

/// The line that is typed in place of the status, and what could complete it in place of the keys.
func drawEntry(_ entry: Entry, _ model: Model, on canvas: inout Canvas) {
  let layout = model.layout
  let row = layout.status.inset(left: 1, right: 1)
  canvas.fill(layout.status)
  let prompt = StyledText(entry.prompt, .accent)
  let room = max(1, row.width - canvas.glyphs.columns(of: prompt) - 1)
  let typed = String(SafeText.visible(entry.text).suffix(room))
  canvas.write(prompt + StyledText(typed) + StyledText(" ", .selected), in: row)
  let hints = model.notice.map { [$0] } ?? model.completions
  guard !hints.isEmpty, !(model.notice == nil && entry.text.isEmpty && entry.purpose == .find)
  else { return }
  let keys = layout.keys.isEmpty ? layout.scrubber : layout.keys
  canvas.fill(keys)
  let style: Style = model.notice == nil ? .muted : .accent
  canvas.write(
    StyledText(hints.prefix(24).joined(separator: "  "), style), in: keys.inset(left: 1, right: 1))
}
