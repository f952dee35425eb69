import Experiments
import Foundation
import Lessons
import NeuralNetwork
import TerminalCanvas
import Testing

@testable import TutorApp

/// The list of lessons and of what there is to play with.
@Suite struct HomeSceneTests {
  private static let library = (try? Samples.lessons()) ?? []

  /// The list, with what has been done in lessons.
  private func home(
    _ width: Int = 80, _ height: Int = 24, glyphs: GlyphSet = .braille,
    _ change: (inout Lessons.LearnerProgress) -> Void = { _ in }
  ) throws -> Tutor {
    var progress = Lessons.LearnerProgress()
    change(&progress)
    var tutor = try Tutor(Samples.line, size: Size(width: width, height: height), glyphs: glyphs)
    (tutor.model.library, tutor.model.progress) = (Self.library, progress)
    tutor.model.path = [HomeScene()]
    return tutor
  }

  private func lines(_ tutor: Tutor) -> [String] { view(tutor.model).lines }

  // MARK: - Going through it

  @Test func theSelectionStaysInTheList() throws {
    let count = Self.library.count + Preset.all.count
    var tutor = try home().pressing("k", .up, .pageUp)
    #expect(tutor.model.home?.selection == 0)
    tutor.press("j", .down, .pageDown)
    #expect(tutor.model.home?.selection == 12)
    for _ in 0..<10 { tutor.press(.pageDown) }
    #expect(tutor.model.home?.selection == count - 1)
    tutor.press("j")
    #expect(tutor.model.home?.selection == count - 1)
  }

