import Experiments
import Foundation
import TestProject
import Testing

@testable import Lessons

@Suite struct LearnerProgressTests {
  private func sample() -> Lessons.LearnerProgress {
    var progress = Lessons.LearnerProgress()
    progress.visit(page: 3, of: "xor")
    progress.record(Prediction(tries: [("w1", false), ("w2", true)]), page: 2, of: "xor")
    progress.reachGoal(page: 3, of: "xor")
    progress.visit(page: 5, of: "a-lesson-of-another-time")
    progress.finish("a-lesson-of-another-time")
    return progress
  }

  @Test func remembersWhereALessonWasLeft() {
    let progress = sample()
    #expect(progress.resumingPage(of: "xor") == 3)
    #expect(progress.resumingPage(of: "a-lesson-of-another-time") == 0)
    #expect(progress.isFinished("a-lesson-of-another-time") && progress.current == nil)
    #expect(progress.record(of: "xor").answers[2]?.tries == ["w1", "w2"])
    #expect(progress.record(of: "xor").score == "0 of 1 right")
  }

  @Test func comesBackFromItsFile() throws {
    let path = try TestProject.temporaryFolder() + "/state/downhill/progress.json"
    var file = ProgressFile(path: path)
    #expect(file.load() == (Lessons.LearnerProgress(), nil))
    #expect(file.save(sample()) == nil)
    #expect(file.load() == (sample(), nil))
  }

  /// What no lesson can have is not read, and a file that is too large for progress is set aside.
  @Test func whatNoLessonHasIsDropped() throws {
    let path = try TestProject.temporaryFolder() + "/progress.json"
    func load(_ goals: Range<Int>) throws -> (progress: Lessons.LearnerProgress, note: String?) {
      let record = "{\"beat\":2,\"goals\":\(Array(goals)),\"answers\":{\"99999\":{\"text\":\"a\"}}}"
      try "{\"version\":1,\"lessons\":{\"xor\":\(record)}}"
        .write(toFile: path, atomically: true, encoding: .utf8)
      var file = ProgressFile(path: path)
      return file.load()
    }
    let record = try load(0..<20_000).progress.record(of: "xor")
    #expect(record.goals.count == 1000 && record.answers.isEmpty && record.page == 2)
    #expect(try load(0..<200_000).note?.contains("was damaged; it is kept as") == true)
  }

  /// Each program knows of its own lesson only; neither takes the other's away.
  @Test func twoProgramsAtOnceKeepBothLessons() throws {
    let path = try TestProject.temporaryFolder() + "/progress.json"
    var (one, two) = (ProgressFile(path: path), ProgressFile(path: path))
    #expect(one.save(sample()) == nil)
    var (mine, theirs) = (one.load().progress, two.load().progress)
    mine.finish("line-fit")
    theirs.visit(page: 7, of: "xor")
    #expect(one.save(mine) == nil && two.save(theirs) == nil && one.save(mine) == nil)
    let (both, _) = one.load()
    #expect(both.isFinished("line-fit") && both.record(of: "xor").page == 7)
  }

  /// Both programs are in one lesson: the answers and goals of both are kept, whoever writes last.
  @Test func twoProgramsInOneLessonKeepBothAnswers() throws {
    let path = try TestProject.temporaryFolder() + "/progress.json"
    var (one, two) = (ProgressFile(path: path), ProgressFile(path: path))
    #expect(one.save(sample()) == nil)
    var (mine, theirs) = (one.load().progress, two.load().progress)
    mine.record(Prediction(tries: [("1", true)]), page: 4, of: "xor")
    mine.reachGoal(page: 6, of: "xor", way: .shown)
    mine.reachGoal(page: 7, of: "xor", way: .hints(2))
    theirs.record(Prediction(tries: [("2", true)]), page: 5, of: "xor")
    theirs.reachGoal(page: 6, of: "xor")
    theirs.reachGoal(page: 7, of: "xor", way: .shown)
    theirs.visit(page: 8, of: "xor")
    #expect(two.save(theirs) == nil && one.save(mine) == nil)
    let both = one.load().progress.record(of: "xor")
    #expect(both.answers.keys.sorted() == [2, 4, 5])
    #expect(both.page == 8 && both.goalWays == [3: .alone, 6: .alone, 7: .hints(2)])
  }

  @Test(arguments: [
    "", "{", "[]", "{\"version\": \"x\"}", "\u{0}\u{1}", "{\"version\": 1, \"lessons\": 3}",
  ])
  func aDamagedFileIsKeptAside(_ text: String) throws {
    let folder = try TestProject.temporaryFolder()
    let path = folder + "/progress.json"
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    var file = ProgressFile(path: path)
    let (progress, note) = file.load()
    #expect(progress == Lessons.LearnerProgress())
    #expect(note == "The progress file was damaged; it is kept as \(path).damaged-1.")
    #expect(file.save(sample()) == nil)
    let files = try Folder.files(in: folder).filter { !$0.hasSuffix(".lock") }
    #expect(files == ["progress.json", "progress.json.damaged-1"])
  }

  /// Whatever shape it has: only its version is read.
  @Test(arguments: [
    "{\"version\": 99, \"lessons\": {}}",
    "{\"version\": 2, \"lessons\": [{\"id\": \"two-neurons\", \"beat\": 5}]}",
  ])
  func aFileOfTheFutureIsLeftAlone(_ text: String) throws {
    let path = try TestProject.temporaryFolder() + "/progress.json"
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    var file = ProgressFile(path: path)
    #expect(file.load().note == "Progress is not kept this time: \(path) is from a newer version.")
    #expect(file.save(sample()) == nil)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
  }

  /// A newer program may write while this one is open.
  @Test func aFileThatBecameNewerIsLeftAlone() throws {
    let path = try TestProject.temporaryFolder() + "/progress.json"
    var file = ProgressFile(path: path)
    #expect(file.load().note == nil && file.save(sample()) == nil)
    let text = "{\"version\": 2, \"lessons\": []}"
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    _ = file.save(sample())
    #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
  }

  @Test func whatAnOlderVersionDidNotWriteIsAsAtTheStart() throws {
    let path = try TestProject.temporaryFolder() + "/progress.json"
    try Data("{\"version\": 1, \"lessons\": {\"xor\": {\"beat\": 2}}}".utf8).write(
      to: URL(fileURLWithPath: path))
    var file = ProgressFile(path: path)
    #expect(file.load().progress.resumingPage(of: "xor") == 2)
  }

  @Test func aPlaceThatCannotBeWrittenIsNoDisaster() {
    #expect(
      ProgressFile(path: "/proc/downhill/progress.json").save(sample())?.contains("cannot be kept")
        == true)
    #expect(
      ProgressFile(path: nil).save(sample()) == "Progress is not kept: HOME is not set.")
  }

  @Test func thePlaceFollowsTheEnvironment() {
    #expect(
      ProgressFile(environment: ["XDG_STATE_HOME": "/s", "HOME": "/h"]).path
        == "/s/downhill/progress.json")
    #expect(
      ProgressFile(environment: ["XDG_STATE_HOME": "s", "HOME": "/h"]).path
        == "/h/.local/state/downhill/progress.json")
    #expect(ProgressFile(environment: [:]).path == nil)
  }
}

extension Prediction {
  /// What was said to a question that allows two tries.
  init(tries: [(text: String, isRight: Bool)]) {
    self.init(mostTries: 2)
    for answer in tries { add(Answer(text: answer.text, isRight: answer.isRight)) }
  }
}
