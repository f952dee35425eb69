import Lessons
import NeuralNetwork
import TerminalCanvas
import Workbench

/// The words of a page, set for a width: its blocks, the question with what was answered, hints and the goal.
enum LessonText {
  /// All lines of the present page.
  static func lines(_ model: Model, width: Int) -> [StyledText] {
    guard let place = model.place else { return [] }
    let text = PageText(
      page: place.current, workspace: place.workspaces[place.page], width: width,
      glyphs: model.glyphs)
    return text.body + text.question(place.answers[place.page], typed: place.typed)
      + text.goal(isReached: place.reachedGoals.contains(place.page))
      + text.hints(open: place.hintsShown[place.page, default: 0])
  }

  /// The number of the choice that stands in a row of an open question; nil elsewhere.
  static func choice(atRow row: Int, _ model: Model) -> Int? {
    guard let place = model.place, place.openQuestion != nil else { return nil }
    let text = PageText(
      page: place.current, workspace: place.workspaces[place.page], width: model.textWidth,
      glyphs: model.glyphs)
    return text.choiceRows.firstIndex { $0.contains(row) }.map { $0 + 1 }
  }

  /// The rows of the tallest page of a lesson, however it is answered, with its hints closed.
  static func tallest(in lesson: Lesson, width: Int, glyphs: GlyphSet) -> Int {
    lesson.pages.map { page in
      PageText(page: page, workspace: lesson.workspace, width: width, glyphs: glyphs).height
    }.max() ?? 0
  }
}

/// One page, set for a width.
struct PageText {
  private let page: Page
  private let setter: BlockSetter

  /// The numbers in its sentences are those of the workspace; nil while it is being worked out.
  init(page: Page, workspace: Workspace?, width: Int, glyphs: GlyphSet) {
    self.page = page
    setter = BlockSetter(workspace: workspace, width: width, glyphs: glyphs)
  }

  /// The title and the blocks.
  var body: [StyledText] {
    var lines = setter.set(StyledText(page.title, .heading))
    for block in page.blocks where block.isText { lines += [""] + setter.lines(of: block) }
    return lines
  }

  /// The question, as far as it is answered.
  func question(_ answer: Answer?, typed: String? = nil) -> [StyledText] {
    guard let question = page.question else { return [] }
    var lines = prompt(of: question)
    switch question.kind {
    case .choice(let choices, let right):
      lines += choiceLines(choices, right: right, answer).flatMap { $0 }
    case .number, .free:
      let typed = typed.map { $0 + "_" } ?? answer?.text ?? question.invitation
      lines.append(StyledText("  ", .text) + StyledText(typed, .accent))
    }
    return lines + (answer.map(feedbackLines) ?? [])
  }

  private func prompt(of question: Question) -> [StyledText] {
    [""] + setter.set(StyledText("? ", .accent) + setter.text(question.prompt, .heading))
  }

  /// The rows of each choice among all lines of the page.
  var choiceRows: [Range<Int>] {
    guard let question = page.question, case .choice(let choices, let right) = question.kind else {
      return []
    }
    var row = body.count + prompt(of: question).count
    return choiceLines(choices, right: right, nil).map { lines in
      defer { row += lines.count }
      return row..<(row + lines.count)
    }
  }

  /// The lines of each choice, "not sure" the last.
  private func choiceLines(
    _ choices: [InlineText], right: Int, _ answer: Answer?
  ) -> [[StyledText]] {
    let words = choices.map { setter.text($0, .text) } + [StyledText("not sure", .muted)]
    return words.enumerated().map { index, word in
      let isChosen = answer.map { $0.text == word.plain } ?? false
      let sign = isChosen ? "▶" : answer != nil && index == right ? "✓" : " "
      let marker = StyledText("\(sign) \(index + 1)  ", .accent)
      return setter.set(marker + word, indent: 5)
    }
  }

  private func feedbackLines(_ answer: Answer) -> [StyledText] {
    let verdict: StyledText
    switch answer.isRight {
    case true?: verdict = StyledText("✓ Right. ", .positive)
    case false?: verdict = StyledText("✗ Not quite. ", .negative)
    case nil: verdict = StyledText("· ", .muted)
    }
    let words = answer.feedback.split(separator: "\n").joined(separator: " ")
    return setter.set(verdict + StyledText(words, .text))
  }

  /// The goal.
  func goal(isReached: Bool) -> [StyledText] {
    guard let goal = page.goal else { return [] }
    let marker =
      isReached ? StyledText("✓ Goal reached: ", .positive) : StyledText("◇ Goal: ", .accent)
    return [""] + setter.set(marker + setter.text(goal.text, .text))
  }

  /// The hints that are open, and how many are left.
  func hints(open: Int) -> [StyledText] {
    let lines: [StyledText] = page.hints.prefix(open).flatMap { hint -> [StyledText] in
      let words = hint.flatMap { setter.lines(of: $0) }
      return ["", StyledText("Hint", .accent)] + words
    }
    let left = page.hints.count - open
    guard left > 0 else { return lines }
    return lines + setter.set(StyledText("H gives a hint (\(left) left)", .muted))
  }

  /// The rows it takes before anything is answered or opened.
  var unansweredHeight: Int { body.count + question(nil).count + goal(isReached: false).count }

  /// The columns of its widest code or table, whose lines are never broken.
  var unbreakableWidth: Int {
    let wide = setter.with(width: 1000)
    let lines = page.blocks.filter(\.keepsItsLines).flatMap { wide.lines(of: $0) }
    return lines.map { line in
      // What separates the columns of a table also stands behind the last one.
      setter.glyphs.columns(of: line.plain.replacing(/[ ]+$/, with: ""))
    }.max() ?? 0
  }

  /// The rows it takes with its longest answer and its hints closed.
  var height: Int {
    let answers = page.question.map { question in
      ([question.because] + question.wrong.map(\.text)).map { words in
        Answer(text: "", isRight: false, feedback: setter.text(words, .text).plain)
      }
    }
    let question = (answers ?? []).map { self.question($0).count }.max() ?? 0
    return body.count + question + goal(isReached: true).count + hints(open: 0).count
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

  /// Whether its lines are shown as they are.
  fileprivate var keepsItsLines: Bool {
    switch self {
    case .code, .table: true
    default: false
    }
  }
}
