import Lessons
import NeuralNetwork
import TerminalCanvas
import Testing
import Workbench

@testable import TutorApp

/// The end of a lesson in words: each prediction with what was said, the goals, and where to go on.
@Suite struct EndingTextTests {
  private static let library = (try? Samples.lessons()) ?? []

  /// The first lesson, after answers and goals on pages that have them.
  private func scene(_ change: (inout Lessons.LearnerProgress, Lesson) -> Void = { _, _ in })
    throws -> EndingScene
  {
    let lesson = try #require(Self.library.first)
    var progress = Lessons.LearnerProgress()
    change(&progress, lesson)
    let report = LessonReport(
      of: lesson, progress.record(of: lesson.id), end: lesson.workspace)
    return EndingScene(lesson: lesson, report: report)
  }

  private func text(_ scene: EndingScene, width: Int = 76, _ glyphs: GlyphSet = .braille)
    -> EndingText
  {
    EndingText(scene: scene, next: scene.next(in: Self.library), width: width, glyphs: glyphs)
  }

  /// Pages of the first lesson that ask something, and those that set a goal.
  private static let asking =
    library.first.map { lesson in
      lesson.pages.indices.filter { lesson.pages[$0].question != nil }
    } ?? []
  private static let goals =
    library.first.map { lesson in
      lesson.pages.indices.filter { lesson.pages[$0].goal != nil }
    } ?? []

  /// What was said to a question: texts, and whether each was right.
  private func prediction(
    _ tries: [(String, Bool?)], on page: Int, isPassed: Bool = false
  ) throws -> Prediction {
    let question = try #require(Self.library.first?.pages[page].question)
    var prediction = Prediction(to: question)
    for (text, isRight) in tries { prediction.add(Answer(text: text, isRight: isRight)) }
    prediction.isPassed = isPassed
    return prediction
  }

  // MARK: - Predictions

  @Test func eachEndHasItsSignAndItsWords() throws {
    let page = try #require(Self.asking.first)
    let title = try #require(Self.library.first).pages[page].title
    let cases: [(tries: [(String, Bool?)], isPassed: Bool, line: String, role: Role)] = [
      ([("5", true)], false, "▶ ✓ \(title): you said 5", .right),
      ([("4", false), ("5", true)], false, "▶ ✓ 2nd try, \(title): you said 4, then 5", .right),
      (
        [("4", false), ("3", false)], false, "▶ ✗ \(title): you said 4, then 3; the answer: 5",
        .warning
      ),
      ([], true, "▶ – passed, \(title): no guess; the answer: 5", .muted),
      ([("4", false)], true, "▶ – passed, \(title): you said 4; the answer: 5", .muted),
    ]
    for one in cases {
      let said = try prediction(one.tries, on: page, isPassed: one.isPassed)
      let scene = try scene { $0.record(said, page: page, of: $1.id, answer: "5") }
      let text = text(scene, width: 200)
      let line = text.account[text.selectedRow]
      #expect(line.plain == one.line)
      #expect(line.spans.dropFirst().first?.style.role == one.role)
    }
  }

  @Test func theScoreIsTheHead() throws {
    let pages = Array(Self.asking.prefix(2))
    let (right, wrong) = (
      try prediction([("5", true)], on: pages[0]),
      try prediction([("1", false), ("2", false)], on: pages[1])
    )
    let both = try scene { progress, lesson in
      progress.record(right, page: pages[0], of: lesson.id)
      progress.record(wrong, page: pages[1], of: lesson.id)
    }
    #expect(text(both).account.first?.plain == "1 of 2 predictions right at once")
    #expect(text(both).account.first?.spans.first?.style == .heading)
    let late = try prediction([("1", false), ("5", true)], on: pages[0])
    let one = try scene { $0.record(late, page: pages[0], of: $1.id) }
    let head = "0 of 1 predictions right at once, 1 at the second try"
    #expect(text(one).account.first?.plain == head)
    let none = text(try scene())
    #expect(none.selectedRow == 0 && none.account.first?.plain.contains("predictions") != true)
  }

  /// The marker is at the row of the question that is selected, however many rows each takes.
  @Test(arguments: [12, 30, 76]) func theMarkerIsAtTheSelectedRow(width: Int) throws {
    let pages = Self.asking
    let said = try pages.map { try prediction([("a word or two", false), ("5", true)], on: $0) }
    var scene = try scene { progress, lesson in
      for (page, said) in zip(pages, said) { progress.record(said, page: page, of: lesson.id) }
    }
    for selection in pages.indices {
      scene.selection = selection
      let text = text(scene, width: width)
      let marked = text.lines.indices.filter { text.lines[$0].plain.hasPrefix("▶") }
      #expect(marked == [text.selectedRow])
    }
  }

  // MARK: - Goals

