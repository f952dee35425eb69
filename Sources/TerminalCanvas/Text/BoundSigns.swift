extension StyledText {
  /// The text with no-break spaces around lone signs, so that no line ends between 98 and %, or within `μ = 0`.
  ///
  /// A formula longer than `limit` may break before a sign, never after one.
  func withBoundSigns(limit: Int) -> StyledText {
    guard limit > 4, plain.contains(where: signs.contains) else { return self }
    let bound = boundBlanks(in: Array(plain), limit: limit)
    guard !bound.isEmpty else { return self }
    var place = -1
    return StyledText(
      spans.map { span in
        Span(
          String(
            span.text.map { character in
              place += 1
              return bound.contains(place) ? noBreakSpace : character
            }), span.style)
      })
  }
}

/// Looks like a space, and ends no line.
let noBreakSpace: Character = "\u{A0}"

private let signs: Set<Character> = [
  "%", "=", "≈", "≠", "<", ">", "≤", "≥", "±", "+", "-", "−", "·", "×", "÷", "/",
]

/// The places of the blanks that no line may break at.
private func boundBlanks(in text: [Character], limit: Int) -> Set<Int> {
  let words = text.split(separator: " ", omittingEmptySubsequences: false)
  let areSigns = words.indices.map { isSign(words[$0], before: words.dropFirst($0 + 1).first) }
  var bound: Set<Int> = []
  var run = 0
  for (index, word) in words.dropLast().enumerated() {
    let next = words[index + 1]
    run += word.count + 1
    let holds =
      areSigns[index] || next == ["%"] || areSigns[index + 1] && run + next.count + 2 < limit
    if holds && !word.isEmpty && !next.isEmpty {
      bound.insert(word.endIndex)
    } else {
      run = 0
    }
  }
  return bound
}

/// Whether a word is a lone sign; a dot between words is none, one between numbers or letters is a product's.
private func isSign(_ word: ArraySlice<Character>, before next: ArraySlice<Character>?) -> Bool {
  guard word.count == 1, signs.contains(word[word.startIndex]) else { return false }
  guard word.first == "·", let next, let first = next.first else { return true }
  return next.count == 1 || !first.isLetter
}
