import Experiments

/// Reads running text: emphasis and `{{quantity}}`.
struct InlineParser {
  let context: LessonContext
  /// The line of the file where the text begins.
  let line: Int

  /// The text of a node's children.
  func text(of node: MarkdownNode) -> InlineText {
    InlineText(node.children.flatMap { spans($0, .plain, depth: 0) })
  }

  /// Text written as a YAML value: one paragraph of Markdown.
  func text(_ markdown: String) -> InlineText {
    guard let document = MarkdownDocument(markdown) else { return InlineText(markdown) }
    let blocks = Array(document.root.children)
    guard blocks.count == 1, blocks[0].type == "paragraph" else {
      context.diagnose("Write one paragraph of plain text here.", at: SourcePosition(line: line))
      return InlineText("")
    }
    return text(of: blocks[0])
  }

  /// A line of code: no emphasis, but numbers from the workspace.
  func line(_ text: String) -> InlineText { InlineText(words(text, .code)) }

  private func spans(_ node: MarkdownNode, _ emphasis: InlineText.Emphasis, depth: Int)
    -> [InlineText.Span]
  {
    guard depth < 8 else { return reject("Emphasis is nested too deep.") }
    func inner(_ emphasis: InlineText.Emphasis) -> [InlineText.Span] {
      node.children.flatMap { spans($0, emphasis, depth: depth + 1) }
    }
    switch node.type {
    case "text": return words(node.literal, emphasis)
    case "code": return words(node.literal, .code)
    case "softbreak": return [.text(" ", emphasis)]
    case "linebreak": return [.lineBreak]
    case "strong": return inner(.strong)
    case "emph": return inner(.italic)
    case "link": return inner(emphasis)
    case "image": return reject("A terminal shows no images: describe it in words.")
    case "html_inline": return reject("HTML is not allowed: '\(node.literal.prefix(30))'.")
    default: return reject("Text of the kind '\(node.type)' is not known here.")
    }
  }

  private func reject(_ message: String) -> [InlineText.Span] {
    context.diagnose(message, at: SourcePosition(line: line))
    return []
  }

  /// Words, with a value for each `{{…}}`.
  private func words(_ text: String, _ emphasis: InlineText.Emphasis) -> [InlineText.Span] {
    var spans: [InlineText.Span] = []
    var rest = text[...]
    // Most words hold no number, and looking for one byte is quick.
    while rest.utf8.contains(0x7B), let open = rest.firstRange(of: "{{") {
      append(rest[..<open.lowerBound], emphasis, to: &spans)
      guard let close = rest[open.upperBound...].firstRange(of: "}}") else {
        return reject("'{{' without '}}'.")
      }
      let inside = String(rest[open.upperBound..<close.lowerBound])
      if let value = TemplateParser(context: context, line: line).template(inside) {
        spans.append(.value(value, emphasis))
      }
      rest = rest[close.upperBound...]
    }
    append(rest, emphasis, to: &spans)
    return spans
  }

  private func append(
    _ text: Substring, _ emphasis: InlineText.Emphasis, to spans: inout [InlineText.Span]
  ) {
    if !text.isEmpty { spans.append(.text(SafeText.visible(String(text)), emphasis)) }
  }
}

/// Reads what stands between `{{` and `}}`.
struct TemplateParser {
  let context: LessonContext
  /// The line of the file to look for it from.
  let line: Int

  /// A quantity and how it is written: `loss`, `loss:6`, `loss:e2`.
  func template(_ inside: String) -> ValueTemplate? {
    let parts = inside.split(separator: ":", omittingEmptySubsequences: false).map(\.trimmed)
    let position = position(of: inside)
    guard parts.count <= 2, let format = Self.format(parts.count == 2 ? parts[1] : nil) else {
      context.diagnose(
        "Write {{loss}}, {{loss:6}} for six decimals, {{loss:e2}} for an exponent or {{accuracy:%}}.",
        at: position)
      return nil
    }
    return context.reading(parts.first ?? "", at: position)
      .map { ValueTemplate(reading: $0, format: format, position: position) }
  }

  private static func format(_ text: String?) -> NumberFormat? {
    guard let text else { return .automatic }
    if text == "%" { return .percent }
    let isScientific = text.hasPrefix("e")
    guard let count = Int(isScientific ? String(text.dropFirst()) : text), (0...15).contains(count)
    else {
      return nil
    }
    return isScientific ? .scientific(count) : .decimals(count)
  }

  /// Where the file has these words, looked for from the line on.
  private func position(of inside: String) -> SourcePosition {
    let lines = context.lines
    for number in max(1, line)..<max(1, min(lines.count, line + 200) + 1)
    where lines.indices.contains(number - 1) {
      let text = lines[number - 1]
      guard text.utf8.contains(0x7B) else { continue }
      if let range = text.firstRange(of: "{{" + inside + "}}") {
        let column = text.distance(from: text.startIndex, to: range.lowerBound) + 1
        return SourcePosition(line: number, column: column)
      }
    }
    return SourcePosition(line: line)
  }
}
