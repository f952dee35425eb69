import Experiments
import Lessons
import TerminalCanvas
import Testing
import Workbench

@testable import TutorApp

/// A lesson's blocks as lines of a width, and what of them is left where there is little room.
@Suite struct BlockSetterTests {
  /// Its lines, without what stands above and the blanks behind them.
  private func lines(_ text: String, width: Int = 30, _ glyphs: GlyphSet = .braille) throws
    -> [String]
  {
    try styled(text, width: width, glyphs).map { line in
      String(line.plain.reversed().drop { $0 == " " }.reversed())
    }
  }

  private func styled(_ text: String, width: Int = 30, _ glyphs: GlyphSet = .braille) throws
    -> [StyledText]
  {
    let (page, workspace) = try Samples.page(text)
    let setter = PageText(page: page, workspace: workspace, width: width, glyphs: glyphs)
    return Array(setter.body.dropFirst(2))
  }

  // MARK: - Blocks

  @Test func aParagraphIsBrokenBetweenWords() throws {
    #expect(
      try lines("The quick brown fox jumps over the lazy dog.", width: 20) == [
        "The quick brown fox", "jumps over the lazy", "dog.",
      ])
    #expect(try lines("one\\\ntwo") == ["one", "two"])
  }

  @Test func listsAreIndented() throws {
    #expect(
      try lines("- one and two and three\n- four\n\n  - five and six and seven", width: 16) == [
        "• one and two", "  and three", "• four", "  • five and six", "    and seven",
      ])
    #expect(
      try lines("9. nine\n10. ten and then some", width: 14) == [
        "9. nine", "10. ten and", "    then some",
      ])
  }

  @Test func quotesHaveABarAtEveryLine() throws {
    #expect(
      try lines("> one two three four\n> five\n>\n> - six", width: 12) == [
        "│ one two", "│ three four", "│ five", "│ • six",
      ])
  }

  /// Columns stand where the author put them, with their numbers filled in.
  @Test func tablesAreAligned() throws {
    let text = """
      | name | right | middle |
      |---|--:|:-:|
      | w | {{w}} | a |
      | b, the bias | {{layer1.b[1]:3}} | b c d |
      """
    #expect(
      try lines(text, width: 40) == [
        "name         right  middle", "w                0    a", "b, the bias  0.500  b c d",
      ])
    // Nothing stands behind the last column.
    #expect(try lines(text, width: 26) == lines(text, width: 40))
    #expect(
      try lines(text, width: 14) == ["name         …", "w            …", "b, the bias  …"])
    let header = try #require(try styled(text, width: 40).first)
    #expect(header.spans.allSatisfy { $0.style.attributes.contains(.bold) })
  }

  /// Cells of wide characters and of characters with a stand-in keep their columns.
  @Test(arguments: GlyphSet.allCases) func wideCellsKeepTheirColumns(glyphs: GlyphSet) throws {
    let rows = try styled("| η | x |\n|--:|---|\n| 漢字 | y |\n| ∂E | z |", glyphs)
    let ends = rows.map { line -> Int in
      let plain = line.plain
      let cell = plain.split(separator: " ").last.map(String.init) ?? ""
      return glyphs.columns(of: String(plain.prefix { String($0) != cell }))
    }
    #expect(Set(ends).count == 1, "\(rows.map(\.plain))")
  }

  @Test func codeKeepsItsLinesAndIsCut() throws {
    #expect(
      try lines("```\nw  = {{w:2}}\n\n    deep and far to the right\n```", width: 20) == [
        "  w  = 0.00", "", "      deep and far …",
      ])
  }

  // MARK: - Words

  /// Emphasis is more than color: bold, underlined, and numbers of the run bold.
  @Test func emphasisIsSeenWithoutColor() throws {
    let line = try #require(try styled("a **b** *c* `d` {{w}}").first)
    let styles = Dictionary(
      line.spans.map { ($0.text.filter { $0 != " " }, $0.style) },
      uniquingKeysWith: { first, _ in first })
    #expect(styles["b"] == Style(.text, .bold) && styles["c"] == Style(.text, .underlined))
    #expect(styles["d"] == Style(.accent) && styles["0"] == Style(.accent, .bold))
    #expect(styles["a"] == .text)
  }

  /// As long as the page's workspace is being worked out, its numbers are open.
  @Test func numbersWaitForTheirWorkspace() throws {
    let (page, workspace) = try Samples.page("w is {{w}}, b is {{layer1.b[1]}}.")
    func text(_ workspace: Workspace?) -> String? {
      PageText(page: page, workspace: workspace, width: 40, glyphs: .braille).body.last?.plain
    }
    #expect(text(nil) == "w is …, b is ….")
    #expect(text(workspace) == "w is 0, b is 0.5.")
  }

  /// Whatever the width, no line is longer, nothing is lost of a paragraph, and everything is drawn.
  @Test(arguments: [1, 3, 8, 13, 37, 100])
  func everyWidthIsKept(width: Int) throws {
    let lessons = try Samples.lessons()
    for lesson in lessons.prefix(5) {
      for page in lesson.pages {
        for glyphs in GlyphSet.allCases {
          let text = PageText(
            page: page, workspace: lesson.workspace, width: width, glyphs: glyphs)
          // The words that stand where an answer is typed are no narrower than they are.
          let isWide = width >= 37
          let lines =
            text.body + text.dials(DialLine.all(of: page)) + (isWide ? text.question() : [])
            + text.goal(way: nil)
          let widest = lines.map { glyphs.columns(of: $0) }.max() ?? 0
          #expect(widest <= max(width, 8), "\(lesson.id): \(page.title)")
        }
      }
    }
  }

  // MARK: - A page's height

  /// The rows that the check promises are those that are drawn.
  @Test(arguments: [37, 60]) func heightsAreThoseOfTheLines(width: Int) throws {
    for lesson in try Samples.lessons() {
      for page in lesson.pages {
        let text = PageText(
          page: page, workspace: lesson.workspace, width: width, glyphs: .braille)
        let rows =
          text.body.count + text.dials(DialLine.all(of: page)).count + text.question().count
          + text.goal(way: nil).count
        #expect(text.unansweredHeight == rows)
        #expect(text.height >= rows || page.goal != nil || page.question != nil)
        let wide = text.body.map { GlyphSet.braille.columns(of: $0) }.max() ?? 0
        #expect(text.unbreakableWidth <= width || wide <= width, "\(lesson.id): \(page.title)")
      }
    }
  }

  /// A click finds the choice whose words stand in the row.
  @Test func rowsOfChoicesAreTheirs() throws {
    for lesson in try Samples.lessons() {
      for page in lesson.pages {
        guard let kind = page.question?.kind as? ChoiceQuestion else {
          continue
        }
        let text = PageText(
          page: page, workspace: lesson.workspace, width: 37, glyphs: .braille)
        let (rows, lines) = (
          text.choiceRows, text.body + text.dials(DialLine.all(of: page)) + text.question()
        )
        #expect(rows.count == kind.choices.count + 1)
        for (index, row) in rows.enumerated() {
          let first = lines[row.lowerBound].plain
          #expect(first.dropFirst(2).hasPrefix(kind.labels[index]), "\(first)")
        }
        #expect(zip(rows, rows.dropFirst()).allSatisfy { $0.upperBound == $1.lowerBound })
      }
    }
  }
}
