import TerminalCanvas

/// One row of the key table: the keys, what they mean, and the words for footer and help.
public struct KeyBinding: Sendable {
  /// Every key that means it; the first is the one the footer names.
  public let keys: [Key]
  /// What it means.
  public let message: Message
  /// One word for the footer; nil keeps the row out of it.
  public let short: String?
  /// Its place among those that compete for the footer's room: the smaller, the longer it stays.
  public let rank: Int
  /// A sentence for the help screen.
  public let help: String
  /// Its heading on the help screen.
  public let group: Group

  /// The headings of the help screen, in order.
  public enum Group: String, CaseIterable, Sendable {
    case lesson = "The lesson"
    case playground = "The playground"
    case time = "Time, both ways"
    case run = "The run"
    case screen = "The screen"
  }

  init(
    _ keys: [Key], _ message: Message, _ short: String? = nil, rank: Int? = nil, help: String,
    _ group: Group
  ) {
    self.keys = keys
    self.message = message
    self.short = short
    self.rank = rank ?? .max
    self.help = help
    self.group = group
  }

  /// The same row behind only those that lead on, explain or leave.
  var raised: KeyBinding {
    KeyBinding(keys, message, short, rank: min(rank, 8), help: help, group)
  }

  /// The same row without the keys that mean something else where it stands.
  func without(_ others: [Key]) -> KeyBinding {
    KeyBinding(
      keys.filter { !others.contains($0) }, message, short, rank: rank, help: help, group)
  }
}

extension Model {
  /// The rows that are valid now, with the keys in the places that the learner has given them.
  var bindings: [KeyBinding] { keyContext.bindings.map(inPlace) }

  /// A row with its keys where the learner presses them.
  func inPlace(_ binding: KeyBinding) -> KeyBinding {
    KeyBinding(
      binding.keys.map(keyMap.place), binding.message, binding.short, rank: binding.rank,
      help: binding.help, binding.group)
  }
}

extension Key {
  /// Whether it writes something.
  var isCharacter: Bool { if case .character = self { true } else { false } }
}

extension [KeyBinding] {
  /// These rows and then others, without the keys that these take.
  func before(_ others: [KeyBinding]) -> [KeyBinding] {
    let taken = Set(flatMap(\.keys))
    return self + others.compactMap { $0.without(taken) }
  }
}

extension KeyBinding {
  /// The row with its other keys; nil where none is left.
  fileprivate func without(_ taken: Set<Key>) -> KeyBinding? {
    let left = keys.filter { !taken.contains($0) }
    guard !left.isEmpty else { return nil }
    return KeyBinding(left, message, short, rank: rank, help: help, group)
  }
}
