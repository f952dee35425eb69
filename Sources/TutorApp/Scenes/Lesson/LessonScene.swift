import Experiments
import Lessons
import TerminalCanvas
import Workbench

/// A place in a lesson, and what the learner has done there.
public struct LessonScene: Scene {
  /// The open lesson.
  public let lesson: Lesson
  /// The page the learner is at, from 0.
  public internal(set) var page: Int
  /// The workspace as each page leaves it; computed once, so that going back is exact and immediate.
  var workspaces: [Int: Workspace] = [:]
  /// What was said to the questions, by page.
  public internal(set) var predictions: [Int: Prediction] = [:]
  /// What is told of those that are settled, by page.
  var outcomes: [Int: Outcome] = [:]
  /// What was said in earlier sessions, until its page's numbers are there to judge it by.
  var recorded: [Int: LearnerProgress.RecordedAnswer] = [:]
  /// The answer that is being given and is not committed yet; nil before the first key of it.
  private(set) var entry: (any AnswerEntry)?
  /// The dial in hand, of those of the page.
  var dial = 0
  /// Which of their values the page's dials have.
  var dialValues: DialValues?
  /// Over which updates the curves of questions are drawn, by page.
  var stretches: [Int: CurveStretch] = [:]
  /// How many hints of each page are open.
  var hintsShown: [Int: Int] = [:]
  /// How the goals that are reached were, by page.
  public internal(set) var goalWays: [Int: GoalWay] = [:]
  /// The workspace as it reached the goal of a page.
  var goalWorkspaces: [Int: Workspace] = [:]
  /// The pages whose solutions were shown.
  var shownSolutions: Set<Int> = []
  /// Why the page's goal is not reached where the learner has gone; nil where it is, or before the first key.
  var shortfall: String?
  /// The round of questions that the page belongs to, where it is one that has come back; nil in the lesson itself.
  var review: ReviewRound?
  /// Whether new numbers were looked for to ask its question with, which the learner may leave for the lesson's own.
  var hasSoughtNumbers = false
  /// Whether the run in the workspace is no longer the lesson's own.
  public internal(set) var isExploring = false
  /// The load that makes the page's own workspace.
  var load = 0
  /// Rows of text scrolled off the top.
  var scroll = 0
  /// What is being typed in answer to a question; nil when nothing is.
  var typed: String?
  /// How tall its tallest page is, in the columns of the present screen.
  var measured: TextMeasure?
  /// Its panels, in the order in which it comes to name them; empty before a page is entered.
  var panelOrder: [Panel] = []
  /// The learner was told that a question is open, and may pass it with the next key.
  var mayPassQuestion = false
  /// What was pressed while the page's runs were still being trained; nil where nothing waits.
  var held: HeldAnswer?

  /// The place where the learner left a lesson, with what was answered and reached there before; one that was played to its
  /// end begins anew, unless somebody looks at it again.
  public init(
    lesson: Lesson, progress: LearnerProgress = LearnerProgress(), lookingAgain: Bool = false
  ) {
    self.lesson = lesson
    let record = progress.record(of: lesson.id)
    page = min(max(0, progress.resumingPage(of: lesson.id)), max(0, lesson.pages.count - 1))
    guard lookingAgain || !record.isFinished else { return }
    goalWays = record.goalWays.filter { lesson.pages.indices.contains($0.key) }
    recorded = record.answers.filter { lesson.pages.indices.contains($0.key) }
  }

  /// The same at another page, from 0; one that the lesson has not got is the nearest it has.
  public func moved(to page: Int) -> LessonScene {
    var place = self
    place.page = min(max(0, page), max(0, lesson.pages.count - 1))
    return place
  }

  /// The page the learner is at.
  public var current: Page { lesson.pages[page] }
  /// Whether no page follows.
  public var isLast: Bool { page == lesson.pages.count - 1 }
  /// The question that waits for an answer here.
  public var openQuestion: Question? {
    isSettled(page) ? nil : current.question
  }

  /// Goes on with the answer to the open question.
  mutating func editEntry(_ change: (inout any AnswerEntry) -> Void) {
    guard var entry = entry ?? openQuestion?.entry, openQuestion != nil else { return }
    change(&entry)
    self.entry = entry
  }

  /// Begins anew with the answer, which was committed or left.
  mutating func clearEntry() { (entry, typed, mayPassQuestion, held) = (nil, nil, false, nil) }

  /// A way to answer that waits for the page's runs.
  enum HeldAnswer: Hashable, Sendable {
    case selected, typed, passed
  }

  /// Whether nothing is left to say to the question of a page.
  func isSettled(_ page: Int) -> Bool { predictions[page]?.isSettled ?? (recorded[page] != nil) }
}

