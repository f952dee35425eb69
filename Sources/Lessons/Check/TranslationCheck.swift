import Experiments
import Workbench

/// Holds a translation against its original: words may differ, numbers, claims, questions and directives may not.
struct TranslationCheck {
  let original: Lesson
  let originalSource: SourceText
  let translation: Lesson
  let source: SourceText

  /// Where the two differ in more than words.
  var problems: [Diagnostic] {
    guard original.pages.count == translation.pages.count else {
      return [
        source.diagnostic(
          "The original has \(original.pages.count) pages, this has \(translation.pages.count).",
          at: SourcePosition(line: 1))
      ]
    }
    return headProblems + pageProblems + figureProblems
  }

  private func differs(_ what: String, _ line: Int) -> Diagnostic {
    source.diagnostic(
      "\(what) as in \(originalSource.name.split(separator: "/").last ?? "the original"): only words "
        + "may differ.", at: SourcePosition(line: line))
  }

  // MARK: The head

  /// The keys of the head that are words.
  private static let words = ["title", "summary", "keep", "words"]

  private var headProblems: [Diagnostic] {
    func fields(_ source: SourceText) -> [(String, String)] {
      let root = LessonParts(source).flatMap { YAMLSource(source).root(of: $0.head) }
      return (root?.node.members ?? []).filter { !Self.words.contains($0.key) }
        .map { ($0.key, YAMLText.flow($0.value)) }
    }
    let (mine, theirs) = (fields(source), fields(originalSource))
    let keys = theirs.map(\.0) + mine.map(\.0).filter { key in !theirs.contains { $0.0 == key } }
    return keys.filter { key in
      mine.first { $0.0 == key }?.1 != theirs.first { $0.0 == key }?.1
    }.map { key in
      let line = source.lines.firstIndex { $0.hasPrefix(key + ":") } ?? 0
      return differs("'\(key)' must be", line + 1)
    }
  }

  // MARK: Pages

  private var pageProblems: [Diagnostic] {
    let (mine, theirs) = (pieces(translation, source), pieces(original, originalSource))
    return translation.pages.indices.flatMap { index in
      let line = translation.pages[index].line
      return Piece.Kind.allCases.filter { kind in
        mine[index].texts[kind] != theirs[index].texts[kind]
      }.map { differs("\($0.rawValue) of this page must be", line) }
    }
  }

  /// A language may say a small number in a word, but none says another number.
  private var figureProblems: [Diagnostic] {
    zip(translation.pages, original.pages).compactMap { mine, theirs in
      let (here, there) = (
        mine.figures.removing(theirs.figures), theirs.figures.removing(mine.figures)
      )
      guard !here.isEmpty, !there.isEmpty else { return nil }
      let others = "\(here.joined(separator: ", ")) for \(there.joined(separator: ", "))"
      return differs("The text of this page has \(others): its numbers must be", mine.line)
    }
  }

  /// What of a page must not differ.
  private struct Piece {
    enum Kind: String, CaseIterable {
      case acts = "The blocks 'do' and 'solution'"
      case claims = "'reach', 'within', 'tolerance', 'proof' and 'after'"
      case question = "The kind and the answer of the question"
      case numbers = "The {{numbers}} in the text"
      case hints = "The number of hints"
    }

    var texts: [Kind: [String]] = [:]
  }

  private func pieces(_ lesson: Lesson, _ source: SourceText) -> [Piece] {
    lesson.pages.indices.map { index in
      let page = lesson.pages[index]
      let end = index + 1 < lesson.pages.count ? lesson.pages[index + 1].line : .max
      let blocks = Fence.all(in: source, from: page.line, to: end)
      let acts = blocks.filter { ["do", "solution"].contains($0.info) }
      let asks = blocks.filter { ["ask", "goal"].contains($0.info) }
      return Piece(texts: [
        .acts: acts.map { $0.info + "\n" + $0.text.joined(separator: "\n") },
        .claims: asks.flatMap(\.claims), .question: page.question?.kind.form ?? [],
        .numbers: page.numbers, .hints: ["\(page.hints.count)"],
      ])
    }
  }
}

/// A fenced block as its file has it.
private struct Fence {
  let info: String
  var text: [Substring] = []

  /// The blocks between two lines of a file.
  static func all(in source: SourceText, from first: Int, to end: Int) -> [Fence] {
    var blocks: [Fence] = []
    var isOpen = false
    for line in source.lines.dropFirst(first - 1).prefix(max(0, end - first)) {
      if line.hasPrefix("```") {
        if !isOpen { blocks.append(Fence(info: String(line.dropFirst(3)).trimmed)) }
        isOpen.toggle()
      } else if isOpen {
        blocks[blocks.count - 1].text.append(line)
      }
    }
    return blocks
  }

  /// The lines that the engine decides by.
  var claims: [String] {
    let keys = ["reach:", "within:", "tolerance:", "proof:", "after:"]
    return text.filter { line in keys.contains { line.hasPrefix($0) } }.map(\.trimmed)
  }
}

extension [String] {
  /// What is left after others are taken out, each as often as they are there.
  fileprivate func removing(_ others: [String]) -> [String] {
    others.reduce(into: self) { left, other in
      left.firstIndex(of: other).map { _ = left.remove(at: $0) }
    }
  }
}

extension Page {
  /// The numbers that stand in its running text, without signs between thousands.
  fileprivate var figures: [String] {
    (blocks + hints.flatMap { $0 }).flatMap(\.texts).flatMap { text in
      let grouped = /(\d)[, \u{202F}\u{A0}\u{2009}](?=\d{3}(?!\d))/
      let plain = text.plainText { _ in "" }.replacing(grouped) { $0.output.1 }
      return plain.matches(of: /\d+(?:\.\d+)?/).map { String($0.output) }
    }
  }

  /// The numbers that the text takes from the workspace, in the order of their names.
  fileprivate var numbers: [String] {
    (blocks + hints.flatMap { $0 }).flatMap(\.texts).flatMap(\.templates)
      .map { "\($0.reading.text) \($0.format)" }.sorted()
  }
}
