import Lessons
import TerminalCanvas

extension Page {
  /// The keys that its text names, in bold.
  var namedKeys: Set<Key> { Set(blocks.flatMap(\.strongWords).compactMap(Key.init(label:))) }
}

extension Block {
  /// What stands in bold in running text.
  fileprivate var strongWords: [String] {
    switch self {
    case .paragraph(let text), .heading(let text): text.strongWords
    case .list(let items, _): items.flatMap { $0.flatMap(\.strongWords) }
    case .quote(let blocks): blocks.flatMap(\.strongWords)
    default: []
    }
  }
}

extension InlineText {
  fileprivate var strongWords: [String] {
    spans.compactMap { if case .text(let word, .strong) = $0 { word } else { nil } }
  }
}