extension LessonScene {
  /// Number and name of the lesson.
  public var title: String {
    (review == nil ? "" : "Review: ") + "\(lesson.number) · \(lesson.title)"
      + (lesson.table.map { " · \($0)" } ?? "")
  }
  /// The keys of a lesson, and those of the question that is open.
  public var keyContext: KeyContext {
    guard let openQuestion else { return .lesson }
    return typed != nil ? .typing : (entry ?? openQuestion.entry).keys
  }
  /// The page's run is on the screen.
  public var hasWorkbench: Bool { true }
  /// What tells one place in the lesson from another: the page, answers, hints and goals.
  public var whereabouts: [String] {
    [
      lesson.id, "\(page)", "\(review?.position ?? 0)", "\(predictions)", "\(hintsShown)",
      "\(goalWays)",
      "\(typed != nil)",
    ]
  }

  /// The page in full, and where its run stands.
  public func words(_ model: Model) -> [String] {
    var model = model
    model.glyphs = .ascii
    // Lines have room for all of it.
    model.isTeaching = false
    let lesson = "Lesson \(lesson.number), \(lesson.title)"
    let head =
      review.map { "Review, \($0.words): \(lesson)" }
      ?? "\(lesson), page \(page + 1) of \(self.lesson.pages.count)"
    // Of its dials the workbench tells in sentences.
    let text = LessonText.lines(model, width: PlainTutor.width, dials: []).map(\.plain)
      // How lines answer is said below, and where nothing is drawn there is no cursor.
      .filter { $0.trimmed != openQuestion.map { TutorLanguage(of: current).invitation($0.kind) } }
      .filter { $0.trimmed != "_" }
    let prompt = openQuestion?.kind.plainInvitation(pass: PlainWord.pass) ?? plainWayOn
    return ["", head] + text + workbenchWords(model) + [prompt]
  }

  /// What can be typed where no question is open.
  private var plainWayOn: String {
    guard review == nil else { return "Enter goes on, help lists what you can type." }
    let hasOpenGoal = current.goal != nil && goalWays[page] == nil
    let ways = ["Enter goes on", "back goes back"] + (hasOpenGoal ? ["hint helps"] : [])
    return ways.joined(separator: ", ") + ", help lists what you can type."
  }

  /// The wheel scrolls the text, a click on a choice is the key of its number; elsewhere it is the workbench's.
  public func message(for mouse: Mouse, in model: Model) -> TutorApp.Message? {
    let text = model.layout.text
    guard text.contains(mouse.point) else {
      return Workbench.message(for: mouse, in: model).map(TutorApp.Message.workbench)
    }
    switch mouse.action {
    case .wheelUp: return .lesson(.scrollText(-1))
    case .wheelDown: return .lesson(.scrollText(1))
    case .press(button: 0):
      let row = mouse.point.y - text.y - 1 + scroll
      return LessonText.choice(atRow: row, model).map {
        .lesson(entry?.selection == $0 ? .commitAnswer : .select($0))
      }
    default: return nil
    }
  }

  /// Text, panels and status around the page's run.
  public func draw(_ model: Model, on canvas: inout Canvas) { drawWorkbench(model, on: &canvas) }
}

/// The rows that a lesson takes for a width: worked out once, since the layout asks at each frame.
struct TextMeasure: Hashable {
  let width: Int
  let glyphs: GlyphSet
  /// The tallest page's, with its hints closed and the numbers of the lesson's beginning.
  let rows: Int
  /// Those of each page with more and more of its hints; with its own numbers where these are known.
  fileprivate(set) var pages: [[Int]]
}

extension LessonScene {
  /// The rows of its pages in some columns.
  func measure(width: Int, glyphs: GlyphSet) -> TextMeasure {
    if let measured, measured.width == width, measured.glyphs == glyphs { return measured }
    let pages = lesson.pages.map {
      LessonText.heights(of: $0, in: lesson, lesson.workspace, width: width, glyphs: glyphs)
    }
    return TextMeasure(
      width: width, glyphs: glyphs, rows: pages.map { $0[0] }.max() ?? 0, pages: pages)
  }

  /// Measures the text of its present page with the page's own numbers, and that of the others where it is not done.
  mutating func measureText(width: Int, glyphs: GlyphSet) {
    var measure = measure(width: width, glyphs: glyphs)
    if let workspace = workspaces[page] {
      measure.pages[page] = LessonText.heights(
        of: current, in: lesson, workspace, width: width, glyphs: glyphs)
    }
    measured = measure
  }

  /// The rows that the present page can take with the hints that are open, its title included; nil before it is measured.
  var pageHeight: Int? {
    guard let heights = measured?.pages[page] else { return nil }
    let missed = current.goal == nil ? 0 : PageText.shortfallRows
    return 1 + heights[min(hintsShown[page, default: 0], heights.count - 1)] + missed
  }
}
