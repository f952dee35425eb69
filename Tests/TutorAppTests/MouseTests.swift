import Lessons
import NeuralNetwork
import TerminalCanvas
import Testing

@testable import TutorApp

/// The mouse does what a key would do to the thing it points at.
@Suite struct MouseTests {
  private func click(_ point: Point) -> Mouse { Mouse(.press(button: 0), at: point) }

  @Test func aPanelIsFocusedThenZoomed() throws {
    var tutor = try Tutor(Samples.xor)
    let placement = try #require(tutor.model.layout.placements.last)
    let point = Point(x: placement.rect.x + 1, y: placement.rect.y + 1)
    tutor.point(click(point))
    #expect(tutor.model.look.focusedPanel == placement.panel && !tutor.model.look.isZoomed)
    tutor.point(click(point))
    #expect(tutor.model.look.isZoomed)
    tutor.point(click(point))
    #expect(!tutor.model.look.isZoomed)
  }

  @Test func aChoiceIsTheKeyOfItsNumber() throws {
    let lesson = try #require(try Samples.lessons().first)
    let index = try #require(
      lesson.pages.firstIndex { $0.question?.kind is ChoiceQuestion })
    var tutor = try Tutor(lesson)
    while tutor.model.place?.page != index { tutor.press(.right) }
    let lines = view(tutor.model).lines
    let label = try #require(tutor.model.place?.openQuestion?.kind.labels[1])
    let row = try #require(lines.firstIndex { $0.hasPrefix("   \(label)  ") })
    var keyed = tutor
    tutor.point(click(Point(x: 8, y: row)))
    keyed.press(.character(Character(label)))
    #expect(tutor.screen == keyed.screen)
    #expect(tutor.screen != lines.joined(separator: "\n"))
  }

  @Test func aLessonIsSelectedThenOpened() throws {
    var tutor = try Tutor(Samples.xor).pressing("i")
    let row = try #require(view(tutor.model).lines.firstIndex { $0.contains("3  ") })
    tutor.point(click(Point(x: 6, y: row)))
    #expect((tutor.model.scene as? HomeScene)?.selection == 2)
    tutor.point(click(Point(x: 6, y: row)))
    #expect(tutor.model.place?.lesson.id == tutor.model.library[2].id)
  }

  /// What was clicked stays under the mouse, in every list, so that the next click finds it.
  @Test(arguments: ["settings", "gallery", "home", "glossary", "pages"])
  func nothingMovesUnderTheMouse(list: String) throws {
    let size = Size(width: 100, height: 14)
    var tutor =
      switch list {
      case "settings": try Tutor(#require(Preset.named("moons")), size: size).pressing("o")
      case "gallery": try Tutor.gallery(size: size)
      case "glossary": try Tutor(Samples.xor, size: size).pressing("w")
      case "pages": try Tutor(#require(Samples.lessons().first), size: size).pressing("J")
      default: try Tutor(Samples.xor, size: size).pressing("i")
      }
    for _ in 0..<6 { tutor.press(.down) }
    func names() -> [String] {
      view(tutor.model).lines.dropFirst(2).prefix(9).map { line in
        line.prefix(14).filter(\.isLetter)
      }
    }
    for row in [8, 4] {
      let before = names()
      tutor.point(click(Point(x: 4, y: row)))
      #expect(names() == before, "row \(row)")
    }
    let before = names()
    for _ in 0..<5 { tutor.press(.down) }
    #expect(names() != before)
  }

  @Test func aSheetIsTurnedAndPutAway() throws {
    var tutor = try Tutor(Samples.xor).pressing("?")
    tutor.point(Mouse(.wheelDown, at: Point(x: 3, y: 3)))
    #expect(tutor.model.overlay == .help(page: 1))
    tutor.point(click(Point(x: 3, y: 3)))
    #expect(tutor.model.overlay == nil)
  }

  /// In every place the words of the footer are buttons.
  @Test(arguments: [0, 1, 2]) func aClickOnTheFooterIsTheKey(place: Int) throws {
    var tutor = [
      try Tutor(Samples.xor), try Tutor.gallery(), try Tutor(#require(Samples.lessons().first)),
    ][
      place]
    if place == 2 { tutor.press("i") }
    let footer = try #require(view(tutor.model).lines.last)
    let help = try #require(footer.firstRange(of: "? help"))
    let column = footer.distance(from: footer.startIndex, to: help.lowerBound)
    tutor.point(click(Point(x: column - 1, y: tutor.model.size.height - 1)))
    #expect(tutor.model.overlay == nil)
    tutor.point(click(Point(x: column + 3, y: tutor.model.size.height - 1)))
    #expect(tutor.model.overlay == .help(page: 0))
  }

  @Test func aKeyGivesTheMouseBackToTheTerminal() throws {
    var tutor = try Tutor(Samples.xor)
    #expect(tutor.model.usesMouse)
    tutor.press("M")
    #expect(!tutor.model.usesMouse)
  }
}
