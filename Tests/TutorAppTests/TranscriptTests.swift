import Experiments
import Foundation
import Lessons
import NeuralNetwork
import SeededRandom
import TerminalCanvas
import TestProject
import Testing
import Workbench

@testable import TutorApp

/// What is written down of a session, and what a replay makes of it.
@Suite struct TranscriptTests {
  private static let library = Result {
    try LessonLibrary(
      folder: TestProject.root.appending(path: "lessons").path, panels: Panel.names)
  }

  private func lesson(_ id: String) throws -> Lesson {
    try #require(try Self.library.get().lessons.first { $0.id == id })
  }

  /// A session of keys in a lesson.
  private func session(
    _ id: String, isStrict: Bool = false, _ keys: (inout Tutor) -> Void
  ) throws -> Tutor {
    let lesson = try lesson(id)
    var tutor = try Tutor(lesson)
    tutor.model.isStrict = isStrict
    tutor.model.beginTranscript()
    tutor.perform(tutor.model.start())
    keys(&tutor)
    return tutor
  }

  private func text(_ tutor: Tutor) -> String {
    var model = tutor.model
    return model.takeTranscript() ?? ""
  }

  private func replay(_ text: String) throws -> TranscriptReplay {
    try TranscriptReplay(of: SourceText(name: "anna.txt", text: text), in: Self.library.get())
  }

