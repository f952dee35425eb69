import Experiments
/// Finds words of the glossary that a lesson uses before anybody has explained them.
///
/// A word is explained in the lessons that this one needs, on an earlier page or on the same one: where the glossary says
/// so, where the author has put it in italics, or in `words` of the head. Formulas and code count for nothing: they have a
/// legend of their own.
struct TermCheck {
  let lesson: Lesson
  let source: SourceText
  /// The ids of all lessons that it builds on, near and far.
  let foundation: Set<String>

  /// One message a term, where it is first used too early.
  var problems: [Diagnostic] {
    var early: Set<GlossaryTerm> = []
    var introduced = Set(lesson.words.keys.flatMap { Glossary.terms(named: $0) })
    func problems(in texts: [String], by page: Int, from line: Int) -> [Diagnostic] {
      texts.flatMap { TermFinder.shared.terms(in: $0) }
        .filter { !introduced.contains($0.term) && !isTaught($0.term, by: page) }
        .filter { early.insert($0.term).inserted }
        .map { diagnostic($0, from: line) }
    }
    let own = lesson.pages.enumerated().flatMap { index, page in
      introduced.formUnion(page.introducedTerms)
      return problems(in: page.texts, by: index, from: page.line)
    }
    // The end of the lesson shows the sentences to keep.
    return own
      + problems(in: lesson.keep.map(\.prose), by: lesson.pages.count - 1, from: headLine)
  }

  /// The line where the sentences to keep begin.
  private var headLine: Int { (source.lines.firstIndex { $0.hasPrefix("keep:") } ?? 0) + 1 }

  /// Whether the glossary has a place for it that the learner has passed.
  private func isTaught(_ term: GlossaryTerm, by page: Int) -> Bool {
    term.taught.contains { place in
      foundation.contains(place.lesson) || place.lesson == lesson.id && isReached(place, by: page)
    }
  }

  private func isReached(_ place: GlossaryTerm.Place, by page: Int) -> Bool {
    lesson.pages[...page].contains { $0.title == place.page }
  }

  private func diagnostic(_ use: TermFinder.Finding, from line: Int) -> Diagnostic {
    let here = use.term.taught.first { $0.lesson == lesson.id }
    let others = use.term.taught.map(\.lesson).filter { $0 != lesson.id }
    let place =
      here.map { "the page '\($0.page)' explains it only later" }
      ?? "lesson '\(others.first ?? "")' explains it, which this one does not need"
    return source.diagnostic(
      "'\(use.words)' is used before it is explained: \(place). Explain it here and put it in "
        + "*italics*, need that lesson, or use another word.",
      at: position(of: use.words, from: line))
  }

  /// The line of running text that has the words, from a page on; the page's own where they are broken over lines.
  private func position(of words: String, from line: Int) -> SourcePosition {
    let lines = source.lines
    var isAct = false
    for index in max(0, line - 1)..<max(line, lines.count) where lines.indices.contains(index) {
      if lines[index].hasPrefix("```") { isAct = ["```do", "```solution"].contains(lines[index]) }
      if isAct { continue }
      if let range = lines[index].firstRange(of: words) {
        let column = lines[index].distance(from: lines[index].startIndex, to: range.lowerBound)
        return SourcePosition(line: index + 1, column: column + 1)
      }
    }
    return SourcePosition(line: line)
  }
}

extension InlineText {
  /// The running words alone: code and numbers left out.
  var prose: String {
    spans.map { span in
      if case .text(let text, let emphasis) = span, emphasis != .code { text } else { " · " }
    }.joined()
  }
}
