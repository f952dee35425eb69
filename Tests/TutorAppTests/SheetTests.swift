import Experiments
import NeuralNetwork
import SeededRandom
import TerminalCanvas
import Testing

@testable import TutorApp

/// Texts in pages that lie over the screen: the keys, and the signs.
@Suite struct SheetTests {
  /// Groups of lines, each with its own name on it.
  private func groups(_ seed: Int) -> [[StyledText]] {
    var random = SeededRandom(seed: UInt64(seed))
    return (0..<Int.random(in: 1...9, using: &random)).map { group in
      (0..<Int.random(in: 1...14, using: &random)).map { StyledText("\(group).\($0)") }
    }
  }

  // MARK: - Pages

  /// Every line is on one page, in its order; no page is too tall or empty.
  @Test(arguments: 0..<12) func everyLineIsOnOnePage(seed: Int) {
    let groups = groups(seed)
    for height in 1...40 {
      let pages = Sheet(title: "", groups: groups).pages(height: height)
      #expect(pages.flatMap { $0 } == groups.flatMap { $0 }, "\(height)")
      #expect(pages.allSatisfy { !$0.isEmpty && $0.count <= height }, "\(height)")
    }
  }

  /// A group is cut only where it would leave more than a quarter of a page empty, or is taller than a page.
  @Test(arguments: 0..<12) func groupsStayTogetherWhereTheyCan(seed: Int) {
    let groups = groups(seed)
    for height in 4...40 {
      let pages = Sheet(title: "", groups: groups).pages(height: height)
      for (index, group) in groups.enumerated() {
        let parts = pages.map { page in page.filter { $0.plain.hasPrefix("\(index).") }.count }
        let used = parts.filter { $0 > 0 }
        guard used.count > 1, group.count <= height, let first = parts.firstIndex(where: { $0 > 0 })
        else { continue }
        #expect(
          used[0] > max(2, height / 4), "group \(index) of \(groups.map(\.count)) at \(height)")
        #expect(pages[first].count == height)
      }
    }
  }

  @Test func nothingIsAPageToo() {
    #expect(Sheet(title: "", groups: []).pages(height: 5).count == 1)
    #expect(Sheet(title: "", groups: [["a"]]).pages(height: 0) == [["a"]])
  }

  /// The place among the pages is said, and a page that is none is the nearest.
  @Test func thePageIsSaid() {
    let sheet = Sheet(title: "Keys", groups: [(0..<10).map { StyledText("line \($0)") }])
    func drawn(_ page: Int, _ height: Int) -> [String] {
      var canvas = Canvas(size: Size(width: 60, height: height))
      drawPaged(sheet, page: page, on: &canvas)
      return canvas.lines
    }
    #expect(drawn(0, 5)[0] == " Keys  page 1 of 3, → for more  Esc closes")
    #expect(drawn(2, 5) == [" Keys  page 3 of 3  Esc closes", " line 8", " line 9", "", ""])
    #expect(drawn(99, 5) == drawn(2, 5) && drawn(-4, 5) == drawn(0, 5))
    #expect(drawn(0, 20)[0] == " Keys  Esc closes")
  }

  /// On a wide screen as many columns as can be read well stand beside each other, each line in one of them.
  @Test func columnsStandBesideEachOther() {
    #expect([80, 124, 125, 190, 200].map(Sheet.columns(in:)) == [1, 1, 2, 3, 3])
    let sheet = Sheet(
      title: "Keys", groups: [(0..<10).map { StyledText("line \($0)") }], columns: 2)
    var canvas = Canvas(size: Size(width: 40, height: 5))
    drawPaged(sheet, page: 0, on: &canvas)
    #expect(canvas.lines[0] == " Keys  page 1 of 2, → for more  Esc cl…")
    #expect(canvas.lines[1] == " line 0              line 4")
    drawPaged(sheet, page: 1, on: &canvas)
    #expect(canvas.lines[2] == " line 9")
    #expect(Array(sheet.screens(height: 4).joined().joined()) == sheet.groups[0])
  }

  // MARK: - What the program shows so

  /// Going through the help with a key shows every row of it, on any screen, and ends at its last page.
  @Test(arguments: [(80, 24), (40, 8), (120, 40), (30, 3)])
  func everyRowOfTheHelpIsReached(width: Int, height: Int) throws {
    var tutor = try Tutor(
      #require(Preset.named("xor")), size: Size(width: width, height: height))
    let rows = helpSheet(tutor.model).groups.flatMap { $0 }.map(\.plain)
    tutor.press("?")
    var seen: [String] = []
    for _ in 0..<rows.count * 10 {
      seen += view(tutor.model).lines.dropFirst().filter { !$0.isEmpty }
      let before = tutor.screen
      tutor.press(.right)
      if tutor.screen == before { break }
    }
    let missing = rows.filter { row in
      !row.isEmpty && !seen.contains { $0.dropFirst().hasPrefix(row.prefix(min(24, width - 2))) }
    }
    #expect(missing.isEmpty, "\(missing)")
    tutor.press(.left, .escape)
    #expect(tutor.model.overlay == nil)
  }

  /// The legend has a group for each panel on the screen, and the line of time the last.
  @Test(arguments: Preset.all.map(\.name)) func theLegendIsOfWhatIsShown(name: String) throws {
    let tutor = try Tutor(#require(Preset.named(name)), size: Size(width: 140, height: 45))
    let heads = legendSheet(tutor.model).groups.compactMap { $0.first?.plain }
    let shown = tutor.model.layout.placements.map(\.panel)
      .filter { !$0.legend(tutor.model).isEmpty }
    #expect(heads == shown.map { $0.title(in: tutor.model) } + ["time"])
    for group in legendSheet(tutor.model).groups {
      let columns = group.dropFirst().dropLast(2).map { line in
        line.spans.count > 1 ? line.spans.first?.text.prefix(2) : nil
      }
      #expect(columns.allSatisfy { $0 == nil || $0 == "  " })
    }
  }
}

/// Keys in other places.
@Suite struct KeyMapTests {
  /// Letters of the program's keys, each in the place of another.
  private func shuffled(_ seed: Int) throws -> (KeyMap, [Character]) {
    var random = SeededRandom(seed: UInt64(seed))
    let letters: [Character] = Array("uUeEpcrsjkxXwzL")
    let places = letters.shuffled(using: &random)
    let pairs = zip(letters, places).map { "\($0): \($1)" }.joined(separator: ", ")
    let configuration = try Configuration(
      SourceText(name: "config.yaml", text: "keys: {\(pairs)}"))
    return (configuration.keys, letters)
  }

  /// Whatever the places: the key in another place means what it meant, in every context, and none is lost.
  @Test(arguments: 0..<6) func everyKeyIsFoundInItsPlace(seed: Int) throws {
    let (map, letters) = try shuffled(seed)
    for letter in letters {
      let key = Key.character(letter)
      #expect(map.meaning(of: map.place(of: key)) == key)
    }
    for context in KeyContext.all where !context.takesText {
      for key in context.bindings.flatMap(\.keys) {
        let meant = map.meaning(of: map.place(of: key)).flatMap(context.message)
        #expect(meant == context.message(for: key), "\(context): \(key.label)")
      }
    }
  }

  /// A whole session is the same with its keys in other places.
  @Test(arguments: 0..<3) func aSessionIsTheSame(seed: Int) throws {
    let (map, letters) = try shuffled(seed)
    var random = SeededRandom(seed: UInt64(seed))
    let keys = (0..<60).compactMap { _ in letters.randomElement(using: &random) }
    var (plain, moved) = (try Tutor(Samples.xor), try Tutor(Samples.xor))
    moved.model.keyMap = map
    for letter in keys where letter != "p" {
      plain.perform(update(&plain.model, key: .character(letter)))
      moved.perform(update(&moved.model, key: map.place(of: .character(letter))))
    }
    #expect(moved.model.workspace.hasNumbers(of: plain.model.workspace))
    #expect(moved.model.look == plain.model.look)
  }

  /// What is typed is meant as it stands, wherever its keys are.
  @Test func whatIsTypedStays() throws {
    var tutor = try Tutor(#require(Preset.named("xor")))
    tutor.model.keyMap = try shuffled(1).0
    tutor.perform(update(&tutor.model, key: ":"))
    for character in "step 3" { tutor.perform(update(&tutor.model, key: .character(character))) }
    #expect(tutor.model.playground?.entry?.text == "step 3")
    tutor.perform(update(&tutor.model, key: .enter))
    #expect(tutor.run.position.update == 3)
  }

  /// The place that a key has left means nothing, and that is said.
  @Test func aPlaceThatWasLeftMeansNothing() throws {
    var tutor = try Tutor(Samples.line)
    tutor.model.configure(
      try Configuration(SourceText(name: "config.yaml", text: "keys: {u: F7, Space: F8}")))
    tutor.perform(update(&tutor.model, key: "u"))
    #expect(tutor.run.position.update == 0)
    #expect(tutor.model.notice == "u means nothing here; ? lists the keys")
    tutor.perform(update(&tutor.model, key: .function(7)))
    #expect(tutor.run.position.update == 1 && tutor.model.notice == nil)
  }

  @Test(arguments: [
    ("Space", Key.character(" ")), ("space", .character(" ")), ("F12", .function(12)),
    ("f1", .function(1)), ("^c", .control("c")), ("^C", .control("c")), ("PgUp", .pageUp),
    ("S-Tab", .backTab), ("é", .character("é")), ("F13", nil), ("", nil), ("^", .character("^")),
    ("^1", nil), ("Ctrl-c", nil), ("ab", nil),
  ])
  func labelsAreRead(text: String, key: Key?) { #expect(Key(label: text) == key) }
}
