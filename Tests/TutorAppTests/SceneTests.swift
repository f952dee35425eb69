import Lessons
import NeuralNetwork
import TerminalCanvas
import Testing

@testable import TutorApp

/// Scenes that lie on one another.
@Suite struct SceneTests {
  /// The list over an experiment shows the lessons, and closing it brings back every number.
  @Test func theListOverAnExperimentLosesNothing() throws {
    var tutor = try Tutor(Samples.xor).pressing("u", "u", "+", "j")
    let before = tutor.screen
    tutor.press("i")
    #expect(tutor.screen.contains("1  Fit a line"))
    #expect(tutor.screen.contains("Esc returns to test"))
    tutor.press("j", .escape)
    #expect(tutor.screen == before)
    #expect(tutor.run.position.update == 2)
  }

  @Test func theListOverALessonReturnsToItsPage() throws {
    let lesson = try #require(try Samples.lessons().first)
    // The second key takes away the notice of the first page's goal.
    var tutor = try Tutor(lesson).pressing(.right, "g")
    let before = tutor.screen
    tutor.press("i", .escape)
    #expect(tutor.screen == before)
    tutor.press("i", .enter)
    #expect(tutor.screen == before)
  }

  @Test func anotherLessonTakesThePlaceOfWhatIsOpen() throws {
    var tutor = try Tutor(Samples.xor).pressing("i", "j", .enter)
    #expect(tutor.model.path.count == 1)
    #expect(tutor.model.place?.lesson.id == tutor.model.library[1].id)
    tutor.press(.escape)
    #expect(tutor.model.scene is LessonScene)
  }

  /// Nothing of how a page was looked at is left on the next, or after returning to the lesson.
  @Test func aLookDoesNotLeakFromPageToPage() throws {
    let lesson = try #require(try Samples.lessons().first)
    for key: Key in [.right, "g"] {
      var tutor = try Tutor(lesson)
      let look = tutor.model.look
      tutor.press("]", "]", "f", "y", "x", .tab, "z")
      #expect(tutor.model.look != look)
      tutor.press(key)
      #expect(tutor.model.look == look || tutor.model.place?.page == 1)
      #expect(tutor.model.look.pace == .walking && tutor.model.look.smoothing == nil)
      #expect(tutor.model.look.sample == nil && !tutor.model.look.isZoomed)
    }
  }

  /// A head that is too long becomes shorter, and never loses where the learner is.
  @Test(arguments: 20...140) func theHeadNeverLosesThePlace(width: Int) throws {
    let line = TitleLine(
      name: "20 · Two neurons, one chain rule",
      positions: [
        "g returns to the page's numbers · page 10 of 14", "g returns · page 10 of 14",
        "g returns · 10/14",
      ])
    let (name, position) = line.fitted(to: width, .braille)
    #expect(position.plain.contains("g returns") && position.plain.contains("10"))
    #expect(name.plain.count + 2 + position.plain.count <= max(width, 19))
    #expect(name.plain.isEmpty || name.plain.contains("20") || name.plain.hasSuffix("…"))
  }
}

/// From the end of a lesson to the next one and back.
@Suite struct EndingSceneTests {
  @Test func theFirstPageLeadsBackToTheEndBefore() throws {
    let lessons = Array(try Samples.lessons().prefix(2))
    var tutor = try Tutor(lessons[0], page: lessons[0].pages.count - 1)
    tutor.model.library = lessons
    while tutor.model.scene is LessonScene { tutor.press(.right) }
    let end = tutor.screen
    tutor.press(.right)
    #expect(tutor.model.place?.lesson.id == lessons[1].id && tutor.model.place?.page == 0)
    tutor.press(.left)
    #expect(tutor.model.scene is EndingScene && tutor.screen == end)
    tutor.press(.right, .escape)
    #expect(tutor.model.scene is EndingScene)
  }
}

/// The list of a lesson's pages.
@Suite struct PagesSceneTests {
  @Test func aPageIsGoneToByItsTitle() throws {
    let lesson = try #require(try Samples.lessons().first)
    var tutor = try Tutor(lesson).pressing("u", .right, "J")
    let lines = tutor.screen.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[0].hasPrefix(" 1 · Fit a line  page 2 of 14"))
    #expect(lines[2].contains("   1  One number to learn") && lines[2].contains("goal reached"))
    #expect(lines[3].contains("▶  2  It turned  you are here"))
    tutor.press("j", "j", .enter)
    #expect(tutor.model.place?.page == 3 && tutor.screen.contains("Feel the slope"))
    tutor.press("J", .escape)
    #expect(tutor.model.place?.page == 3)
  }

  /// What the selected page says stands beside the list, and pages of one title are counted.
  @Test func theSelectedPageIsReadBesideTheList() throws {
    let lesson = try #require(try Samples.lessons().first { $0.id == "two-neurons" })
    var tutor = try Tutor(lesson, size: Size(width: 120, height: 40)).pressing("J", "j")
    #expect(tutor.screen.contains("│ \(lesson.pages[1].title)"))
    let beginning = "The forward pass begins. The first neuron weighs its input"
    #expect(!tutor.screen.contains(beginning), "what is ahead may tell what is asked")
    tutor.press(.escape, .right, "J")
    #expect(tutor.screen.contains(beginning))
    let titles = lesson.pages.map(\.title)
    let twice = try #require(titles.first { title in titles.count { $0 == title } > 1 })
    #expect(tutor.screen.contains("\(twice), 1 of ") && tutor.screen.contains("\(twice), 2 of "))
    tutor.model.size = Size(width: 80, height: 24)
    #expect(!tutor.screen.contains("│"))
  }

  /// In tall screens each page has a second row with how it begins; the picture of a page that was seen stands beside it.
  @Test func thePagesAreSeenBeforeTheyAreOpened() throws {
    let lesson = try #require(try Samples.lessons().first { $0.id == "two-neurons" })
    var tutor = try Tutor(lesson, size: Size(width: 200, height: 60)).pressing(.right, "J", "k")
    let lines = view(tutor.model).lines
    let row = try #require(lines.firstIndex { $0.contains("▶  1  ") })
    #expect(lines[row + 1].contains("      Lesson 1") || lines[row + 1].contains("      "))
    #expect(lines[row + 2].contains("    2  "))
    #expect(tutor.screen.contains("─ network"), "page 1 was seen")
    tutor.press("j", "j", "j", "j")
    #expect(!tutor.screen.contains("─ network"), "page 5 was not")
    let click = Mouse(.press(button: 0), at: Point(x: 10, y: row + 3))
    #expect(tutor.model.scene.message(for: click, in: tutor.model) == .pages(.select(1)))
  }

  @Test(arguments: [Size(width: 20, height: 5), Size(width: 200, height: 60)])
  func everyPageIsInReach(size: Size) throws {
    let lesson = try #require(try Samples.lessons().first)
    var tutor = try Tutor(lesson, size: size).pressing("J")
    for index in lesson.pages.indices {
      #expect(tutor.screen.contains("▶ \(index < 9 ? " " : "")\(index + 1)"))
      tutor.press("j")
    }
  }
}
