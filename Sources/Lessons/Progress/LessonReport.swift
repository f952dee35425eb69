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
    /// The last answer; nil where none was given.
    public let said: String?
    /// The right one; nil where none is wrong, or the page has not been seen in this session.
    public let answer: String?
  }

  /// A goal.
  public struct Goal: Hashable, Sendable {
    /// The page, from 0.
    public let page: Int
    /// The title of its page.
    public let title: String
    /// Whether it was reached.
    public let isReached: Bool
    /// Whether its solution was shown before.
    public let isShown: Bool
  }

  /// The questions, in order of their pages.
  public let predictions: [Prediction]
  /// The goals, in order of their pages.
  public let goals: [Goal]
  /// The loss over all samples of the lesson's own run at its beginning.
  public let firstLoss: Double
  /// The same of the last page's run.
  public let lastLoss: Double

  /// The report of a lesson as it was played: `answers` are the right ones that are known, by page, and `end` is the
  /// workspace of the last page.
  public init(
    of lesson: Lesson, _ record: LearnerProgress.Record, answers: [Int: String], end: Workspace
  ) {
    predictions = lesson.pages.indices.compactMap { page in
      record.answers[page].map { recorded in
        Prediction(
          page: page, title: lesson.pages[page].title, result: Result(recorded),
          said: recorded.tries.last, answer: answers[page])
      }
    }
    goals = lesson.pages.indices.filter { lesson.pages[$0].goal != nil }.map { page in
      Goal(
        page: page, title: lesson.pages[page].title, isReached: record.goals.contains(page),
        isShown: record.shownGoals.contains(page))
    }
    firstLoss = lesson.workspace.focusedRun.objective
    lastLoss = end.focusedRun.objective
  }

  /// How many predictions were right at once, among those that can be.
  public var score: (right: Int, count: Int) {
    let judged = predictions.filter { $0.result != .noted }
    return (judged.count { $0.result == .right }, judged.count)
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
