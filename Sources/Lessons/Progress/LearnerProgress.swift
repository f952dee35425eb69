/// What a learner has done: where each lesson was left, what was answered and reached.
public struct LearnerProgress: Hashable, Sendable {
  /// What was done in one lesson.
  public struct Record: Hashable, Sendable, Codable {
    /// The page where the lesson was left, from 0.
    public internal(set) var page = 0
    /// The last answer given in each page.
    public internal(set) var answers: [Int: RecordedAnswer] = [:]
    /// The pages whose goals were reached.
    public internal(set) var goals: Set<Int> = []
    /// Those of them that were reached after their solutions had been shown.
    public internal(set) var shownGoals: Set<Int> = []
    /// How many hints were open where one was reached with hints, by page.
    public internal(set) var goalHints: [Int: Int] = [:]
    /// When the questions that were missed or passed come back, by page.
    public internal(set) var reviews: [Int: Review] = [:]
    /// Whether the lesson was played to its end.
    public internal(set) var isFinished = false

    // Older files call a page a beat.
    private enum CodingKeys: String, CodingKey {
      case page = "beat"
      case answers, goals, shownGoals, goalHints, reviews, isFinished
    }
  }

  /// What was said to a question.
  public struct RecordedAnswer: Hashable, Sendable, Codable {
    /// In the learner's own terms; empty where the question was passed without a word.
    public let text: String
    /// Nil where no answer is wrong, or none was given.
    public let isRight: Bool?
    /// The answers before this one; nil where there was none.
    public var before: [String]?
    /// Whether the learner went on without the right answer; nil: no.
    public var isPassed: Bool?
    /// Whether the learner was sure; nil: no.
    public var isSure: Bool?
    /// The right answer, as it was told; nil where none is wrong, or none was told yet.
    public var answer: String?

    /// What was said, as it is to be kept, and the right answer where it was told.
    public init(_ prediction: Prediction, answer: String? = nil) {
      (text, isRight) = (prediction.last?.text ?? "", prediction.last?.isRight)
      let earlier = prediction.tries.dropLast().map(\.text)
      before = earlier.isEmpty ? nil : earlier
      isPassed = prediction.isPassed ? true : nil
      isSure = prediction.isSure ? true : nil
      self.answer = answer
    }

    /// Every answer in order.
    public var tries: [String] { (before ?? []) + (text.isEmpty ? [] : [text]) }
    /// Whether the first answer was right.
    public var isRightAtOnce: Bool { isRight == true && before == nil }
    /// Whether it could have been right: it was judged, or passed.
    public var isJudged: Bool { isRight != nil || isPassed == true }
    /// Whether it is worth asking again: missed, passed, or right at the second try only.
    public var isWorthAnotherLook: Bool {
      isPassed == true || isRight == false || (isRight == true && before != nil)
    }
  }

  /// By the lessons' ids; lessons that are not at hand are kept as they are.
  public internal(set) var records: [String: Record] = [:]
  /// The lesson that was open last and is not finished.
  public internal(set) var current: String?

  /// The progress of someone who begins.
  public init() {}

  /// What was done in a lesson.
  public func record(of lesson: String) -> Record { records[lesson] ?? Record() }

  /// The page to go on from: where the lesson was left, or the first when it is finished or new.
  public func resumingPage(of lesson: String) -> Int {
    let record = record(of: lesson)
    return record.isFinished ? 0 : record.page
  }

  /// The same of a lesson that may have become shorter since: never beyond its last page.
  public func resumingPage(of lesson: Lesson) -> Int {
    let page = resumingPage(of: lesson.id)
    // At its beginning a lesson need not be read for this, which the first frame would wait for.
    return page == 0 ? 0 : min(page, lesson.pageCount - 1)
  }

  /// Whether the lesson was played to its end.
  public func isFinished(_ lesson: String) -> Bool { record(of: lesson).isFinished }

  /// Notes that the learner is at a page.
  public mutating func visit(page: Int, of lesson: String) {
    records[lesson, default: Record()].page = page
    current = lesson
  }

  /// Notes what was said to the question of a page, and the right answer where it was told; what was missed or passed
  /// comes back another day.
  public mutating func record(
    _ prediction: Prediction, page: Int, of lesson: String, answer: String? = nil, today: Int = 0
  ) {
    let recorded = RecordedAnswer(prediction, answer: answer)
    records[lesson, default: Record()].answers[page] = recorded
    records[lesson, default: Record()].review(page, recorded, today: today)
  }

  /// Notes that a page's goal is reached; of several ways the one with the least help counts.
  public mutating func reachGoal(page: Int, of lesson: String, way: GoalWay = .alone) {
    records[lesson, default: Record()].reach(page, way)
  }

  /// The lessons in which anything was done, by their ids.
  public var touched: Set<String> { Set(records.keys) }

  /// Forgets what was done in lessons.
  public mutating func forget(_ lessons: Set<String>) {
    for lesson in lessons { records[lesson] = nil }
    if let current, lessons.contains(current) { self.current = nil }
  }

  /// Notes that a lesson was played to its end.
  public mutating func finish(_ lesson: String) {
    records[lesson, default: Record()].isFinished = true
    if current == lesson { current = nil }
  }
}

extension LearnerProgress {
  /// How many predictions were right at once, of those that can be: passed and missed ones count.
  public struct Score: Hashable, Sendable {
    /// How many were right at the first try.
    public let right: Int
    /// How many were right at another try.
    public let later: Int
    /// How many were judged or passed.
    public let count: Int

    /// The score of some answers; nil where none of them can be right.
    public init?(of answers: some Sequence<RecordedAnswer>) {
      let judged = answers.filter(\.isJudged)
      guard !judged.isEmpty else { return nil }
      (right, count) = (judged.count { $0.isRightAtOnce }, judged.count)
      later = judged.count { $0.isRight == true } - right
    }

    /// In words, such as "3 of 4".
    public var words: String { "\(right) of \(count)" }

    /// In a sentence, which counts what a second try brought, too.
    public var sentence: String {
      "\(words) predictions right at once" + (later > 0 ? ", \(later) at the second try" : "")
    }
  }
}

extension LearnerProgress.Record {
  /// How many predictions were right at once; nil where none was made.
  public var score: String? {
    LearnerProgress.Score(of: answers.values).map { "\($0.words) right" }
  }

  /// The most pages that a lesson can have: what a file says of others was never done.
  private static let pages = 0..<1000

  /// A record as the file has it; what an older version did not write is as at the start.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    func pages<Value: Decodable>(_ key: CodingKeys) throws -> [Int: Value] {
      let all = try values.decodeIfPresent([Int: Value].self, forKey: key) ?? [:]
      return all.filter { Self.pages.contains($0.key) }
    }
    func set(_ key: CodingKeys) throws -> Set<Int> {
      try (values.decodeIfPresent(Set<Int>.self, forKey: key) ?? []).filter(Self.pages.contains)
    }
    page = try values.decodeIfPresent(Int.self, forKey: .page) ?? 0
    (answers, goalHints, reviews) = try (pages(.answers), pages(.goalHints), pages(.reviews))
    (goals, shownGoals) = try (set(.goals), set(.shownGoals))
    isFinished = try values.decodeIfPresent(Bool.self, forKey: .isFinished) ?? false
  }
}
