import Yams

/// What YAML may do and lessons may not: rejected before or right after parsing.
extension YAMLSource {
  /// Refuses tabs at the beginning of lines, anchors and further documents, before any of it is parsed.
  package func isSafe(_ yaml: String) -> Bool {
    let count = diagnostics.count
    var number = 0
    for line in yaml.splitIntoLines() {
      number += 1
      if let column = anchorColumn(in: line) {
        diagnose(
          "Anchors ('&') are not allowed: write the value out.",
          at: position(line: number, column: column))
      }
      if line.drop(while: { $0 == " " }).first == "\t" {
        let column = line.prefix { $0 == " " }.count + 1
        diagnose("Indent with spaces, not with tabs.", at: position(line: number, column: column))
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

  /// Refuses a tag, which would tell what kind of value a node is.
  package func hasNoTag(_ node: Node) -> Bool {
    let tag: Tag
    switch node {
    case .scalar(let scalar): tag = scalar.tag
    case .sequence(let items): tag = items.tag
    case .mapping(let pairs): tag = pairs.tag
    case .alias: return true
    }
    let usual = ["", "tag:yaml.org,2002:str", "tag:yaml.org,2002:seq", "tag:yaml.org,2002:map"]
    if usual.contains(tag.rawValue) { return true }
    diagnose("Tags ('!') are not allowed: leave it out.", at: position(of: node.mark))
    return false
  }

  /// What the YAML parser found, in our words where we have better ones.
  package func diagnose(about error: any Error) {
    switch error as? YamlError {
    case .duplicatedKeysInMapping(let names, let context):
      let list = names.map { "'\($0)'" }.joined(separator: ", ")
      diagnose("\(list) is given twice: keep one.", at: position(of: context.mark))
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _):
      if problem.contains("nesting") {
        return diagnose("This is nested too deeply.", at: position(of: mark))
      }
      let where_ = context.map { " (\($0.text))" } ?? ""
      diagnose(
        hasBareBrackets(at: mark)
          ? Self.bracketAdvice : "This is neither YAML nor JSON: \(problem)\(where_).",
        at: position(of: mark))
    case .composer(_, let problem, let mark, _):
      diagnose(Self.words(for: problem), at: position(of: mark))
    case .reader(let problem, _, _, _):
      diagnose("This is neither YAML nor JSON: \(problem).", at: position(line: 1, column: 1))
    default: diagnose("This is neither YAML nor JSON: \(error).", at: position(line: 1, column: 1))
    }
  }

  private static let bracketAdvice =
    "Inside { } and [ ] a name with brackets needs quotes: {\"layer1.z[1]\": 0.415}; "
    + "or give each key a line of its own."

  /// Whether the line has a name such as `layer1.z[1]` inside braces or brackets, where YAML reads the bracket itself.
  private func hasBareBrackets(at mark: Mark) -> Bool {
    let (lines, number) = (source.lines, mark.line + lineOffset - 1)
    guard lines.indices.contains(number) else { return false }
    let before = lines[number].prefix(mark.column + columnOffset)
    guard let bracket = before.lastIndex(of: "["), bracket > before.startIndex else { return false }
    return before[before.index(before: bracket)].isLetter
  }

  private static func words(for problem: String) -> String {
    switch problem {
    case "found undefined alias": "Aliases ('*') are not allowed: write the value out, or quote it."
    case "but found another document": "One document only: leave out what follows."
    default: "This is neither YAML nor JSON: \(problem)."
    }
  }
}
