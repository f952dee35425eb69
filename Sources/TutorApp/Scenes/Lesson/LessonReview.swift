import Lessons

/// A round of questions that were missed or passed, one after the other.
struct ReviewRound: Hashable, Sendable {
  /// All of them.
  let questions: [LearnerProgress.Due]
  /// The one that is asked, from 1.
  private(set) var position = 1
  /// How many were right at once.
  private(set) var right = 0

  init(_ questions: [LearnerProgress.Due]) { self.questions = questions }

  /// How many there are.
  var count: Int { questions.count }
  /// Where in the round this is.
  var words: String { "question \(position) of \(count)" }
  /// The one that is asked.
  var present: LearnerProgress.Due { questions[position - 1] }

  /// The round at its next question; nil after the last.
  var following: ReviewRound? {
    var round = self
    round.position += 1
    return round.position > count ? nil : round
  }

  /// Counts a question that is settled.
  mutating func take(_ prediction: Prediction) {
    if LearnerProgress.RecordedAnswer(prediction).isRightAtOnce { right += 1 }
  }
}

extension Model {
  /// The questions of the lessons at hand that are to come back, the earliest first.
  public var questionsToReview: [LearnerProgress.Due] {
    let all = library.flatMap { lesson in
      progress.reviews(of: lesson.id).filter {
        lesson.pages.indices.contains($0.page) && lesson.pages[$0.page].question != nil
      }
    }
    return Dictionary(grouping: all, by: \.day).sorted { $0.key < $1.key }.flatMap(\.value)
  }

  /// Those of them whose day has come.
  public var questionsDue: [LearnerProgress.Due] { questionsToReview.filter { $0.day <= today } }

  /// Asks the questions that are due; where none is, those that are to come.
  public mutating func beginReview() -> [Effect] {
    let due = questionsDue.isEmpty ? questionsToReview : questionsDue
    guard !due.isEmpty else {
      notice = "No question was missed or passed: there is nothing to review"
      return []
    }
    return ask(ReviewRound(due))
  }

  /// The next question, or the list of lessons after the last.
  mutating func goOn(with round: ReviewRound) -> [Effect] {
    if let following = round.following { return ask(following) }
    path = [HomeScene()]
    look = freshLook
    let lessons: [Effect] = library.isEmpty ? [.findLessons] : []
    let effects = lessons + [.send(.pause), .save(progress)] + previewSelected()
    let next = reviewSentence.map { " \($0)" } ?? ""
    notice = "Review: \(round.right) of \(round.count) right at once.\(next)"
    return effects
  }

  /// Opens the page of a question as it was before it was answered.
  private mutating func ask(_ round: ReviewRound) -> [Effect] {
    guard let lesson = library.first(where: { $0.id == round.present.lesson }) else { return [] }
    var scene = LessonScene(lesson: lesson).moved(to: round.present.page)
    scene.review = round
    path = [scene]
    return enter(page: scene.page)
  }

  /// When the next question comes back; nil where none does.
  public var reviewSentence: String? {
    guard let next = questionsToReview.first else { return nil }
    let days = next.day - today
    if days <= 0 {
      let count = questionsDue.count
      return count == 1 ? "1 question is due." : "\(count) questions are due."
    }
    return "The next question comes back \(days == 1 ? "tomorrow" : "in \(days) days")."
  }
}