  /// Whatever is pressed, doing it again comes to the same text, bit by bit.
  @Test(arguments: ["line-fit", "two-neurons", "xor", "momentum"], [1, 2] as [UInt64])
  func anySessionIsReplayedExactly(_ id: String, _ seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let tutor = try session(id) { tutor in
      for _ in 0..<80 {
        let context = tutor.model.keyContext
        let keys = context.bindings.flatMap(\.keys).filter { $0 != "q" && $0 != .control("c") }
        let typed: [Key] = context.takesText ? ["0", ".", "5", "-", "a", " "] : ["n", "n"]
        guard let key = (keys + typed).randomElement(using: &random) else { continue }
        tutor.press(key)
      }
    }
    let text = text(tutor)
    #expect(text.split(separator: "\n").count > 60)
    let replay = try replay(text)
    #expect(replay.verdict == .exact, "\(text)")
    #expect(
      replay.report?.score
        == LearnerProgress.Score(of: tutor.model.progress.record(of: id).answers.values))
  }

  /// Pages are chosen by clicks, too.
  @Test func aClickOnAPageIsReplayed() throws {
    let text = try text(
      session("line-fit") { tutor in
        tutor.press("J")
        tutor.send(.pages(.select(2)))
        tutor.press(.enter, "u")
      })
    #expect(text.contains("> page 3") && text.contains("page 3 of 14"), "\(text)")
    #expect(try replay(text).verdict == .exact)
  }

  /// A session in the first lesson with a miss, a pass and a goal.
  private func usual() throws -> String {
    try text(
      session("line-fit") { tutor in
        tutor.press("u", "n", "b", .enter, "a", .enter, "n", "n")
        tutor.send(.lesson(.pass))
        tutor.press("n", "p", "n")
      })
  }

  @Test func aTranscriptReadsLikeASession() throws {
    let version = try lesson("line-fit").version
    let text = try usual()
    let marks = text.matches(of: /(?m)^> .*?( {2}#[0-9a-f]{6})$/)
    #expect(marks.count == text.split(separator: "\n").count { $0.hasPrefix("> ") })
    #expect(
      text.replacing(/(?m) {2}#[0-9a-f]{6}$/, with: "").hasPrefix(
        """
        Downhill transcript 2
        lesson: line-fit
        version: \(version)
        page: 1
        strict: no
        page 1 of 14: One number to learn
        seed 1, update 0, loss 2, η 0.4, paused
        > u
        goal reached by hand
        seed 1, update 1, loss 0.72, η 0.4, paused
        > n
        page 2 of 14: It turned
        > b
        > Enter
        answer '1.6': wrong
        > a
        > Enter
        answer '1.28': right
        the answer: 1.28
        seed 1, update 2, loss 0.2592, η 0.4, paused
        """))
  }

  @Test func whatWasSaidAndReachedIsCounted() throws {
    let replay = try replay(usual())
    let results = try #require(replay.report).predictions.map(\.result)
    #expect(results == [.rightAtLast, .passed])
    #expect(replay.report?.goals.map(\.way) == [.alone, nil])
    #expect(!replay.isFinished && !replay.isStrict && replay.hints == 0)
  }

  /// A session that ended without a word, as after a crash, is what it is.
  @Test func aTornTranscriptIsExactAsFarAsItGoes() throws {
    let lines = try usual().split(separator: "\n")
    for count in [8, 12, lines.count] {
      let torn = lines.prefix(count).joined(separator: "\n") + "\n"
      #expect(try replay(torn).verdict == .exact, "\(count)")
    }
  }

  /// A changed line, a line too many and a deed that was not done are named.
  @Test(arguments: [
    ("loss 0.72,", "loss 0.71,", 10), ("answer '1.6': wrong\n", "", 15),
    ("> u  ", "> u\n> u  ", 8), ("strict: no", "strict: yes", 8),
    ("goal reached by hand\n", "goal reached by hand\nwell done\n", 10),
  ])
  func whatWasChangedByHandIsNamed(_ old: String, _ new: String, _ line: Int) throws {
    let changed = try usual().replacing(old, with: new, maxReplacements: 1)
    #expect(try replay(changed).verdict == .differs(line: line))
  }

  /// A miss that was taken out whole leaves the marks of the deeds behind it.
  @Test func aMissThatWasTakenOutIsNamed() throws {
    let lines = try usual().split(separator: "\n").map(String.init)
    let miss = try #require(lines.firstIndex { $0.hasPrefix("> b") })
    let rest = lines[..<miss] + lines[(miss + 3)...]
    #expect(lines[miss + 2] == "answer '1.6': wrong")
    let changed = rest.joined(separator: "\n") + "\n"
    #expect(try replay(changed).verdict == .differs(line: miss + 1))
  }

  /// What was done until then counts, and the line is named.
  @Test(arguments: ["> zzz", "> \u{1B}[2J"])
  func aDeedThatMeansNothingIsTheFirstThatDiffers(deed: String) throws {
    let text = try usual()
    let line = try #require(text.split(separator: "\n").firstIndex { $0.hasPrefix("> u") })
    let replay = try replay(text.replacing("> u", with: deed, maxReplacements: 1))
    #expect(replay.verdict == .differs(line: line + 1) && replay.report != nil)
  }

  @Test func anotherVersionOfTheLessonIsNotReplayed() throws {
    let version = try lesson("line-fit").version
    let replay = try replay(usual().replacing(version, with: "0000000000000000"))
    #expect(replay.verdict == .otherVersion && replay.report == nil)
  }

  @Test(arguments: [
    ("Downhill transcript 2", "Downhill transcript 1", "The transcript has the form '1'"),
    ("Downhill transcript 2", "Dear teacher", "This is not a transcript of this program"),
    (
      "lesson: line-fit", "lesson: \u{1B}[2J",
      "It is of a lesson '␛[2J', which is not at hand: --lessons FOLDER says where it is."
    ),
    ("page: 1", "page: 99", "The lesson has no page 99"),
    ("page: 1", "page: 0", "Pages count from 1."),
    ("> u", String(repeating: "> u\n", count: 5001), "more than 5000 deeds"),
  ])
  func hostileTranscriptsAreRefusedWithASentence(
    _ old: String, _ new: String, _ sentence: String
  ) throws {
    let text = try usual().replacing(old, with: new, maxReplacements: 1)
    let error = #expect(throws: Diagnostic.self) { try replay(text) }
    #expect(error?.message.contains(sentence) == true, "\(String(describing: error))")
  }

  /// What would lead elsewhere is not done, and the session goes on.
  @Test func aSessionStaysInItsLesson() throws {
    let tutor = try session("line-fit") { $0.press("i", "P", .control("p")) }
    #expect(tutor.model.scene is LessonScene)
    #expect(tutor.model.notice == "A session with a transcript stays in its lesson; q ends it")
    #expect(!text(tutor).contains("> i"))
  }

  @Test func theEndIsWrittenDown() throws {
    let count = try lesson("line-fit").pageCount
    let tutor = try session("line-fit") { tutor in
      for _ in 0..<count {
        tutor.send(.lesson(.pass))
        tutor.press("n")
      }
      tutor.press(.enter, "b", .escape)
    }
    #expect(tutor.model.scene is EndingScene)
    let text = text(tutor)
    #expect(text.contains("the end: 0 of 8 predictions right at once, 0 of 2 goals by hand"))
    let replay = try replay(text)
    #expect(replay.verdict == .exact && replay.isFinished)
  }

  /// A click on a choice or on the line of time is written as what it does.
  @Test func clicksAreWrittenDown() throws {
    let tutor = try session("line-fit") { tutor in
      tutor.press("u", "u", "u")
      tutor.send(.workbench(.scrub(to: 1)))
    }
    let told = text(tutor).replacing(#/ {2}#[0-9a-f]{6}/#, with: "")
    #expect(told.hasSuffix("> update 1\nseed 1, update 1, loss 0.72, η 0.4, paused\n"))
    #expect(try replay(text(tutor)).verdict == .exact)
  }

  @Test func aGoalReachedWithHintsIsWrittenDown() throws {
    let tutor = try session("line-fit") { $0.press("h", "u") }
    #expect(text(tutor).contains("goal reached by hand, with 1 hint\n"))
    let replay = try replay(text(tutor))
    #expect(replay.verdict == .exact && replay.report?.goals.first?.way == .hints(1))
  }

  @Test func aStrictSessionShowsNoSolutionAndHintsAfterATry() throws {
    let tutor = try session("line-fit", isStrict: true) { $0.press("H", "!") }
    #expect(tutor.model.notice == "In a strict session no solution is shown")
    #expect(tutor.run.position.update == 0)
    #expect(tutor.model.place?.hintsShown.isEmpty == true)
    var tried = tutor
    tried.press("u", "U", "H")
    #expect(tried.model.place?.hintsShown == [0: 1])
    let replay = try replay(text(tried))
    #expect(replay.isStrict && replay.verdict == .exact && replay.hints == 1)
  }
}

/// A lesson that is shown to a class.
@Suite struct TeachingTests {
  private func teaching(_ id: String, page: Int = 0) throws -> Tutor {
    let lesson = try #require(try Samples.lessons().first { $0.id == id })
    var tutor = try Tutor(lesson, page: page)
    tutor.model.beginTeaching()
    tutor.perform(tutor.model.start())
    return tutor
  }

  @Test func oneKeyTellsAnAnswer() throws {
    var tutor = try teaching("line-fit", page: 1)
    tutor.press("n")
    #expect(tutor.screen.contains("✓ a  1.28") && tutor.screen.contains("– Passed. "))
    tutor.press("n")
    #expect(tutor.model.place?.page == 2)
  }

  @Test func bothRatesMoveTogether() throws {
    var tutor = try teaching("line-fit", page: 5)
    tutor.press("c", "+")
    #expect(tutor.model.workspace.runs.map(\.run.baseLearningRate) == [0.5, 0.5])
  }

  /// Sentences are the teacher's; formulas, questions and goals stay, and panels have the room.
  @Test func textIsShortAndPanelsAreLarger() throws {
    let lesson = try #require(try Samples.lessons().first { $0.id == "line-fit" })
    let usual = try Tutor(lesson)
    let tutor = try teaching("line-fit")
    #expect(tutor.screen.contains("(4 + 1 + 0 + 1 + 4)/5 = 2"))
    #expect(tutor.screen.contains("Goal: Make one update with u."))
    #expect(!tutor.screen.contains("Five points lie on the line"))
    func area(_ tutor: Tutor) -> Int {
      tutor.model.layout.placements.map { $0.rect.width * $0.rect.height }.reduce(0, +)
    }
    #expect(area(tutor) > area(usual))
  }
}
