extension Lesson {
  /// Whether every word of a text that the glossary knows is explained by a page (from 0), by an earlier one, or by the
  /// lessons that this one builds on.
  public func explains(_ text: String, by page: Int, among library: [Lesson]) -> Bool {
    TermFinder.shared.terms(in: text).map(\.term)
      .allSatisfy(isExplained(by: page, among: library))
  }

  /// Tells of terms of the glossary whether each is explained by a page (from 0), by an earlier one, or by the lessons that
  /// this one builds on.
  public func isExplained(by page: Int, among library: [Lesson]) -> (GlossaryTerm) -> Bool {
    let foundation = foundation(among: library)
    let passed = pages.prefix(page + 1)
    let known = Set(words.keys.flatMap { Glossary.terms(named: $0) })
      .union(passed.flatMap(\.introducedTerms))
    return { term in
      known.contains(term)
        || term.taught.contains { place in
          foundation.contains(place.lesson)
            || place.lesson == id && passed.contains { $0.title == place.page }
        }
    }
  }

  /// The ids of the lessons that it builds on, near and far.
  private func foundation(among library: [Lesson]) -> Set<String> {
    var found: Set<String> = []
    var open = needs
    while let next = open.popLast() {
      guard found.insert(next).inserted else { continue }
      open += library.first { $0.id == next }?.needs ?? []
    }
    return found
  }
}
