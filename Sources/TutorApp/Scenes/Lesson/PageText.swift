import Lessons
import NeuralNetwork
import TerminalCanvas
import Workbench

/// One page, set for a width.
struct PageText {
  private let page: Page
  private let setter: BlockSetter
  /// Whether only headings, formulas and tables are shown: somebody says the rest.
  private let isBrief: Bool
  /// Whether the runs learn from a table of the learner's, of which the text knows nothing.
  private let isOnTable: Bool

  /// The numbers in its sentences are those of the workspace; nil while it is being worked out.
  init(
    page: Page, workspace: Workspace?, width: Int, glyphs: GlyphSet, isBrief: Bool = false,
    isOnTable: Bool = false
  ) {
    self.page = page
    self.isBrief = isBrief
    self.isOnTable = isOnTable
    setter = BlockSetter(workspace: workspace, width: width, glyphs: glyphs)
  }

  /// The title and the blocks.
  var body: [StyledText] {
    var lines = setter.set(StyledText(page.title, .heading))
    if isOnTable { lines += setter.set(StyledText(Self.remark, .muted)) }
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
  private var dials: [StyledText] { dials(DialLine.all(of: page)) }

  /// What a text does not say by itself when the run is another one.
  private static let remark =
    "The text is about the data that come with the lesson; numbers that it reads off a run are yours."

  /// The question, as far as it is answered.
  func question(_ answering: Answering = Answering()) -> [StyledText] {
    guard let question = page.question else { return [] }
    var lines = prompt(of: question)
    switch question.kind {
    case .choice(let choices, let right):
      lines += choiceLines(choices, question.labels, right: right, answering).flatMap { $0 }
    case .number, .free: lines.append(field(question, answering))
    case .curve: lines.append(curve(question, answering))
    }
    return lines + verdict(answering)
  }

  private func prompt(of question: Question) -> [StyledText] {
    [""] + setter.set(StyledText("? ", .accent) + setter.text(question.prompt, .heading))
  }

  /// Where an answer is typed; then what was said beside what is.
  private func field(_ question: Question, _ answering: Answering) -> StyledText {
    let said = answering.prediction?.last?.text
    let words: String
    if let typed = answering.typed {
      words = typed + "_"
    } else if let outcome = answering.outcome, let answer = outcome.answer {
      words = [said.map { "you said \($0)" }, "it is \(answer)"].compactMap(\.self)
        .joined(separator: setter.glyphs == .ascii ? ", " : " · ")
    } else {
      words = said ?? question.invitation
    }
    return StyledText("  ", .text) + StyledText(words, .accent)
  }

  /// The heights of the curve that is being drawn; then what it was.
  private func curve(_ question: Question, _ answering: Answering) -> StyledText {
    let words: String
    if let typed = answering.typed {
      words = typed + "_"
    } else if let sketch = answering.sketch {
      words = "\(sketch.digits)  \(sketch.shape.name)"
    } else {
      let said = answering.prediction?.last?.curve.map { "you drew: \($0.shape.name)" }
      words = said ?? question.invitation
    }
    return StyledText("  ", .text) + StyledText(words, .accent)
  }

  /// The rows of each choice among all lines of the page.
  var choiceRows: [Range<Int>] {
    guard let question = page.question, case .choice(let choices, let right) = question.kind else {
      return []
    }
    var row = body.count + dials.count + prompt(of: question).count
    return choiceLines(choices, question.labels, right: right, Answering()).map { lines in
      defer { row += lines.count }
      return row..<(row + lines.count)
    }
  }

  /// The lines of each choice, "not sure" the last.
  private func choiceLines(
    _ choices: [InlineText], _ labels: [String], right: Int, _ answering: Answering
  ) -> [[StyledText]] {
    let words = choices.map { setter.text($0, .text) } + [StyledText("not sure", .muted)]
    let said = Set(answering.prediction?.tries.map(\.text) ?? [])
    return words.enumerated().map { index, word in
      let isTried = said.contains(word.plain)
      let sign =
        answering.choice == index
        ? "▶" : answering.outcome != nil && index == right ? "✓" : isTried ? "✗" : " "
      let marker = StyledText("\(sign) \(labels[index])  ", .accent)
      return setter.set(marker + word, indent: 5)
    }
  }

  /// What the tutor says to the last answer.
  private func verdict(_ answering: Answering) -> [StyledText] {
    guard let prediction = answering.prediction else { return [] }
    // Who passes has heard what was wrong with the last try: behind the answer it would seem to be about that.
    let remark = prediction.isPassed ? "" : prediction.last?.remark ?? ""
    guard let outcome = answering.outcome else {
      guard prediction.hasAnotherTry else { return [] }
      return say(StyledText("✗ Not quite. ", .warning), [remark, "One more try."])
    }
    let data = isOnTable ? "With the lesson's own data:" : ""
    let isTold = prediction.isPassed || prediction.last?.isRight == false
    let answer = isTold ? outcome.answer.map { "\(answerWords) \($0)." } : nil
    let reason = [answer ?? "", data, outcome.because].filter { !$0.isEmpty }.joined(separator: " ")
    // What was wrong with the last try comes first: behind the answer it would seem to be about that.
    return say(judgment(prediction), remark.isEmpty ? [reason] : [remark, "\n" + reason])
  }

  private var answerWords: String { page.question?.answerWords ?? "It is" }

  private func judgment(_ prediction: Prediction) -> StyledText {
    if prediction.isPassed { return StyledText("– Passed. ", .muted) }
    switch prediction.last?.isRight {
    case true? where prediction.tries.count > 1:
      return StyledText("✓ Right, at the second try. ", .right)
    case true?: return StyledText("✓ Right. ", .right)
    case false?:
      let sure = prediction.isSure ? "You were sure, so look twice. " : ""
      return StyledText("✗ Missed. \(sure)", .warning)
    case nil: return StyledText("– ", .muted)
    }
  }

  private func say(_ verdict: StyledText, _ sentences: [String]) -> [StyledText] {
    let words = sentences.filter { !$0.isEmpty }.joined(separator: " ")
    return setter.set(verdict + StyledText(words, .text))
  }

  /// The goal, and why it is not reached yet.
  func goal(way: GoalWay?, shortfall: String? = nil) -> [StyledText] {
    guard let goal = page.goal else { return [] }
    let why = way == nil ? shortfall : nil
    return [""] + setter.set(marker(way) + setter.text(goal.text, .text))
      + (why.map { setter.set(StyledText($0, .muted)) } ?? [])
  }

  private func marker(_ way: GoalWay?) -> StyledText {
    guard let way else { return StyledText("◇ Goal: ", .accent) }
    guard way != .shown else { return StyledText("◆ Goal, as shown: ", .accent) }
    return StyledText("✓ Goal reached\(way == .alone ? "" : " " + way.help): ", .right)
  }

  /// The hints that are open, and how many are left where one may still be of use.
  func hints(open: Int, offersMore: Bool = true) -> [StyledText] {
    let lines: [StyledText] = page.hints.prefix(open).flatMap { hint -> [StyledText] in
      let words = hint.flatMap { setter.lines(of: $0) }
      return ["", StyledText("Hint", .accent)] + words
    }
    let left = page.hints.count - open
    guard left > 0, offersMore else { return lines }
    return lines + setter.set(StyledText("h gives a hint (\(left) left)", .muted))
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
  var height: Int {
    let question = page.question.map { question in
      ([""] + question.wrong.map { setter.text($0.text, .text).plain }).map { remark in
        self.question(longest(question, remark)).count
      }.max() ?? 0
    }
    return body.count + dials.count + (question ?? 0) + goal(way: .alone).count
      + hints(open: 0).count
  }

  /// A missed answer with this remark, and all that is told of it.
  private func longest(_ question: Question, _ remark: String) -> Answering {
    var prediction = Prediction(to: question)
    prediction.isSure = true
    prediction.add(Answer(text: "", isRight: false, remark: remark))
    let answer: String? =
      switch question.kind {
      case .choice(let choices, let right): setter.text(choices[right], .text).plain
      case .curve(let answer): answer.shape.name
      case .number, .free: "0.00000"
      }
    let because = setter.text(question.because, .text).plain
    return Answering(
      prediction: prediction, outcome: Outcome(answer: answer, because: because))
  }
}

/// How far the learner is with a question.
struct Answering {
  /// What was said; nil: nothing.
  var prediction: Prediction?
  /// What is told; nil while something is left to guess.
  var outcome: Outcome?
  /// The choice that is selected.
  var choice: Int?
  /// The number that is being typed.
  var typed: String?
  /// The curve that is being drawn.
  var sketch: CurveSketch?
}

extension Question {
  /// What comes before the right answer: a choice may be half a sentence.
  fileprivate var answerWords: String {
    switch kind {
    case .choice, .curve: "The answer:"
    case .number, .free: "It is"
    }
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
