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
  var text = "" { didSet { isOffered = false } }
  /// Whether the text is the value that stands there already, which the first character that is typed replaces.
  var isOffered = false
  /// How many commands back the text was recalled from.
  var recalled = 0

  /// The longest line that may be typed.
  static let longest = 4000

  init(_ purpose: Purpose, text: String = "", isOffered: Bool = false) {
    (self.purpose, self.text, self.isOffered) = (purpose, text, isOffered)
  }

  mutating func append(_ character: Character) {
    text = (isOffered ? "" : text) + String(character)
  }

  /// Takes the last word away, and the blanks behind it.
  mutating func eraseWord() {
    while text.last == " " { text.removeLast() }
    while let last = text.last, last != " " { text.removeLast() }
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
  /// What is being typed in the playground, or over its examples; nil when nothing is.
  var entry: Entry? {
    get { (scene as? GalleryScene).map(\.entry) ?? playground?.entry }
    set {
      if var gallery = scene as? GalleryScene {
        gallery.entry = newValue
        scene = gallery
      } else {
        playground?.entry = newValue
      }
    }
  }

  mutating func beginTypingValue() {
    guard let row = playground?.settings.selected else { return }
    let typed = row.typed.count < 80 ? row.typed : ""
    self.entry = Entry(.value(row.path), text: typed, isOffered: true)
  }

  mutating func type(_ character: Character) {
    guard var entry = self.entry, entry.text.count < Entry.longest else { return }
    entry.append(character)
    if entry.purpose == .find { find(entry.text) }
    self.entry = entry
  }

  mutating func eraseInEntry() {
    guard var entry = self.entry else { return }
    guard entry.text.popLast() != nil else { return closeEntry() }
    self.entry = entry
  }

  private mutating func closeEntry() { self.entry = nil }

  /// The first setting, from the selected one on, with a part of its name.
  private mutating func find(_ text: String) {
    guard let settings = playground?.settings, !text.isEmpty else { return }
    let rows = Array(settings.rows.indices)
    let order = rows.dropFirst(settings.index) + rows.prefix(settings.index)
    let (word, key) = (text.lowercased(), ExperimentField.key(text.lowercased()))
    // A name counts more than its beginning, and that more than any part.
    let tests: [(FormRow) -> Bool] = [
      { $0.label == key }, { $0.label.hasPrefix(word) }, { $0.key.contains(word) },
    ]
    let found = tests.lazy.compactMap { test in order.first { test(settings.rows[$0]) } }.first
    if let index = found {
      playground?.settings.select(index)
    } else {
      notice = "No setting is called '\(SafeText.visible(text))'"
    }
  }

  mutating func recallCommand(by steps: Int) {
    guard var entry = self.entry, entry.purpose == .command,
      let commands = playground?.commands
    else { return }
    entry.recalled = min(max(0, entry.recalled - steps), commands.count)
    entry.text = entry.recalled == 0 ? "" : commands[commands.count - entry.recalled]
    self.entry = entry
  }

  /// What could stand in place of the last word.
  var completions: [String] {
    guard let entry = self.entry else { return [] }
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
    guard var entry = self.entry, let first = completions.first else { return }
    let shared = completions.dropFirst().reduce(first) { $0.commonPrefix(with: $1) }
    let head = entry.text.lastIndex(of: " ").map { entry.text[...$0] } ?? ""
    guard !shared.isEmpty else { return }
    entry.text = head + shared + (completions.count == 1 && entry.purpose == .command ? " " : "")
    self.entry = entry
  }

  mutating func commitEntry() -> [Effect] {
    guard let entry = self.entry else { return [] }
    self.entry = nil
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
      if effects == nil { self.entry = entry }
      return effects ?? []
    }
  }
}

extension StringProtocol {
  fileprivate func commonPrefix(with other: String) -> String {
    String(zip(self, other).prefix { $0 == $1 }.map(\.0))
  }
}

/// The line that is typed in place of the status, and what could complete it in place of the keys.
func drawEntry(
  _ entry: Entry, _ model: Model, in status: Rect, keys: Rect, on canvas: inout Canvas
) {
  let row = status.inset(left: 1, right: 1)
  canvas.fill(status)
  let prompt = StyledText(entry.prompt, .accent)
  let room = max(1, row.width - canvas.glyphs.columns(of: prompt) - 1)
  let typed = String(SafeText.visible(entry.text).suffix(room))
  let style: Style = entry.isOffered ? .selected : .text
  canvas.write(prompt + StyledText(typed, style) + StyledText(" ", .selected), in: row)
  let hints = model.notice.map { [$0] } ?? model.completions
  guard !hints.isEmpty, !(model.notice == nil && entry.text.isEmpty && entry.purpose == .find)
  else { return }
  canvas.fill(keys)
  let hintStyle: Style = model.notice == nil ? .muted : .accent
  canvas.write(
    StyledText(hints.prefix(24).joined(separator: "  "), hintStyle),
    in: keys.inset(left: 1, right: 1))
}
