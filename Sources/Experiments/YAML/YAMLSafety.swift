/// What YAML may do and lessons may not: rejected before parsing.
extension YAMLSource {
  /// Refuses tabs at the beginning of lines and anchors, before any of it is parsed.
  package func isSafe(_ yaml: String) -> Bool {
    let count = diagnostics.count
    var number = 0
    for line in yaml.splitIntoLines() {
      number += 1
      if let column = anchorColumn(in: line) {
        diagnose(
          "Anchors ('&') are not allowed: write the value out.",
          at: position(of: SourcePosition(line: number, column: column)))
      }
      if line.drop(while: { $0 == " " }).first == "\t" {
        let column = line.prefix { $0 == " " }.count + 1
        diagnose(
          "Indent with spaces, not with tabs.",
          at: position(of: SourcePosition(line: number, column: column)))
      }
      if diagnostics.count > count { return false }
    }
    return true
  }

  /// The column of an `&` that begins a word.
  private func anchorColumn(in line: Substring) -> Int? {
    guard line.utf8.contains(0x26) else { return nil }
    var previous: Character = " "
    for (index, character) in line.indices.lazy.map({ ($0, line[$0]) }) {
      let next = line.index(after: index)
      if character == "&", !previous.isLetter, !previous.isNumber, previous != "&",
        next < line.endIndex, !line[next].isWhitespace, line[next] != "&"
      {
        return line.distance(from: line.startIndex, to: index) + 1
      }
      previous = character
    }
    return nil
  }

  /// What cannot be read, in our words where we have better ones.
  func diagnose(about problem: YAMLProblem) {
    switch problem {
    case .refused(let sentence, let place): diagnose(sentence, at: position(of: place))
    case .syntax(_, let place) where hasBareBrackets(at: place):
      diagnose(Self.bracketAdvice, at: position(of: place))
    case .syntax(let what, let place), .character(let what, let place):
      diagnose("This is neither YAML nor JSON: \(what).", at: position(of: place))
    }
  }

  private static let bracketAdvice =
    "Inside { } and [ ] a name with brackets needs quotes: {\"layer1.z[1]\": 0.415}; "
    + "or give each key a line of its own."

  /// Whether the line has a name such as `layer1.z[1]` inside braces or brackets, where YAML reads the bracket itself.
  private func hasBareBrackets(at place: SourcePosition) -> Bool {
    let (lines, place) = (source.lines, position(of: place))
    guard lines.indices.contains(place.line - 1) else { return false }
    let before = lines[place.line - 1].prefix(place.column)
    guard let bracket = before.lastIndex(of: "["), bracket > before.startIndex else { return false }
    return before[before.index(before: bracket)].isLetter
  }
}
