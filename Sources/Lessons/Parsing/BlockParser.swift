import Experiments

/// Reads what is not a directive: paragraphs, lists, tables, code, quotes.
struct BlockParser {
  let context: LessonContext
  /// Lines of the file before the first line of the Markdown.
  var lineOffset = 0

  /// How deep lists and quotes may be nested.
  static let deepest = 6

  /// A block; nil, with a complaint, for what has no place in a lesson.
  func block(_ node: MarkdownNode, depth: Int = 0) -> Block? {
    let line = node.line + lineOffset
    guard depth < Self.deepest else { return reject("Nested too deep.", line) }
    let inline = InlineParser(context: context, line: line)
    switch node.type {
    case "paragraph": return .paragraph(inline.text(of: node))
    case "heading": return .heading(inline.text(of: node))
    case "list": return list(node, depth: depth)
    case "block_quote": return .quote(blocks(node, depth: depth + 1))
    case "code_block": return code(node, line)
    case "table": return .table(table(node, inline))
    case "html_block":
      return reject("HTML is not allowed; a note to authors goes in a 'note' block.", line)
    case "thematic_break": return reject("A break has no place inside a list or quote.", line)
    default: return reject("'\(node.type)' has no place in a lesson.", line)
    }
  }

  func blocks(_ node: MarkdownNode, depth: Int = 0) -> [Block] {
    node.children.compactMap { block($0, depth: depth) }
  }

  private func list(_ node: MarkdownNode, depth: Int) -> Block {
    let items = node.children.map { blocks($0, depth: depth + 1) }
    return .list(items: Array(items), start: node.listStart)
  }

  private func code(_ node: MarkdownNode, _ line: Int) -> Block? {
    let language = node.fenceInfo.trimmed
    guard !Directive.names.contains(language) else {
      return reject(
        "'\(language)' has no place here: put it at the left edge, outside lists and hints.", line)
    }
    guard language.isEmpty || Self.languages.contains(language) else {
      let names = Directive.names + Self.languages
      let near = Suggestion.nearest(to: language, among: names).map { "Did you mean '\($0)'?" }
      return reject(
        "There is no directive '\(language.prefix(30))'. \(near ?? "Known: \(Directive.names.joined(separator: ", ")).")",
        line)
    }
    let text = node.literal.hasSuffix("\n") ? String(node.literal.dropLast()) : node.literal
    let plain = text.replacing("\t", with: "    ")
    let lines = plain.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map {
      InlineParser(context: context, line: line + $0.offset).line(String($0.element))
    }
    return .code(lines, language: language)
  }

  /// Languages that code shown as it is may name.
  static let languages = [
    "text", "math", "swift", "python", "yaml", "json", "sh", "console", "markdown", "c",
  ]

  private func table(_ node: MarkdownNode, _ inline: InlineParser) -> Table {
    let rows = node.children.map { row in
      row.children.map { InlineParser(context: context, line: row.line + lineOffset).text(of: $0) }
    }
    let all = Array(rows.map(Array.init))
    let alignments = node.tableAlignments.map { letter -> Table.Alignment in
      switch Character(Unicode.Scalar(letter)) {
      case "r": .trailing
      case "c": .center
      default: .leading
      }
    }
    return Table(alignments: alignments, header: all.first ?? [], rows: Array(all.dropFirst()))
  }

  private func reject(_ message: String, _ line: Int) -> Block? {
    context.diagnose(message, at: SourcePosition(line: line))
    return nil
  }
}
