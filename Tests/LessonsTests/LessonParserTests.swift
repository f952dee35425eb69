import Experiments
import Lessons
import NeuralNetwork
import Testing
import Workbench

@Suite struct LessonParserTests {
  @Test func readsTheHead() throws {
    let lesson = try Samples.lesson()
    #expect(lesson.id == "line" && lesson.number == 1 && lesson.minutes == 7)
    #expect(lesson.title == "A line that learns")
    #expect(lesson.panels == ["data", "parabola", "loss"])
    #expect(lesson.names["w"]?.description == "layer1.w[1,1]")
    #expect(lesson.experiment.optimizer.learningRate == 0.4)
  }

  @Test func cutsPagesAtHeadingsAndBreaks() throws {
    let pages = try Samples.lesson().pages
    #expect(pages.map(\.title) == ["One weight", "One weight", "Guess", "Faster", "Side by side"])
    #expect(pages.map(\.line) == [18, 28, 44, 56, 73])
  }

  @Test func readsProseWithEmphasisAndNumbers() throws {
    let lesson = try Samples.lesson()
    guard case .paragraph(let text) = lesson.pages[0].blocks[0] else {
      Issue.record("no paragraph")
      return
    }
    #expect(text.plainText(on: lesson.workspace) == "The line is z = w x, and w is 0.00.")
    #expect(text.spans.contains(.text("z", .italic)))
    #expect(text.spans.contains(.text("w x", .code)))
    #expect(text.spans.contains(.text("w", .strong)))
  }

  @Test func readsTablesAndLists() throws {
    let lesson = try Samples.lesson()
    let workspace = try lesson.workspace(after: 1)
    guard case .table(let table) = lesson.pages[1].blocks[0],
      case .list(let items, let start) = lesson.pages[1].blocks[1]
    else {
      Issue.record("no table, no list")
      return
    }
    #expect(table.alignments == [.trailing, .center])
    #expect(table.rows.map { $0.map { $0.plainText(on: workspace) } } == [["1", "0.8"]])
    #expect(items.count == 2 && start == nil)
  }

  @Test func notesAreNotShown() throws {
    let blocks = try Samples.lesson().pages[4].blocks
    #expect(blocks.count == 2)
  }

  @Test func acceptsCarriageReturnsAndAByteOrderMark() throws {
    let text = "\u{FEFF}" + Samples.lesson.replacing("\n", with: "\r\n")
    let source = try SourceText(name: "01-line.md", bytes: Array(text.utf8))
    #expect(try LessonParser.parse(source).pages.count == 5)
  }

  @Test func textFromALessonCannotCommandATerminal() throws {
    let lesson = try Samples.lesson(replacing: "The line is", with: "\u{1B}[2J\u{9B}2J\u{202E}line")
    guard case .paragraph(let text) = lesson.pages[0].blocks[0] else { return }
    let plain = text.plainText(on: lesson.workspace)
    #expect(plain.hasPrefix("␛[2J�2J�line"))
  }

  @Test(arguments: [
    ("start", Move.start), ("forward layer 2", .phase(.forward(layer: 2))),
    ("forward", .allForward),
    ("loss", .phase(.loss)), ("backward layer 1", .phase(.backward(layer: 1))),
    ("backward", .allBackward),
    ("update", .update), ("update 6", .toUpdate(6)), ("epoch 3", .toEpoch(3)),
    ("3 updates", .ahead(3, .update)), ("1 epoch", .ahead(1, .epoch)),
    ("2 phases", .ahead(2, .phase)),
    ("back 2 updates", .back(2, .update)),
  ])
  func readsMoves(_ text: String, _ move: Move) throws {
    let changed = try Samples.lesson(
      replacing: "- go: 1 update\n  expect", with: "- go: \(text)\n  expect")
    #expect(changed.pages[1].actions[0].steps[0].deed as? Move == move)
  }

  @Test func readsWaits() throws {
    let lesson = try Samples.lesson(
      replacing: "- go: 1 update\n  expect",
      with: "- go: until loss < 0.8 and w > 0.1 within 50 updates\n  expect")
    guard case .until(let condition, let limit)? = lesson.pages[1].actions[0].steps[0].deed as? Move
    else {
      Issue.record("no wait")
      return
    }
    #expect(limit == 50)
    #expect(condition.terms.map(\.text) == ["loss < 0.8", "w > 0.1"])
  }
}