  /// Each lesson says how long it takes, whatever its title; where there is a bar every lesson has one.
  @Test(arguments: [100, 110, 120, 140, 200]) func everyLessonSaysHowLongItTakes(width: Int) throws
  {
    let tutor = try home(width, 45)
    for lesson in Self.library {
      let row = try #require(
        lines(tutor).first {
          $0.hasPrefix(" ") && $0.contains(" \(lesson.title)  ") && $0.contains(" min")
        })
      #expect(row.contains("\(lesson.minutes) min"), "lesson \(lesson.number)")
      #expect(row.contains("░") == (width >= 120), "lesson \(lesson.number)")
    }
  }

  /// Whatever is selected is on the screen with its marker and its name.
  @Test(arguments: [(80, 24), (60, 20), (40, 12), (24, 6), (120, 40), (200, 60)])
  func whatIsSelectedIsSeen(width: Int, height: Int) throws {
    var tutor = try home(width, height)
    let items = HomeScene().items(in: tutor.model)
    for (index, item) in items.enumerated() {
      let marked = lines(tutor).filter { $0.contains("▶") }
      #expect(marked.count == 1, "\(item.title)")
      #expect(marked.first?.contains(item.title.prefix(8)) == true, "\(item.title)")
      #expect(tutor.model.home?.selection == index)
      tutor.press("j")
    }
  }

  /// The rows above and below those in view are counted.
  @Test(arguments: [(80, 24), (60, 16), (120, 40)])
  func whatIsOutOfViewIsCounted(width: Int, height: Int) throws {
    var tutor = try home(width, height)
    let items = HomeScene().items(in: tutor.model)
    for _ in items.indices {
      let text = lines(tutor)
      let shown = items.indices.filter { index in
        text.contains { $0.contains(name(items[index]).prefix(16)) }
      }
      let first = try #require(shown.first)
      let last = try #require(shown.last)
      let above = text.contains { $0.contains("↑ \(first) more") }
      let below = text.contains { $0.contains("↓ \(items.count - last - 1) more") }
      #expect(above == (first > 0) && below == (last < items.count - 1))
      tutor.press("j")
    }
  }

  private func name(_ item: HomeItem) -> String {
    if case .lesson(let lesson) = item {
      "\(lesson.number)  ".prefix(3) + lesson.title
    } else {
      "play  \(item.title)"
    }
  }

  // MARK: - What was done

  @Test func whatWasDoneIsSaid() throws {
    let (first, second) = (Self.library[0], Self.library[1])
    let tutor = try home { progress in
      progress.visit(page: 3, of: first.id)
      progress.visit(page: 1, of: second.id)
      progress.finish(second.id)
    }
    let rows = lines(tutor)
    #expect(rows[2].hasPrefix(" ▶ 1  \(first.title) "))
    #expect(rows[2].hasSuffix(" at page 4 of \(first.pageCount)") && rows[2].count == 79)
    #expect(rows[3].hasSuffix(" done") && rows[4].hasSuffix(" \(Self.library[2].minutes) min"))
    let canvas = view(tutor.model)
    #expect(canvas[77, 3].style.role == .right && canvas[77, 4].style.role == .muted)
    let words = tutor.model.scene.words(tutor.model)
    #expect(words[2] == "> 1 \(first.title), at page 4 of \(first.pageCount)")
    #expect(words[3] == "  2 \(second.title), done")
  }

  /// A file may know of pages that a lesson has no longer: nobody is farther than its end.
  @Test(arguments: [17, 99, Int.max]) func aPageThatIsGoneIsTheLast(page: Int) throws {
    let lesson = Self.library[0]
    for (width, height) in [(80, 24), (120, 40), (30, 12)] {
      for glyphs in GlyphSet.allCases {
        let tutor = try home(width, height, glyphs: glyphs) { $0.visit(page: page, of: lesson.id) }
        let row = try #require(lines(tutor).first { $0.contains("1  \(lesson.title)") })
        let count = lesson.pageCount
        #expect(row.contains("\(count) of \(count)") || row.contains("\(count)/\(count)"), "\(row)")
      }
    }
    let tutor = try home { $0.visit(page: page, of: lesson.id) }
    let count = lesson.pageCount
    #expect(tutor.model.scene.words(tutor.model)[2].hasSuffix("at page \(count) of \(count)"))
  }

  /// However many figures the number before it has.
  @Test func allTitlesBeginInOneColumn() throws {
    let lines = lines(try home(80, 60))
    let columns = try Self.library.map { lesson in
      let line = try #require(lines.first { $0.contains(lesson.title) })
      return line.components(separatedBy: lesson.title)[0].count
    }
    #expect(Set(columns).count == 1 && columns.count > 9)
  }

  /// A bar of ten cells: as many are full as tenths of the pages are behind.
  @Test func theBarsOfWideScreens() throws {
    let lesson = Self.library[0]
    let count = lesson.pageCount
    for page in [0, 1, count / 2, count - 1] {
      let full = page * 10 / count
      let tutor = try home(120, 40, glyphs: .ascii) { $0.visit(page: page, of: lesson.id) }
      let row = try #require(lines(tutor).first { $0.contains("1  \(lesson.title)") })
      let bar = String(repeating: "#", count: full) + String(repeating: ".", count: 10 - full)
      #expect(row.contains(" \(bar) "), "\(row)")
    }
    let done = try home(120, 40, glyphs: .ascii) { $0.finish(lesson.id) }
    #expect(lines(done).contains { $0.contains("##########   done") })
  }

  // MARK: - Searching

  /// Every lesson and every example is found by its own title and by its name, in whatever case.
  @Test func everythingIsFoundByItsTitle() throws {
    let model = try home().model
    var scene = HomeScene()
    for item in scene.items(in: model) {
      for text in [
        item.title, item.title.uppercased(), String(item.title.suffix(6)), " \(item.title) ",
      ] {
        scene.search = text
        #expect(scene.items(in: model).contains { $0.title == item.title }, "\(text)")
      }
    }
    scene.search = "adam 17"
    #expect(scene.items(in: model).map(\.title).count == 1, "words in any order")
  }

  @Test func aSearchIsTypedChosenAndLeft() throws {
    var tutor = try home().pressing("/", "x", "o", "r")
    #expect(tutor.model.keyContext == .homeSearching && tutor.screen.contains("/xor"))
    let found = HomeScene().items(in: tutor.model).filter { $0.matches("xor") }.map(\.title)
    #expect(tutor.model.home?.items(in: tutor.model).map(\.title) == found && found.count > 1)
    tutor.press(.down)
    #expect(tutor.model.home?.selected(in: tutor.model)?.title == found[1])
    tutor.press(.backspace)
    #expect(tutor.model.home?.search == "xo" && tutor.model.home?.selection == 0)
    tutor.press("r", .down, .enter)
    #expect(tutor.model.keyContext == .home && tutor.screen.contains("/xor  Esc: all"))
    tutor.press(.escape)
    #expect(tutor.model.home?.search == nil)
    #expect(tutor.model.home?.selected(in: tutor.model)?.title == found[1], "what was chosen stays")
  }

  @Test func nothingFoundIsSaidAndOpensNothing() throws {
    var tutor = try home().pressing("/", "q", "\u{1B}", "q", .enter, .enter, .down)
    #expect(tutor.screen.contains("Nothing here has 'q␛q' in its name."))
    #expect(tutor.model.scene is HomeScene)
    tutor.press("/", .enter)
    #expect(tutor.model.home?.search == nil, "an empty search is none")
  }

  /// A search has an end.
  @Test func aSearchIsNoLongerThanALine() throws {
    var tutor = try home().pressing("/")
    for _ in 0..<200 { tutor.press("é") }
    #expect(tutor.model.home?.search?.count == 40)
  }

  // MARK: - Opening

  @Test func everyLessonOpensWhereItWasLeft() throws {
    for (index, lesson) in Self.library.enumerated().prefix(4) {
      var tutor = try home { $0.visit(page: 2, of: lesson.id) }
      for _ in 0..<index { tutor.press("j") }
      tutor.press(.enter)
      #expect(tutor.model.place?.lesson.id == lesson.id && tutor.model.place?.page == 2)
    }
  }

  @Test(arguments: [(0, 0), (1, 1), (3, 2), (10, 3), (20, 4), (99, 26), (100, 25), (300, 5)])
  func itIsDrawnAtEverySize(width: Int, height: Int) throws {
    for glyphs in GlyphSet.allCases {
      for keys in [[], ["/", "x"], ["/", "!"]] as [[Key]] {
        var tutor = try home(width, height, glyphs: glyphs)
        for key in keys { tutor.press(key) }
        let canvas = view(tutor.model)
        #expect(canvas.size == Size(width: width, height: height))
        #expect(glyphs != .ascii || canvas.text.utf8.allSatisfy { $0 < 128 })
      }
    }
  }
}
