import SeededRandom
import TestProject
import Testing

@testable import Lessons

/// What two programs have done in one lesson, put together.
@Suite struct ProgressMergingTests {
  private typealias Record = Lessons.LearnerProgress.Record

  /// A record after a walk of whatever a learner does.
  private func walk(from record: Record, steps: Int, _ random: inout SeededRandom) -> Record {
    var progress = Lessons.LearnerProgress()
    progress.records["xor"] = record
    for _ in 0..<steps { step(&progress, &random) }
    return progress.record(of: "xor")
  }

  private func step(_ progress: inout Lessons.LearnerProgress, _ random: inout SeededRandom) {
    let page = Int.random(in: 0..<6, using: &random)
    let today = Int.random(in: 100..<130, using: &random)
    switch Int.random(in: 0..<5, using: &random) {
    case 0: progress.visit(page: page, of: "xor")
    case 1: progress.record(prediction(&random), page: page, of: "xor", today: today)
    case 2:
      let hints = Int.random(in: 0...2, using: &random)
      progress.reachGoal(
        page: page, of: "xor", way: GoalWay(hints: hints, isShown: Bool.random(using: &random)))
    case 3: progress.review(prediction(&random), page: page, of: "xor", today: today)
    default: if Int.random(in: 0..<8, using: &random) == 0 { progress.finish("xor") }
    }
  }

  private func prediction(_ random: inout SeededRandom) -> Prediction {
    let isRight = Bool.random(using: &random)
    let first = [(text: "w1", isRight: false)]
    return Prediction(
      tries: (Bool.random(using: &random) ? first : []) + [(text: "w2", isRight: isRight)])
  }

  /// Three records: what both programs have read, and what each has made of it.
  private func records(seed: Int) -> (base: Record, mine: Record, theirs: Record) {
    var random = SeededRandom(seed: UInt64(seed))
    let base = walk(from: Record(), steps: 12, &random)
    return (
      base, walk(from: base, steps: 6, &random), walk(from: base, steps: 6, &random)
    )
  }

  @Test(arguments: 0..<40) func oneWhoDidNothingChangesNothing(seed: Int) {
    let (base, mine, _) = records(seed: seed)
    #expect(mine.merged(with: base, since: base) == mine)
    #expect(base.merged(with: mine, since: base) == mine)
    #expect(mine.merged(with: mine, since: base) == mine)
  }

  /// Writing a second time adds nothing.
  @Test(arguments: 0..<40) func onceIsEnough(seed: Int) {
    let (base, mine, theirs) = records(seed: seed)
    let both = mine.merged(with: theirs, since: base)
    #expect(both.merged(with: theirs, since: base) == both)
  }

  @Test(arguments: 0..<40) func nothingIsLost(seed: Int) {
    let (base, mine, theirs) = records(seed: seed)
    let both = mine.merged(with: theirs, since: base)
    #expect(both.goals == mine.goals.union(theirs.goals))
    #expect(both.shownGoals.isSubset(of: both.goals))
    for page in both.goals where mine.isOwn(page) || theirs.isOwn(page) {
      #expect(both.isOwn(page), "goal \(page) was reached by the learner's own hand")
    }
    #expect(Set(both.answers.keys) == Set(mine.answers.keys).union(theirs.answers.keys))
    #expect(Set(both.reviews.keys) == Set(mine.reviews.keys).union(theirs.reviews.keys))
    #expect(both.isFinished == (mine.isFinished || theirs.isFinished))
  }

  /// What one of them alone has changed is as that one has it.
  @Test(arguments: 0..<40) func aChangeOfOneCounts(seed: Int) {
    let (base, mine, theirs) = records(seed: seed)
    let both = mine.merged(with: theirs, since: base)
    for page in 0..<6 {
      if mine.answers[page] == base.answers[page] {
        #expect(both.answers[page] == theirs.answers[page])
      } else {
        #expect(both.answers[page] == mine.answers[page])
      }
      if mine.reviews[page] == base.reviews[page] {
        #expect(both.reviews[page] == theirs.reviews[page])
      } else {
        #expect(both.reviews[page] == mine.reviews[page])
      }
    }
    #expect(both.page == (mine.page == base.page ? theirs.page : mine.page))
  }

  /// One program reviews while another is in the lesson: the day that was gained stays.
  @Test func aReviewBesideALessonIsKept() throws {
    let path = try TestProject.temporaryFolder() + "/progress.json"
    var (lesson, review) = (ProgressFile(path: path), ProgressFile(path: path))
    var start = Lessons.LearnerProgress()
    start.record(
      Prediction(tries: [("w1", false), ("w2", true)]), page: 2, of: "xor", today: 100)
    #expect(lesson.save(start) == nil)
    var (playing, reviewing) = (lesson.load().progress, review.load().progress)
    reviewing.review(Prediction(tries: [("w2", true)]), page: 2, of: "xor", today: 101)
    #expect(review.save(reviewing) == nil)
    playing.visit(page: 4, of: "xor")
    #expect(lesson.save(playing) == nil)
    let kept = lesson.load().progress
    #expect(kept.reviews(of: "xor").map(\.day) == [104])
    #expect(kept.record(of: "xor").page == 4)
  }
}

extension Lessons.LearnerProgress.Record {
  /// Whether a goal was reached without its solution.
  fileprivate func isOwn(_ page: Int) -> Bool {
    goals.contains(page) && !shownGoals.contains(page)
  }
}
