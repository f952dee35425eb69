import Lessons
import NeuralNetwork
import TerminalCanvas
import Testing

@testable import TutorApp

@Suite struct KeyTableTests {
  @Test func aNameStandsForOneSetOfKeys() {
    #expect(Set(KeyContext.all.map(\.name)).count == KeyContext.all.count)
  }

  @Test(arguments: KeyContext.all)
  func aKeyMeansOneThingInEachPlace(context: KeyContext) {
    let keys = context.bindings.flatMap(\.keys)
    #expect(Set(keys).count == keys.count)
  }

  @Test(arguments: KeyContext.all)
  func everyRowIsDispatched(context: KeyContext) {
    for binding in context.bindings {
      for key in binding.keys { #expect(context.message(for: key) == binding.message) }
    }
  }

  @Test(arguments: KeyContext.all)
  func everyPlaceCanBeLeft(context: KeyContext) {
    #expect(context.message(for: .control("c")) == .quit)
  }

  /// On a narrow screen no line of keys or signs is cut: its end is on lines of its own, under its beginning.
  @Test(arguments: [40, 60, 80]) func longLinesOfSheetsWrap(_ width: Int) throws {
    var tutor = try Tutor(Samples.xor, size: Size(width: width, height: 24))
    let glyphs = tutor.model.glyphs
    for sheet in [helpSheet(tutor.model), legendSheet(tutor.model)] {
      #expect(sheet.groups.joined().allSatisfy { glyphs.columns(of: $0) <= width - 2 })
    }
    let words = legendSheet(tutor.model).groups.joined().map(\.plain).joined(separator: " ")
    #expect(
      words.split(separator: " ").joined(separator: " ").contains("with little room it leaves out"))
    tutor.press("?")
    #expect(tutor.screen.contains("Keys"))
  }

  @Test func charactersAreTypedOnlyWhereTextIsAsked() {
    #expect(
      KeyContext.all.filter(\.takesText) == [
        .homeSearching, .typing, .typingValue, .playgroundTyping, .glossarySearch, .drill,
      ])
    #expect(KeyContext.typing.message(for: "q") == .lesson(.type("q")))
  }

  @Test func theHelpNamesTheDigitsInOneLine() {
    let lines = helpLines(for: .choosing).map(\.plain)
    #expect(lines.count { $0.contains("Select a choice") } == 1)
    #expect(lines.contains { $0.hasPrefix("  1 … 9 ") })
    #expect(helpLines(for: .answering).map(\.plain).contains { $0.hasPrefix("  0 … 9 ") })
  }

  @Test func theHelpShowsEveryRow() {
    for context in KeyContext.all {
      let text = helpLines(for: context).map(\.plain).joined(separator: "\n")
      for binding in context.bindings { #expect(text.contains(binding.help)) }
    }
  }

  /// What help and documentation list.
  @Test func theReferenceHasEveryRow() {
    let helps = Set(KeyContext.reference.flatMap(\.rows).map(\.help))
    let contexts: [KeyContext] = [.lesson, .choosing, .answering, .sketching, .playground]
    for binding in contexts.flatMap(\.bindings) { #expect(helps.contains(binding.help)) }
  }

  /// The footer offers no other activation where no hidden layer has one.
  @Test func aKeyForHiddenLayersNeedsThem() throws {
    var line = Samples.xor
    line.layers.removeFirst()
    for (recipe, isOffered) in [(Samples.xor, true), (line, false)] {
      let tutor = try Tutor(recipe, size: Size(width: 160, height: 24))
      #expect(view(tutor.model).lines[23].contains("a activation") == isOffered)
      #expect(tutor.model.bindings.contains { $0.message == .workbench(.cycleActivation) })
    }
  }

  /// Whether a question is open or not, the smallest usual screen says how to get help, what a word means, and how to leave.
  @Test(arguments: [0, 1, 3]) func helpWordsAndQuitStayInTheFooter(page: Int) throws {
    let lesson = try #require(try Samples.lessons().first { $0.id == "activations" })
    let tutor = try Tutor(lesson, page: page)
    let footer = try #require(view(tutor.model).lines.last)
    for words in ["→ next", "p play", "+ η", "w words", "? help", "q quit"] {
      #expect(footer.contains(words), "page \(page + 1)")
    }
  }

  /// What a page tells to press is in the footer of the smallest usual screen.
  @Test func theFooterNamesTheKeysOfThePage() throws {
    let lesson = try #require(try Samples.lessons().first { $0.id == "xor" })
    let page = try #require(lesson.pages.firstIndex { $0.namedKeys.contains(.character("a")) })
    let footer = try #require(view(try Tutor(lesson, page: page).model).lines.last)
    for words in ["→ next", "a activation", "w words", "? help", "q quit"] {
      #expect(footer.contains(words), "\(footer)")
    }
    #expect(!lesson.pages[0].namedKeys.contains(.character("a")))
  }

  /// Keys that select and change settings are named where these are to be seen; else the key that shows them.
  @Test func theFooterLeadsToTheSettings() throws {
    let (narrow, wide) = (
      try #require(view(try Tutor(Samples.xor).model).lines.last),
      try #require(
        view(try Tutor(Samples.xor, size: Size(width: 160, height: 45)).model).lines.last)
    )
    #expect(narrow.contains("o settings") && !narrow.contains("→ change"))
    #expect(wide.contains("→ change") && wide.contains("↓ setting"))
  }

  /// What a wide screen adds stands among what a narrow one shows, whose order stays.
  @Test func aWiderFooterShowsMoreOfTheSameKeys() throws {
    func footer(_ width: Int) throws -> [String] {
      let tutor = try Tutor(Samples.xor, size: Size(width: width, height: 24))
      return view(tutor.model).lines[23].split(separator: "  ").map {
        String($0.drop { $0 == " " })
      }
    }
    let (narrow, wide) = (try footer(60), try footer(160))
    #expect(narrow.starts(with: ["o settings", "p play", "u update", "+ η"]))
    #expect(narrow.suffix(3) == ["w words", "? help", "q quit"])
    #expect(wide.filter(Set(narrow).contains) == narrow)
    #expect(wide.count > narrow.count + 6)
    for width in stride(from: 40, through: 200, by: 4) {
      #expect(try !footer(width).contains { $0.contains("…") })
    }
  }
}
