import TerminalCanvas

/// Something that a learner did, as a line of a transcript has it.
enum TranscriptEvent: Hashable, Sendable {
  case key(Key)
  /// An answer was passed by its word.
  case pass
  /// A click on the line of time.
  case moment(Int)
  /// A click on a page in their list, from 1.
  case page(Int)

  /// What such a line begins with.
  static let sign = "> "

  /// The event that a message comes from; nil for one that changes the screen alone.
  init?(_ message: Message, in context: KeyContext) {
    if let character = message.typedCharacter {
      self = .key(.character(character))
    } else if let binding = context.bindings.first(where: { $0.message == message }) {
      // A letter is read more easily than the sign of a key.
      self = .key(binding.keys.first { $0.isCharacter && $0 != " " } ?? binding.keys[0])
    } else if case .workbench(.scrub(let update)) = message {
      self = .moment(update)
    } else if case .pages(.select(let index)) = message {
      self = .page(index + 1)
    } else if [.lesson(.pass), .drill(.pass)].contains(message) {
      self = .pass
    } else {
      return nil
    }
  }

  /// What it means; nil where it means nothing.
  func message(in context: KeyContext) -> Message? {
    switch self {
    case .key(let key): context.message(for: key)
    case .pass: context.name == KeyContext.drill.name ? .drill(.pass) : .lesson(.pass)
    case .moment(let update): .workbench(.scrub(to: update))
    case .page(let page): context.name == KeyContext.pages.name ? .pages(.select(page - 1)) : nil
    }
  }
}

extension TranscriptEvent {
  /// Its line.
  var line: String {
    switch self {
    case .key(let key): Self.sign + key.label
    case .pass: Self.sign + PlainWord.pass
    case .moment(let update): Self.sign + "update \(update)"
    case .page(let page): Self.sign + "page \(page)"
    }
  }

  /// The event of a line; nil where it has none.
  init?(line: String) {
    guard line.hasPrefix(Self.sign) else { return nil }
    let words = String(line.dropFirst(Self.sign.count))
    if words == PlainWord.pass {
      self = .pass
    } else if words.hasPrefix("update "), let update = Int(words.dropFirst(7)), update >= 0 {
      self = .moment(update)
    } else if words.hasPrefix("page "), let page = Int(words.dropFirst(5)), page >= 1 {
      self = .page(page)
    } else if let key = Self.key(labeled: words) {
      self = .key(key)
    } else {
      return nil
    }
  }

  private static func key(labeled label: String) -> Key? {
    if let key = namedKeys[label] { return key }
    return label.count == 1 ? label.first.map(Key.character) : nil
  }

  /// Every key of the program that is not called by the character it writes.
  private static let namedKeys = Dictionary(
    (KeyContext.all.flatMap(\.bindings).flatMap(\.keys).filter { !$0.isCharacter } + [" "])
      .map { ($0.label, $0) }, uniquingKeysWith: { first, _ in first })
}

extension Message {
  /// The character that was typed, where one was.
  fileprivate var typedCharacter: Character? {
    switch self {
    case .lesson(.type(let character)), .workbench(.typeValue(let character)),
      .drill(.type(let character)), .glossary(.type(let character)):
      character
    default: nil
    }
  }
}
