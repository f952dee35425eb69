import Experiments
import Lessons
import NeuralNetwork
import TerminalCanvas

/// Calculations of one lesson's kind with new numbers, until some in a row are right.
public struct DrillScene: Scene {
  /// How many in a row are enough.
  static let goal = 3

  /// The run whose kind of calculations is asked, one after the other; nil where there is only one.
  private let run: Run?
  /// The round of questions that it belongs to, where it is one that has come back; nil in a drill.
  let review: ReviewRound?
  /// The name of the place.
  public let title: String
  /// The calculation that is asked.
  private(set) var drill: Drill
  /// How many were asked before it.
  private(set) var round = 0
  /// How many were right at once, in a row.
  private(set) var streak = 0
  /// What is being typed.
  var typed = ""
  /// What was said to it.
  private(set) var prediction: Prediction

  /// What happens here.
  public enum Message: Hashable, Sendable {
    case type(Character), erase
    /// Commits what is typed, or goes on to the next calculation.
    case commit
    /// Goes on without an answer, and is told it.
    case pass
  }

  /// The first calculation; nil where the run has none of the kinds.
  init?(like run: Run) {
    guard let drill = Drill.next(like: run, round: 0) else { return nil }
    (self.run, self.drill, prediction) = (run, drill, Prediction(to: drill.question))
    (review, title) = (nil, "Drill: \(Self.goal) in a row")
  }

  /// One calculation in the place of a question that has come back.
  init(_ drill: Drill, of review: ReviewRound, title: String) {
    (run, self.drill, prediction) = (nil, drill, Prediction(to: drill.question))
    (self.review, self.title) = (review, title)
  }

  /// Whether enough in a row were right, or all that is asked is told.
  var isDone: Bool { review == nil ? streak >= Self.goal : prediction.isSettled }

  /// Takes an answer; false where it is no number.
  mutating func take() -> Bool {
    guard let answer = drill.question.judgment(typed: typed, on: drill.workspace) else {
      return false
    }
    typed = ""
    prediction.add(answer)
    guard prediction.isSettled else { return true }
    streak = LearnerProgress.RecordedAnswer(prediction).isRightAtOnce ? streak + 1 : 0
    return true
  }

  /// Goes on without an answer.
  mutating func pass() {
    (typed, streak) = ("", 0)
    prediction.isPassed = true
  }

  /// Goes on to other numbers.
  mutating func goOn() {
    guard let run, let next = Drill.next(like: run, round: round + 1) else { return }
    (round, drill, prediction) = (round + 1, next, Prediction(to: next.question))
  }

  /// Its own keys.
  public var keyContext: KeyContext { .drill }
  /// The run of a drill is not on the screen.
  public var hasWorkbench: Bool { false }
  /// What tells one moment from another.
  public var whereabouts: [String] {
    [title, "\(round)", "\(prediction.tries.count)", "\(prediction.isPassed)"]
  }

  /// The calculation, and what there is to say, a statement a line.
  public func words(_ model: Model) -> [String] {
    // Where nothing is drawn there is no cursor.
    ["", title]
      + lines(width: PlainTutor.width, glyphs: .ascii).map(\.plain).filter { $0.trimmed != "_" }
  }

  /// Draws the calculation in the middle of the screen's width.
  public func draw(_ model: Model, on canvas: inout Canvas) {
    let (title, rest) = canvas.bounds.split(top: 1)
    let (body, keys) = rest.split(bottom: 1)
    let (text, notice) = body.split(bottom: 1)
    canvas.write(StyledText(self.title, .heading), in: title.inset(left: 1, right: 1))
    let column = text.inset(left: 1, top: 1, right: 1)
    canvas.write(lines(width: min(72, column.width), glyphs: canvas.glyphs), in: column)
    if let sentence = model.notice {
      drawNotice(sentence, in: notice.inset(left: 1, right: 1), on: &canvas)
    }
    drawKeys(model, in: keys, on: &canvas)
  }

  private func lines(width: Int, glyphs: GlyphSet) -> [StyledText] {
    let page = Page(drilling: drill.question)
    let text = PageText(page: page, workspace: drill.workspace, width: width, glyphs: glyphs)
    let outcome = prediction.isSettled ? drill.question.outcome(on: drill.workspace) : nil
    let answering = Answering(
      prediction: prediction.tries.isEmpty && !prediction.isPassed ? nil : prediction,
      outcome: outcome,
      typed: prediction.isSettled ? nil : typed)
    return text.question(answering) + [
      "", StyledText(standing, .accent), StyledText(wayOn, .muted),
    ]
  }

  /// How far it is.
  private var standing: String {
    review.map { "Review, \($0.words), with new numbers" }
      ?? "Right at once, in a row: \(streak) of \(Self.goal)"
  }

  /// What there is to do now.
  var wayOn: String {
    guard review == nil else {
      return isDone
        ? "Enter goes on." : "Type a number and Enter; Esc asks it with the lesson's own numbers."
    }
    return isDone
      ? "That will do. Enter goes back to the lesson."
      : prediction.isSettled
        ? "Enter brings other numbers." : "Type a number and Enter; Enter alone goes back."
  }
}
