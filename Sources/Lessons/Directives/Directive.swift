import Experiments
import Workbench

/// A word that makes a fenced block more than code: one record that holds all that is known of it.
///
/// The parser, its messages and the guide's table walk `all`; a new directive is its file here, its line there, and the
/// block that it makes of what it read.
public struct Directive: Sendable {
  /// The word behind the fence.
  public let name: String
  /// The keys of its block; empty where it holds a list of groups, or words.
  public let fields: [ValueForm.Key]
  /// What it does, in Markdown.
  public let help: String
  /// Reads a block into a page; what is wrong is reported.
  let read: @Sendable (FencedBlock, inout PageDraft) -> Void
  /// What a page with it lacks, in sentences.
  let demands: @Sendable (PageDraft) -> [String]

  init(
    _ name: String, _ fields: [ValueForm.Key] = [], help: String,
    read: @escaping @Sendable (FencedBlock, inout PageDraft) -> Void,
    demands: @escaping @Sendable (PageDraft) -> [String] = { _ in [] }
  ) {
    (self.name, self.fields, self.help) = (name, fields, help)
    (self.read, self.demands) = (read, demands)
  }
}

extension Directive {
  /// Every directive.
  public static let all: [Directive] = [act, ask, fade, goal, hint, solution, note]

  /// The words.
  static let names = all.map(\.name)

  /// The record of a word.
  static func named(_ name: String) -> Directive? { all.first { $0.name == name } }

  /// The keys of its block.
  var keys: [String] { fields.map(\.name) }
}

/// A fenced block of a lesson while it is read.
struct FencedBlock {
  let node: MarkdownNode
  let context: LessonContext

  /// What its YAML says; nil after complaints.
  func yaml<Value>(_ read: (YAMLValue) -> Value?) -> Value? {
    context.reading(
      node.literal, lineOffset: node.line, columnOffset: node.fenceIndent ?? 0, read)
  }

  /// Notes that something is wrong with it.
  func diagnose(_ message: String) {
    context.diagnose(message, at: SourcePosition(line: node.line))
  }

  /// Its Markdown as blocks.
  var blocks: [Block] {
    guard let document = MarkdownDocument(node.literal) else { return [] }
    return BlockParser(context: context, lineOffset: node.line).blocks(document.root)
  }
}

/// A page while it is read.
struct PageDraft {
  var title: String
  var line: Int
  let language: String?
  var blocks: [Block] = []
  var hints: [[Block]] = []
  var solution: [Action] = []
  var fade: PlacedFade?
  /// How often each directive stands in the page, whether it could be read or not.
  private(set) var counts: [String: Int] = [:]

  init(title: String, line: Int, language: String?) {
    (self.title, self.line, self.language) = (title, line, language)
  }

  /// Whether there is nothing on it.
  var isEmpty: Bool { blocks.isEmpty && counts.isEmpty }

  /// How often a directive stands in the page.
  func count(_ directive: Directive) -> Int { counts[directive.name] ?? 0 }

  /// Reads a block of a directive.
  mutating func read(_ directive: Directive, _ block: FencedBlock) {
    counts[directive.name, default: 0] += 1
    directive.read(block, &self)
  }
}
