import NeuralNetwork
import Workbench

/// What became of a lesson: each prediction beside what was, the goals, and the run at its start and at its end.
public struct LessonReport: Hashable, Sendable {
  /// How a prediction went.
  public enum Result: Hashable, Sendable {
    case right, rightAtLast, missed, passed, noted
  }

  /// A question and what was said to it.
  public struct Prediction: Hashable, Sendable {
    /// The page, from 0.
    public let page: Int
    /// The title of its page.
    public let title: String
    /// How it went.
    public let result: Result
    /// What was said, try by try; empty where it was passed without a word.
    public let tries: [String]
    /// The right answer; nil where none is wrong.
    public let answer: String?
  }

  /// A goal.
  public struct Goal: Hashable, Sendable {
    /// The page, from 0.
    public let page: Int
    /// The title of its page.
    public let title: String
    /// How it was reached; nil where it is open.
    public let way: GoalWay?
  }

  /// The questions, in order of their pages.
  public let predictions: [Prediction]
  /// The goals, in order of their pages.
  public let goals: [Goal]
  /// How many predictions were right at once; nil where none was made.
  public let score: LearnerProgress.Score?
  /// What became of the loss; nil where the last run learns something else than the first, or nothing has changed.
  public let change: Change?

  /// The loss over all samples at two moments.
  public struct Change: Hashable, Sendable {
    /// Of the lesson's own run at its beginning.
    public let first: Double
    /// Of the last page's run.
    public let last: Double

    /// Losses can be compared where samples, layers and loss are the same.
    init?(from start: Run, to end: Run) {
      let (one, other) = (start.experiment, end.experiment)
      guard one.data == other.data, one.layers == other.layers, one.loss == other.loss else {
        return nil
      }
      (first, last) = (start.objective, end.objective)
      guard first.isFinite, last.isFinite, first != last else { return nil }
    }
  }

  /// The report of a lesson as it was played; `end` is the workspace of the last page.
  public init(of lesson: Lesson, _ record: LearnerProgress.Record, end: Workspace) {
    predictions = lesson.pages.indices.compactMap { page in
      record.answers[page].map { recorded in
        Prediction(
          page: page, title: lesson.pages[page].title, result: Result(recorded),
          tries: recorded.tries,
          // Older files of progress have not kept it.
          answer: recorded.answer ?? lesson.pages[page].question?.kind.plainAnswer)
      }
    }
    score = LearnerProgress.Score(
      of: record.answers.filter { lesson.pages.indices.contains($0.key) }.values)
    goals = lesson.pages.indices.filter { lesson.pages[$0].goal != nil }.map { page in
      Goal(page: page, title: lesson.pages[page].title, way: record.goalWay(of: page))
    }
    change = Change(from: lesson.workspace.focusedRun, to: end.focusedRun)
  }
}

extension LessonReport.Result {
  init(_ recorded: LearnerProgress.RecordedAnswer) {
    self =
      switch recorded.isRight {
      case true? where recorded.isRightAtOnce: .right
      case true?: .rightAtLast
      case _ where recorded.isPassed == true: .passed
      case false?: .missed
      case nil: .noted
      }
  }
}
