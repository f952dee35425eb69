/// Cuts the body of a lesson into beats and reads them.
struct BeatReader {
  let context: LessonContext

  /// A beat while it is read.
  private struct Draft {
    var title: String
    var line: Int
    var blocks: [Block] = []
    var hints: [[Block]] = []
    var solution: [Action] = []
    /// How often each directive stands in the beat, whether it could be read or not.
    var directives: [Directive: Int] = [:]
    var isEmpty: Bool { blocks.isEmpty && directives.isEmpty }
  }

  /// The beats; what is wrong is complained about.
  func beats(of document: MarkdownDocument) -> [Beat] {
    var drafts: [Draft] = []
    for node in document.root.children { read(node, into: &drafts) }
    drafts.forEach(check)
    return drafts.map {
      Beat(
        title: $0.title, blocks: $0.blocks, hints: $0.hints, solution: $0.solution, line: $0.line)
    }
  }

  private func read(_ node: MarkdownNode, into drafts: inout [Draft]) {
    if node.type == "heading", node.headingLevel <= 2 { return begin(node, &drafts) }
    guard let last = drafts.last else {
      return complain(
        "The lesson begins before its first '## ' heading: put a heading above.", node.line)
    }
    if node.type == "thematic_break" {
      return drafts.append(Draft(title: last.title, line: node.line))
    }
    readBlock(node, into: &drafts[drafts.count - 1])
  }

  private func begin(_ node: MarkdownNode, _ drafts: inout [Draft]) {
    guard node.headingLevel == 2 else {
      return complain("The title stands in the head; beats begin with '## '.", node.line)
    }
    let text = InlineReader(context: context, line: node.line).text(of: node)
    if !text.templates.isEmpty { complain("A heading cannot hold numbers.", node.line) }
    let title = text.plainText { _ in "" }
    if title.allSatisfy(\.isWhitespace) { complain("Give the beat a heading.", node.line) }
    drafts.append(Draft(title: title, line: node.line))
  }

  private func readBlock(_ node: MarkdownNode, into draft: inout Draft) {
    let info = node.type == "code_block" ? node.fenceInfo.trimmed : ""
    guard let directive = Directive(rawValue: info) else {
      if let block = BlockReader(context: context).block(node) { draft.blocks.append(block) }
      return
    }
    draft.directives[directive, default: 0] += 1
    let actions = ActionReader(context: context)
    switch directive {
    case .act: yaml(node, actions.action).map { draft.blocks.append(.action($0)) }
    case .ask:
      yaml(node, QuestionReader(context: context).question).map {
        draft.blocks.append(.question($0))
      }
    case .goal: yaml(node, GoalReader(context: context).goal).map { draft.blocks.append(.goal($0)) }
    case .hint: draft.hints.append(hint(node))
    case .solution: yaml(node, actions.action).map { draft.solution.append($0) }
    case .note: break
    }
  }

  private func yaml<Value>(_ node: MarkdownNode, _ read: (YAMLValue) -> Value?) -> Value? {
    context.reading(node.literal, lineOffset: node.line, columnOffset: node.fenceIndent ?? 0, read)
  }

  private func hint(_ node: MarkdownNode) -> [Block] {
    guard let document = MarkdownDocument(node.literal) else { return [] }
    let blocks = BlockReader(context: context, lineOffset: node.line).blocks(document.root)
    if blocks.isEmpty { complain("The hint is empty.", node.line) }
    return blocks
  }

  // MARK: What a beat must have

  private func check(_ draft: Draft) {
    func count(_ directive: Directive) -> Int { draft.directives[directive] ?? 0 }
    let (questions, goals, line) = (count(.ask), count(.goal), draft.line)
    if draft.isEmpty { complain("The beat '\(draft.title)' is empty.", line) }
    if questions > 1 { complain("A beat asks one question: begin the next with '---'.", line) }
    if goals > 1 { complain("A beat has one goal: begin the next with '---'.", line) }
    if goals == 1, count(.hint) == 0 { complain("A goal needs a hint.", line) }
    if goals == 1, count(.solution) == 0 {
      complain("A goal needs a solution that reaches it.", line)
    }
    if goals == 0, count(.solution) > 0 {
      complain("A solution needs a goal in the same beat.", line)
    }
    if goals + questions == 0, count(.hint) > 0 {
      complain("A hint needs a goal or a question in the same beat.", line)
    }
  }

  private func complain(_ message: String, _ line: Int) {
    context.complain(message, at: SourcePosition(line: line))
  }
}