  @Test func goalsAreReachedShownOrOpen() throws {
    let page = try #require(Self.goals.first)
    let title = try #require(Self.library.first).pages[page].title
    func line(_ change: (inout Lessons.LearnerProgress, Lesson) -> Void) throws -> String? {
      text(try scene(change), width: 200).account.map(\.plain).first {
        $0.contains("Goal, \(title)")
      }
    }
    #expect(try line { _, _ in } == "  ◇ Goal, \(title): open")
    #expect(
      try line { $0.reachGoal(page: page, of: $1.id) } == "  ✓ Goal, \(title): by your own hand")
    #expect(
      try line { $0.reachGoal(page: page, of: $1.id, way: .shown) }
        == "  ◆ Goal, \(title): as the solution showed")
    let again = try line {
      $0.reachGoal(page: page, of: $1.id, way: .shown)
      $0.reachGoal(page: page, of: $1.id)
    }
    #expect(again == "  ✓ Goal, \(title): by your own hand")
  }

  // MARK: - Where to go on

  @Test func theNextLessonIsNamed() throws {
    let next = Self.library[1]
    let first = text(try scene(), width: 400)
    #expect(first.nextSteps.last?.plain == "Next: 2 · \(next.title). \(next.summary)")
    let last = try #require(Self.library.last)
    let ending = EndingScene(
      lesson: last,
      report: LessonReport(of: last, Lessons.LearnerProgress().record(of: ""), end: last.workspace))
    #expect(ending.next(in: Self.library) == nil && ending.next(in: []) == nil)
    #expect(text(ending).nextSteps.last?.plain == "This was the last lesson.")
  }

  /// The three sentences, each with a point, and nothing of a loss that has not changed.
  @Test(arguments: library.map(\.id)) func whatToKeepIsThere(id: String) throws {
    let lesson = try #require(Self.library.first { $0.id == id })
    let scene = EndingScene(
      lesson: lesson,
      report: LessonReport(
        of: lesson, Lessons.LearnerProgress().record(of: ""), end: lesson.workspace))
    let lines = text(scene, width: 400).nextSteps.map(\.plain)
    #expect(lines.first == "To keep")
    #expect(
      lines.filter { $0.hasPrefix("• ") }.map { String($0.dropFirst(2)) }
        == lesson.keep.map(\.literal))
    #expect(!lines.contains { $0.hasPrefix("The loss of the lesson's run") })
  }

  @Test func theChangeOfTheLossIsSaid() throws {
    let lesson = try #require(Self.library.first)
    var end = lesson.workspace
    end.forEachRun { $0.train(updates: 3) }
    let scene = EndingScene(
      lesson: lesson,
      report: LessonReport(of: lesson, Lessons.LearnerProgress().record(of: ""), end: end))
    let format = NumberFormat.automatic
    let (first, last) = (lesson.workspace.focusedRun.objective, end.focusedRun.objective)
    #expect(
      text(scene, width: 400).nextSteps.map(\.plain).contains(
        "The loss of the lesson's run was \(format.text(first)) at the beginning, and is "
          + "\(format.text(last)) on the last page."))
  }

  // MARK: - Room

  /// No line is longer than its column, and every word is there, whatever the width.
  @Test(arguments: [8, 20, 37, 76, 200]) func linesKeepTheirColumns(width: Int) throws {
    let pages = Self.asking
    let said = try pages.map { try prediction([("one", false), ("two", false)], on: $0) }
    let scene = try scene { progress, lesson in
      for (page, said) in zip(pages, said) { progress.record(said, page: page, of: lesson.id) }
    }
    for glyphs in GlyphSet.allCases {
      let lines = text(scene, width: width, glyphs).lines
      #expect(lines.allSatisfy { glyphs.columns(of: $0) <= max(width, 12) })
      let words = lines.flatMap { $0.plain.split(separator: " ") }.joined()
      #expect(words.contains("predictionsrightatonce") && words.contains("Tokeep"))
    }
  }

  /// With every question missed all that is written can be brought to the smallest screen of a lesson.
  @Test(arguments: library.indices) func everyLineIsSeen(index: Int) throws {
    let lesson = Self.library[index]
    var progress = Lessons.LearnerProgress()
    for (page, question) in lesson.pages.map(\.question).enumerated() {
      guard let question else { continue }
      var said = Prediction(to: question)
      for text in ["one", "two"] { said.add(Answer(text: text, isRight: false)) }
      progress.record(said, page: page, of: lesson.id)
    }
    let scene = EndingScene(
      lesson: lesson,
      report: LessonReport(of: lesson, progress.record(of: lesson.id), end: lesson.workspace))
    var tutor = try Tutor(lesson)
    tutor.model.path.append(scene)
    tutor.model.library = Self.library
    var seen = view(tutor.model).text
    for _ in scene.report.predictions {
      tutor.press("j")
      seen += view(tutor.model).text
    }
    let lines = text(scene, width: 78).lines.map {
      $0.plain.drop { " ▶".contains($0) }.replacing("−", with: "-")
    }
    #expect(lines.filter { !seen.contains($0) } == [])
  }

  @Test(arguments: [(0, 0), (1, 1), (12, 4), (40, 10), (80, 24), (100, 30), (200, 60)])
  func itIsDrawnAtEverySize(width: Int, height: Int) throws {
    let lesson = try #require(Self.library.first)
    for glyphs in GlyphSet.allCases {
      var tutor = try Tutor(lesson, size: Size(width: width, height: height))
      tutor.model.glyphs = glyphs
      tutor.model.path.append(try scene())
      tutor.press("j", "k", .pageDown)
      let canvas = view(tutor.model)
      #expect(canvas.size == Size(width: width, height: height))
      #expect(glyphs != .ascii || canvas.text.utf8.allSatisfy { $0 < 128 })
    }
  }
}
