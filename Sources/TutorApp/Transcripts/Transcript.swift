import Experiments
import Lessons
import NeuralNetwork
import Workbench

/// A session in one lesson as lines of text: what the learner did, and what came of it.
///
/// A line that begins with `> ` is something done; every other line follows from those before it. So whoever replays the
/// deeds must come to the same text. Each deed ends in a mark of all that stands above it, so that a text from which lines
/// were taken, deeds among them, or whose head was changed, betrays itself. It keeps nobody from forging who can program.
public struct Transcript: Sendable {
  /// The newest form that this program writes and reads.
  static let format = 2

  /// All lines so far.
  public private(set) var lines: [String]
  /// How many of them have been written to the file.
  private var written = 0
  /// The lesson.
  let lesson: String
  /// What was told last.
  private var told = Standing()
  /// What the mark of a deed is made of: all lines above it, of which so many are in it by now.
  private var (marks, marked) = (Digest(), 0)

  /// The transcript of a session in a lesson that begins now.
  init(of lesson: Lesson, page: Int, isStrict: Bool) {
    self.lesson = lesson.id
    lines = [
      "Downhill transcript \(Self.format)", "lesson: \(lesson.id)", "version: \(lesson.version)",
      "page: \(page + 1)", "strict: \(isStrict ? "yes" : "no")",
    ]
  }

  /// Whether the lesson was played to its end.
  var hasEnded: Bool { told.ending != nil }

  /// The lines since the last time, each with its end; nil where there are none.
  mutating func takeText() -> String? {
    guard written < lines.count else { return nil }
    defer { written = lines.count }
    return lines[written...].map { $0 + "\n" }.joined()
  }

  mutating func note(_ event: TranscriptEvent) {
    lines[marked...].forEach { marks.add($0) }
    marks.add(event.line)
    lines.append(event.line + TranscriptMark.sign + marks.name.prefix(TranscriptMark.digits))
    marked = lines.count
  }

  /// Notes what has changed.
  mutating func note(_ standing: Standing) {
    lines += standing.news(since: told).map { SafeText.visible($0) }
    told = standing
  }
}

/// The mark at the end of a deed, which says what stands above it.
enum TranscriptMark {
  /// What it begins with.
  static let sign = "  #"
  static let digits = 6

  /// A line without its mark.
  static func deed(of line: String) -> String {
    let mark = line.suffix(sign.count + digits)
    return mark.hasPrefix(sign) ? String(line.dropLast(mark.count)) : line
  }
}

/// What a transcript tells of a moment.
struct Standing: Hashable, Sendable {
  var page: String?
  var prediction: Prediction?
  var answer: String?
  var hints = 0
  var isSolutionShown = false
  var goalWay: GoalWay?
  var numbers: String?
  var ending: String?

  init() {}

  init(_ model: Model) {
    if let ending = model.scene as? EndingScene { self.ending = ending.report.sentence }
    guard let place = model.place else { return }
    page = "page \(place.page + 1) of \(place.lesson.pages.count): \(place.current.title)"
    prediction = place.predictions[place.page]
    answer = place.outcomes[place.page]?.answer
    hints = place.hintsShown[place.page, default: 0]
    isSolutionShown = place.shownSolutions.contains(place.page)
    goalWay = place.goalWays[place.page]
    numbers = "seed \(model.run.experiment.seed), \(statusWords(model))"
  }

  /// The lines that are new; those of another page all are.
  func news(since before: Standing) -> [String] {
    let isNewPage = page != before.page
    let old = isNewPage ? Standing() : before
    var lines = isNewPage ? [page].compactMap(\.self) : []
    lines += tries.dropFirst(old.tries.count)
    if prediction?.isPassed == true, old.prediction?.isPassed != true { lines.append("passed") }
    if let answer, old.answer == nil { lines.append("the answer: \(answer)") }
    if hints > old.hints { lines.append("hint \(hints)") }
    if isSolutionShown, !old.isSolutionShown { lines.append("solution shown") }
    if let goalWay, old.goalWay == nil { lines.append("goal reached \(goalWay.record)") }
    if let numbers, numbers != before.numbers { lines.append(numbers) }
    if let ending, before.ending == nil { lines.append(ending) }
    return lines
  }

  /// What was said to the question, a line each.
  private var tries: [String] {
    guard let prediction else { return [] }
    let sure = prediction.isSure ? ", sure of it" : ""
    return prediction.tries.map { answer in
      let verdict = answer.isRight.map { $0 ? "right" : "wrong" } ?? "noted"
      return "answer '\(answer.text)': \(verdict)\(sure)"
    }
  }
}

extension GoalWay {
  fileprivate var record: String {
    switch self {
    case .alone: "by hand"
    case .hints: "by hand, \(help)"
    case .shown: "as shown"
    }
  }
}

extension LessonReport {
  /// All of it in a line.
  fileprivate var sentence: String {
    let reached = goals.count { $0.way.map { $0 < .shown } ?? false }
    let predictions = score.map { "\($0.words) predictions right at once" } ?? "no predictions"
    return "the end: \(predictions), \(reached) of \(goals.count) goals by hand"
  }
}

extension Model {
  /// Begins a transcript of the open lesson, at the page that is open.
  public mutating func beginTranscript() {
    guard let place else { return }
    // A transcript begins with nothing answered: a replay has only what stands in it.
    self.place = LessonScene(lesson: place.lesson).moved(to: place.page)
    transcript = Transcript(of: place.lesson, page: place.page, isStrict: isStrict)
  }

  /// The lines that are to be written to the transcript's file; nil where there are none.
  public mutating func takeTranscript() -> String? { transcript?.takeText() }

  /// Notes what has changed by now, where a transcript is kept.
  mutating func noteStanding() {
    guard transcript != nil, !isPlaying else { return }
    let standing = Standing(self)
    transcript?.note(standing)
  }

  /// Does what a message asks for, and writes it down; what would leave the lesson is not done.
  mutating func record(_ message: Message) -> [Effect] {
    var next = self
    let event = TranscriptEvent(message, in: keyContext)
    let effects = next.obey(message)
    guard next.staysInItsLesson else {
      notice = "A session with a transcript stays in its lesson; q ends it"
      return []
    }
    self = next
    if let event { transcript?.note(event) }
    noteStanding()
    return effects
  }

  /// Whether what is open belongs to the lesson of the transcript; after its end nothing follows.
  private var staysInItsLesson: Bool {
    guard let transcript else { return true }
    if let ending = scene as? EndingScene { return ending.lesson.id == transcript.lesson }
    let others = path.contains { $0 is HomeScene || $0.belongsToPlayground }
    return !others && !transcript.hasEnded && place?.lesson.id == transcript.lesson
  }
}
