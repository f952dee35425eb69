extension LearnerProgress {
  /// When a question that was missed or passed comes back: after a day, and after longer each time that it is right at
  /// once.
  ///
  /// Days are counted from January 1, 1970, where the learner is.
  public struct Review: Hashable, Sendable, Codable {
    /// The days to the next time, after so many right answers in a row.
    static let gaps = [1, 3, 7, 21]

    /// How often in a row it was right at once.
    public private(set) var streak = 0
    /// The day from which on it is due.
    public private(set) var due: Int

    /// One that is due on a day.
    init(due: Int) { self.due = due }

    /// Whether it needs no more looks.
    public var isLearned: Bool { streak >= Self.gaps.count }

    /// Takes one more answer, given on a day.
    mutating func take(isRightAtOnce: Bool, today: Int) {
      streak = isRightAtOnce ? streak + 1 : 0
      due = today + (isLearned ? 0 : Self.gaps[streak])
    }
  }

  /// A question that is to come back.
  public struct Due: Hashable, Sendable {
    /// The id of its lesson.
    public let lesson: String
    /// Its page, from 0.
    public let page: Int
    /// The day from which on it is due.
    public let day: Int
  }

  /// The questions of a lesson that are to come back, whenever that is, in order of their days and pages.
  public func reviews(of lesson: String) -> [Due] {
    let record = record(of: lesson)
    return record.answers.keys.compactMap { page in
      record.review(of: page).map { Due(lesson: lesson, page: page, day: $0.due) }
    }.sorted { ($0.day, $0.page) < ($1.day, $1.page) }
  }

  /// Notes what was said to a question that came back; the answer of the lesson itself stays.
  public mutating func review(
    _ prediction: Prediction, page: Int, of lesson: String, today: Int
  ) {
    guard prediction.isSettled, record(of: lesson).review(of: page) != nil else { return }
    records[lesson, default: Record()].repeatReview(
      of: page, RecordedAnswer(prediction), today: today)
  }
}

extension LearnerProgress.Record {
  /// When the question of a page comes back; nil where it needs no more looks.
  ///
  /// One that an older version has kept without a day is due at once.
  func review(of page: Int) -> LearnerProgress.Review? {
    if let review = reviews[page] { return review.isLearned ? nil : review }
    let isMissed = answers[page]?.isWorthAnotherLook ?? false
    return isMissed ? LearnerProgress.Review(due: 0) : nil
  }

  /// Notes an answer in the lesson itself: one that was not right at once comes back.
  mutating func review(_ page: Int, _ answer: LearnerProgress.RecordedAnswer, today: Int) {
    guard reviews[page] != nil || answer.isWorthAnotherLook else { return }
    repeatReview(of: page, answer, today: today)
  }

  /// Notes an answer to a question that came back.
  mutating func repeatReview(
    of page: Int, _ answer: LearnerProgress.RecordedAnswer, today: Int
  ) {
    reviews[page, default: LearnerProgress.Review(due: today)]
      .take(isRightAtOnce: answer.isRightAtOnce, today: today)
  }
}
