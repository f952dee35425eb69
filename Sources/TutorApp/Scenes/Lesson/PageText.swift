import Lessons
import NeuralNetwork
import TerminalCanvas
import Workbench

/// One page, set for a width.
struct PageText {
  let page: Page
  let setter: BlockSetter
  /// Whether only headings, formulas and tables are shown: somebody says the rest.
  private let isBrief: Bool
  /// Whether the runs learn from a table of the learner's, of which the text knows nothing.
  let isOnTable: Bool

  /// The numbers in its sentences are those of the workspace; nil while it is being worked out.
  init(
    page: Page, workspace: Workspace?, width: Int, glyphs: GlyphSet, isBrief: Bool = false,
    isOnTable: Bool = false
  ) {
    self.page = page
    self.isBrief = isBrief
    self.isOnTable = isOnTable
    setter = BlockSetter(
      workspace: workspace, width: width, glyphs: glyphs, language: TutorLanguage(of: page))
  }

  /// The tutor's own words.
  var say: TutorLanguage { setter.language }

  /// The title and the blocks.
  var body: [StyledText] {
    var lines = setter.set(StyledText(page.title, .heading))
    if isOnTable { lines += setter.set(StyledText(say(.ownData), .muted)) }
    for block in page.blocks where isBrief ? block.isBrief : block.isText {
      lines += [""] + setter.lines(of: block)
    }
    return lines
  }

  /// A line for each dial.
  func dials(_ dials: [DialLine]) -> [StyledText] {
    (dials.isEmpty ? [] : [""]) + dials.flatMap { setter.set($0.text, indent: 4) }
  }

  /// The same lines, whatever the values are.
  var dials: [StyledText] { dials(DialLine.all(of: page)) }

  /// The most rows in which a page says why its goal is not reached.
  static let shortfallRows = 2

  /// The goal, and why it is not reached yet.
  func goal(way: GoalWay?, shortfall: String? = nil) -> [StyledText] {
    guard let goal = page.goal else { return [] }
    let why = way == nil ? shortfall : nil
    return [""] + setter.set(marker(way) + setter.text(goal.text, .text))
      + (why.map { setter.set(StyledText($0, .muted)) } ?? [])
  }

  private func marker(_ way: GoalWay?) -> StyledText {
    switch way {
    case nil: StyledText("◇ \(say(.goal)) ", .accent)
    case .shown: StyledText("◆ \(say(.goalShown)) ", .accent)
    case .alone: StyledText("✓ \(say(.goalReached)) ", .right)
    case .hints(1): StyledText("✓ \(say(.goalReachedWithHint)) ", .right)
    case .hints(let count): StyledText("✓ \(say(.goalReachedWithHints, "\(count)")) ", .right)
    }
  }

  /// The hints that are open, and how many are left where one may still be of use.
  func hints(open: Int, offersMore: Bool = true) -> [StyledText] {
    let lines = page.hints.prefix(open).flatMap { [StyledText()] + hint($0) }
    let left = page.hints.count - open
    guard left > 0, offersMore else { return lines }
    return lines + setter.set(StyledText(say(.hintsLeft, "\(left)"), .muted))
  }

  /// A hint, its first words beside the sign of it.
  private func hint(_ blocks: [Block]) -> [StyledText] {
    let sign = StyledText("\(say(.hint)) ", .accent)
    guard case .paragraph(let first)? = blocks.first else {
      return [sign] + blocks.flatMap { setter.lines(of: $0) }
    }
    return setter.set(sign + setter.text(first, .text))
      + blocks.dropFirst().flatMap { setter.lines(of: $0) }
  }

  /// The rows it takes before anything is answered or opened.
  var unansweredHeight: Int { body.count + dials.count + question().count + goal(way: nil).count }

  /// The columns of its widest code or table, whose lines are never broken.
  var unbreakableWidth: Int {
    let wide = setter.with(width: 1000)
    let lines = page.blocks.filter(\.keepsItsLines).flatMap { wide.lines(of: $0) }
    return lines.map { setter.glyphs.columns(of: $0) }.max() ?? 0
  }

  /// The rows it takes with its longest answer and its hints closed.
  var height: Int { heights[0] }

  /// The rows it takes with its longest answer and more and more of its hints, from none to all.
  var heights: [Int] {
    let question = page.question.map { question in
      remarks(on: question).map { self.question(missing(question, $0)).count }.max() ?? 0
    }
    let rows = body.count + dials.count + (question ?? 0) + goal(way: .alone).count
    return (0...page.hints.count).map { rows + hints(open: $0).count }
  }

  /// What may be said to a wrong answer, and nothing.
  func remarks(on question: Question) -> [String] {
    [""] + question.wrong.map { setter.text($0.text, .text).plain }
  }
}

extension Block {
  /// Whether there is something to read.
  var isText: Bool {
    switch self {
    case .action, .question, .goal: false
    default: true
    }
  }

  /// Whether it is a heading, a formula or a table.
  fileprivate var isBrief: Bool { if case .heading = self { true } else { keepsItsLines } }

  /// Whether its lines are shown as they are.
  fileprivate var keepsItsLines: Bool {
    switch self {
    case .code, .table: true
    default: false
    }
  }
}
