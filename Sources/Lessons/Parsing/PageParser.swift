import Experiments
import Workbench

/// Cuts the body of a lesson into pages and reads them.
struct PageParser {
  let context: LessonContext

  /// A page while it is read.
  private struct Draft {
    var title: String
    var line: Int
    var blocks: [Block] = []
    var hints: [[Block]] = []
    var solution: [Action] = []
    /// How often each directive stands in the page, whether it could be read or not.
    var directives: [Directive: Int] = [:]
    var isEmpty: Bool { blocks.isEmpty && directives.isEmpty }
  }

  /// The pages; what is wrong is complained about.
  func pages(of document: MarkdownDocument) -> [Page] {
    var drafts: [Draft] = []
    for node in document.root.children { read(node, into: &drafts) }
    drafts.forEach(check)
    return drafts.map {
      Page(
        title: $0.title, blocks: $0.blocks, hints: $0.hints, solution: $0.solution, line: $0.line)
    }
  }

  private func read(_ node: MarkdownNode, into drafts: inout [Draft]) {
    if node.type == "heading", node.headingLevel <= 2 { return begin(node, &drafts) }
    guard let last = drafts.last else {
      return diagnose(
        "The lesson begins before its first '## ' heading: put a heading above.", node.line)
    }
    if node.type == "thematic_break" {
      return drafts.append(Draft(title: last.title, line: node.line))
    }
    readBlock(node, into: &drafts[drafts.count - 1])
  }

  private func begin(_ node: MarkdownNode, _ drafts: inout [Draft]) {
    guard node.headingLevel == 2 else {
      return diagnose("The title stands in the head; pages begin with '## '.", node.line)
    }
    let text = InlineParser(context: context, line: node.line).text(of: node)
    if !text.templates.isEmpty { diagnose("A heading cannot hold numbers.", node.line) }
    let title = text.plainText { _ in "" }
    if title.allSatisfy(\.isWhitespace) { diagnose("Give the page a heading.", node.line) }
    drafts.append(Draft(title: title, line: node.line))
  }

  private func readBlock(_ node: MarkdownNode, into draft: inout Draft) {
    let info = node.type == "code_block" ? node.fenceInfo.trimmed : ""
    guard let directive = Directive(rawValue: info) else {
      if let block = BlockParser(context: context).block(node) { draft.blocks.append(block) }
      return
    }
    draft.directives[directive, default: 0] += 1
    let actions = ActionParser(context: context)
    switch directive {
    case .act: yaml(node, actions.action).map { draft.blocks.append(.action($0)) }
    case .ask:
      yaml(node, QuestionParser(context: context).question).map {
        draft.blocks.append(.question($0))
      }
    case .goal: yaml(node, GoalParser(context: context).goal).map { draft.blocks.append(.goal($0)) }
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
    let blocks = BlockParser(context: context, lineOffset: node.line).blocks(document.root)
    if blocks.isEmpty { diagnose("The hint is empty.", node.line) }
    return blocks
  }

  // MARK: What a page must have

  private func check(_ draft: Draft) {
    func count(_ directive: Directive) -> Int { draft.directives[directive] ?? 0 }
    let (questions, goals, line) = (count(.ask), count(.goal), draft.line)
    if draft.isEmpty { diagnose("The page '\(draft.title)' is empty.", line) }
    if questions > 1 { diagnose("A page asks one question: begin the next with '---'.", line) }
    if goals > 1 { diagnose("A page has one goal: begin the next with '---'.", line) }
    if goals == 1, count(.hint) == 0 { diagnose("A goal needs a hint.", line) }
    if goals == 1, count(.solution) == 0 {
      diagnose("A goal needs a solution that reaches it.", line)
    }
    if goals == 0, count(.solution) > 0 {
      diagnose("A solution needs a goal in the same page.", line)
    }
    if goals + questions == 0, count(.hint) > 0 {
      diagnose("A hint needs a goal or a question in the same page.", line)
    }
  }

  private func diagnose(_ message: String, _ line: Int) {
    context.diagnose(message, at: SourcePosition(line: line))
  }
}
