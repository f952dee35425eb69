import Experiments
import Workbench

/// Cuts the body of a lesson into pages and reads them.
struct PageParser {
  let context: LessonContext

  /// The pages; what is wrong is reported.
  func pages(of document: MarkdownDocument) -> [Page] {
    var drafts: [PageDraft] = []
    for node in document.root.children { read(node, into: &drafts) }
    drafts.forEach(check)
    return drafts.flatMap(\.pages)
  }

  /// How many pages a body has, without reading them.
  static func count(in document: MarkdownDocument) -> Int {
    document.root.children.reduce(0) { count, node in
      switch node.type {
      case "heading" where node.headingLevel == 2: count + 1
      case "thematic_break" where count > 0: count + 1
      case "code_block" where node.fenceInfo.trimmed == Directive.fade.name:
        count + FadeParser.furtherPages(of: node.literal)
      default: count
      }
    }
  }

  private func read(_ node: MarkdownNode, into drafts: inout [PageDraft]) {
    if node.type == "heading", node.headingLevel <= 2 { return begin(node, &drafts) }
    guard let last = drafts.last else {
      return diagnose(
        "The lesson begins before its first '## ' heading: put a heading above.", node.line)
    }
    if node.type == "thematic_break" {
      return drafts.append(PageDraft(title: last.title, line: node.line, language: last.language))
    }
    readBlock(node, into: &drafts[drafts.count - 1])
  }

  private func begin(_ node: MarkdownNode, _ drafts: inout [PageDraft]) {
    guard node.headingLevel == 2 else {
      return diagnose("The title stands in the head; pages begin with '## '.", node.line)
    }
    let text = InlineParser(context: context, line: node.line).text(of: node)
    if !text.templates.isEmpty { diagnose("A heading cannot hold numbers.", node.line) }
    let title = text.plainText { _ in "" }
    if title.allSatisfy(\.isWhitespace) { diagnose("Give the page a heading.", node.line) }
    drafts.append(PageDraft(title: title, line: node.line, language: context.language))
  }

  private func readBlock(_ node: MarkdownNode, into draft: inout PageDraft) {
    let info = node.type == "code_block" ? node.fenceInfo.trimmed : ""
    guard let directive = Directive.named(info) else {
      if let block = BlockParser(context: context).block(node) { draft.blocks.append(block) }
      return
    }
    draft.read(directive, FencedBlock(node: node, context: context))
  }

  // MARK: What a page must have

  private func check(_ draft: PageDraft) {
    if draft.isEmpty { diagnose("The page '\(draft.title)' is empty.", draft.line) }
    for directive in Directive.all where draft.count(directive) > 0 {
      for demand in directive.demands(draft) { diagnose(demand, draft.line) }
    }
  }

  private func diagnose(_ message: String, _ line: Int) {
    context.diagnose(message, at: SourcePosition(line: line))
  }
}
