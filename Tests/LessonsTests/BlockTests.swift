import Experiments
import Testing
import Workbench

@testable import Lessons

/// What becomes of Markdown, kind by kind, and what has no place in a lesson.
@Suite struct BlockTests {
  private static let place = "- one step\n- the loss is {{loss:4}}"

  /// The blocks of the page whose list a text takes the place of, in front of its `do`.
  private func blocks(_ text: String) throws -> [Block] {
    let lesson = try Samples.lesson(replacing: Self.place, with: text)
    return Array(lesson.pages[1].blocks.dropFirst().dropLast())
  }

  private func words(_ block: Block) -> [String] { block.texts.map(\.literal) }

  // MARK: What is read

  @Test func aParagraphIsOneLineOfWords() throws {
    let blocks = try blocks("One\ntwo *three\nfour* and\\\nfive {{w}}.")
    #expect(blocks.map(words) == [["One two three four and\nfive 0."]])
  }

  @Test(arguments: [
    ("**a** *b* `c` d", ["a", " ", "b", " ", "c", " d"], "s_i_c_"),
    ("***a***", ["a"], "s"), ("*a **b***", ["a ", "b"], "is"),
    ("[a *b*](http://x.y) c", ["a ", "b", " c"], "_i_"),
    ("`**a** *b*`", ["**a** *b*"], "c"), ("a \\*b\\* c", ["a *b* c"], "_"),
    ("&amp; &lt;b&gt;", ["& <b>"], "_"), ("2 * 3 * 4", ["2 * 3 * 4"], "_"),
    ("snake_case_name", ["snake_case_name"], "_"), ("{a} }} b", ["{a} }} b"], "_"),
  ])
  func wordsStandOutAsTheAuthorSays(text: String, stretches: [String], emphasis: String) throws {
    guard case .paragraph(let inline)? = try blocks(text).first else {
      Issue.record("no paragraph")
      return
    }
    let letters: [InlineText.Emphasis: String] = [
      .plain: "_", .strong: "s", .italic: "i", .code: "c",
    ]
    let spans = inline.spans.compactMap { span in
      if case .text(let text, let emphasis) = span { (text, letters[emphasis] ?? "?") } else { nil }
    }
    #expect(spans.map(\.0) == stretches)
    #expect(spans.map(\.1).joined() == emphasis)
  }

  @Test func headingsBelowPagesAreBlocks() throws {
    let blocks = try blocks("### One {{w}}\n\n#### Two")
    #expect(blocks.map(words) == [["One 0"], ["Two"]])
    for block in blocks {
      if case .heading = block { continue }
      Issue.record("\(block) is no heading")
    }
  }

  @Test(arguments: [("3. a\n4. b", 3), ("1) a\n2) b", 1), ("- a\n- b", nil), ("* a\n* b", nil)])
  func listsKnowTheirFirstNumber(text: String, start: Int?) throws {
    guard case .list(let items, let first)? = try blocks(text).first else {
      Issue.record("no list")
      return
    }
    #expect(items.map { $0.map(words) } == [[["a"]], [["b"]]] && first == start)
  }

  @Test func listsAndQuotesHoldBlocks() throws {
    let blocks = try blocks("- a\n\n  - b {{w}}\n\n  > c\n  >\n  > d\n")
    guard case .list(let items, _)? = blocks.first, let item = items.first,
      case .list = item[1], case .quote(let quoted) = item[2]
    else {
      Issue.record("\(blocks)")
      return
    }
    #expect(item.map(words) == [["a"], ["b 0"], ["c", "d"]] && quoted.count == 2)
  }

  @Test(arguments: BlockParser.languages + [""]) func codeKeepsItsLines(language: String) throws {
    let blocks = try blocks("```\(language)\n  a *b*\n\n\tw = {{w}}\n```")
    guard case .code(let lines, let named)? = blocks.first else {
      Issue.record("\(blocks)")
      return
    }
    #expect(lines.map(\.literal) == ["  a *b*", "", "    w = 0"] && named == language)
  }

  @Test func aTableHasAsManyCellsInEachRow() throws {
    let blocks = try blocks("| a | b | c |\n|:--|:-:|--:|\n| 1 |\n| 1 | *2* | {{w}} | 4 |")
    guard case .table(let table)? = blocks.first else {
      Issue.record("\(blocks)")
      return
    }
    #expect(table.alignments == [.leading, .center, .trailing])
    #expect(table.header.map(\.literal) == ["a", "b", "c"])
    #expect(table.rows.map { $0.map(\.literal) } == [["1", "", ""], ["1", "2", "0"]])
  }

  /// The deepest nesting that is read, and one more.
  @Test func nestingHasALimit() throws {
    let deepest = String(repeating: "> ", count: BlockParser.deepest - 1) + "a"
    #expect(try blocks(deepest).map(words) == [["a"]])
    #expect(
      try Samples.messages(replacing: Self.place, with: "> " + deepest)
        == ["01-line.md:34:1: Nested too deep."])
  }

  // MARK: What is not

  @Test(arguments: [
    ("- a\n\n  ---\n", "36:1: A break has no place inside a list or quote."),
    ("> ---", "34:1: A break has no place inside a list or quote."),
    (
      "- a\n\n  ```ask\n  question: a\n  ```",
      "36:1: 'ask' has no place here: put it at the left edge, outside lists and hints."
    ),
    ("- a <br>", "34:1: HTML is not allowed: '<br>'."),
    ("| a |\n|---|\n| ![b](c) |", "36:1: A terminal shows no images: describe it in words."),
    ("| a |\n|---|\n| {{w |", "36:1: '{{' without '}}'."),
    ("a\nb {{lss}}", "35:3: There is no quantity 'lss'. Did you mean 'loss'?"),
    (
      "a {{}}",
      "34:3: There is no quantity ''."
    ),
    ("```rust\nlet a = 1;\n```", "34:1: There is no directive 'rust'."),
    ("```yml\na: 1\n```", "34:1: There is no directive 'yml'. Did you mean 'yaml'?"),
    ("## \n\na", "34:1: Give the page a heading."),
    ("## a {{w}}\n\nb", "34:1: A heading cannot hold numbers."),
    ("a\n\n---\n\n---\n\nb", "36:1: The page 'One weight' is empty."),
  ])
  func whatHasNoPlaceIsSaid(text: String, message: String) throws {
    let messages = try Samples.messages(replacing: Self.place, with: text)
    #expect(messages.count == 1)
    #expect(messages.first?.hasPrefix("01-line.md:" + message) == true, "\(messages)")
  }

  /// Words in the head are one paragraph.
  @Test(arguments: ["a\n\nb", "# a", "- a", "> a", ""]) func aValueIsOneParagraph(text: String) {
    let context = LessonContext(SourceText(name: "01-a.md", text: text), panels: [])
    let read = InlineParser(context: context, line: 1).text(text)
    #expect(read.spans.isEmpty)
    #expect(context.diagnostics.map(\.message) == ["Write one paragraph of plain text here."])
  }
}
