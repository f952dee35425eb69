import TestProject
import Testing

@testable import Lessons

/// Questions that come back.
@Suite struct ReviewTests {
  private static let missed = Prediction(tries: [("w1", false), ("w2", false)])
  private static let right = Prediction(tries: [("w2", true)])
  private static let rightAtLast = Prediction(tries: [("w1", false), ("w2", true)])

  private func progress(_ prediction: Prediction) -> Lessons.LearnerProgress {
    var progress = Lessons.LearnerProgress()
    progress.record(prediction, page: 2, of: "xor", answer: "w2", today: 100)
    return progress
  }

  @Test func whatIsRightAtOnceDoesNotComeBack() {
    #expect(progress(Self.right).reviews(of: "xor").isEmpty)
  }

  @Test(arguments: [missed, rightAtLast])
  func theRestComesBackLaterEachTimeItIsRight(_ prediction: Prediction) {
    var progress = progress(prediction)
    var days: [Int] = []
    while let due = progress.reviews(of: "xor").first, days.count < 9 {
      days.append(due.day)
      progress.review(Self.right, page: due.page, of: "xor", today: due.day)
    }
    #expect(days == [101, 104, 111, 132])
    #expect(progress.record(of: "xor").answers[2]?.tries == prediction.tries.map(\.text))
  }

  @Test func aMissBeginsAnew() {
    var progress = progress(Self.missed)
    progress.review(Self.right, page: 2, of: "xor", today: 101)
    progress.review(Self.rightAtLast, page: 2, of: "xor", today: 104)
    #expect(progress.reviews(of: "xor").map(\.day) == [105])
  }

  @Test func anUnsettledTryIsNoReview() {
    var progress = progress(Self.missed)
    progress.review(
      Prediction(tries: [("w1", false)]), page: 2, of: "xor", today: 200)
    #expect(progress.reviews(of: "xor").map(\.day) == [101])
  }

  @Test func aPageThatWasNeverMissedIsLeftAlone() {
    var progress = progress(Self.missed)
    progress.review(Self.right, page: 5, of: "xor", today: 101)
    #expect(progress.record(of: "xor").reviews.keys.sorted() == [2])
  }

  @Test func theFileKeepsTheDays() throws {
    var file = ProgressFile(path: try TestProject.temporaryFolder() + "/progress.json")
    var progress = progress(Self.missed)
    progress.review(Self.right, page: 2, of: "xor", today: 101)
    #expect(file.save(progress) == nil)
    #expect(file.load().progress == progress)
  }

  /// An older version kept what was missed, but no day.
  @Test func whatAnOlderVersionKeptIsDueAtOnce() {
    var progress = progress(Self.missed)
    progress.records["xor"]?.reviews = [:]
    #expect(progress.reviews(of: "xor").map(\.day) == [0])
  }
}
