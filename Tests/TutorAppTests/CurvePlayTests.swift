import Experiments
import Lessons
import NeuralNetwork
import TerminalCanvas
import Testing
import Workbench

@testable import TutorApp

/// A loss that is drawn before it runs.
@Suite struct CurvePlayTests {
  /// Of a flat run whose curve lies between two heights both are right, and no others.
  @Test(arguments: [
    ("4 3 3 3 3 3 3 3", true), ("4 4 4 4 4 4 4 4", true), ("3 2 1 1 0 0 0 0", false),
    ("5 5 5 5 5 5 5 5", false), ("falls", false),
  ])
  func aFlatRunLiesBetweenTwoHeights(drawing: String, isRight: Bool) throws {
    let lesson = try #require(try Samples.lessons().first { $0.id == "vanishing" })
    let question = try #require(lesson.pages[0].question)
    #expect(question.judgment(typed: drawing, on: lesson.workspace)?.isRight == isRight)
  }

  private static let lesson = """
    ---
    format: 1
    title: A line
    summary: One weight.
    minutes: 1
    experiment:
      inputs: [[1]]
      targets: [[2]]
      layers: [{weights: [[0]], biases: false, activation: linear}]
      loss: mse
      learning_rate: 0.05
    panels: [loss, data]
    ---

    ## One

    Look.

    ```ask
    question: Draw it.
    predict: curve
    answer: falls
    after: 40 updates
    because: It shrinks.
    wrong: {flat: It moves.}
    ```

    ## Two

    The end.

    """

  private func tutor(size: Size = Size(width: 80, height: 24)) throws -> Tutor {
    try Tutor(LessonParser.parse(SourceText(name: "01-line.md", text: Self.lesson)), size: size)
  }

  private func text(_ tutor: Tutor) -> String {
    LessonText.lines(tutor.model, width: 200).map(\.plain).joined(separator: "\n")
  }

  private func panel(_ tutor: Tutor, _ glyphs: GlyphSet = .ascii) -> String {
    tutor.lines(.loss, 60, 12, glyphs).joined(separator: "\n")
  }

  @Test func theArrowsDrawAndEnterCommits() throws {
    var tutor = try tutor()
    #expect(tutor.model.keyContext == .sketching)
    #expect(tutor.screen.contains("arrows draw, Enter commits"))
    tutor.press(.down, .right, .down, .right, .down)
    #expect(tutor.screen.contains("3 2 1 1 1 1 1 1  falls"))
    #expect(tutor.run.position.update == 0)
    tutor.press(.enter)
    #expect(tutor.run.position.update == 40)
    #expect(tutor.screen.contains("Right. It shrinks."))
    #expect(tutor.model.place?.predictions[0]?.last?.text == "falls: 3 2 1 1 1 1 1 1")
    #expect(tutor.model.keyContext == .lesson)
  }

  @Test func aMissGetsItsSentenceAndOneMoreTry() throws {
    var tutor = try tutor()
    tutor.press(.right, .enter)
    #expect(text(tutor).contains("Not quite. It moves. One more try."))
    #expect(tutor.run.position.update == 0)
    tutor.press(.up, .enter)
    #expect(
      text(tutor).contains("you drew: rises · the run: falls\n✗ Missed. Yours: rises.\nIt shrinks.")
    )
    #expect(tutor.run.position.update == 40)
  }

  @Test func passingIsFree() throws {
    var tutor = try tutor()
    tutor.press(.enter)
    #expect(
      tutor.model.notice == "Draw the curve first: arrows draw, Enter commits; n twice passes")
    tutor.press("n", "n")
    #expect(
      tutor.screen.contains("  the run: falls") && tutor.screen.contains("Passed. It shrinks."))
    #expect(tutor.run.position.update == 40 && tutor.model.drawnCurve == nil)
    tutor.press("n")
    #expect(tutor.model.place?.page == 1)
  }

  /// The drawn curve has its own sign, lies behind the real one, and goes with the page.
  @Test(arguments: GlyphSet.allCases) func theDrawnCurveStandsBehindTheReal(
    glyphs: GlyphSet
  ) throws {
    var tutor = try tutor()
    #expect(panel(tutor, glyphs).contains("?"))
    for _ in 0..<8 { tutor.press(.up, .right) }
    tutor.press(.enter, .right, .enter)
    #expect(tutor.run.position.update == 40)
    #expect(panel(tutor, glyphs).filter { $0 == "?" }.count >= CurveSketch.columns)
    tutor.press("n")
    #expect(!panel(tutor, glyphs).contains("?"))
  }

  @Test func theAxesHoldWhatCanBeDrawn() throws {
    var tutor = try tutor()
    for _ in 0..<4 { tutor.press(.up) }
    let rows = tutor.lines(.loss, 60, 24, .ascii)
    // The loss at the beginning is 4, and the top is twice as much.
    let drawn = try #require(rows.firstIndex { $0.contains("?") })
    let below = try #require(rows.firstIndex { $0.contains("7.5 +") })
    #expect(drawn == below - 1, "\(rows)")
    #expect(rows.last?.contains("40") == true)
  }

  @Test func aPlainTutorTakesAShapeOrHeights() throws {
    for (lines, said) in [
      (["falls"], "Right. It shrinks."), (["3 2 1 1 0 0 0 0"], "Right. It shrinks."),
      (["flat", "falls"], "Right, at the second try."), (["pass"], "Passed. It shrinks."),
      (["3 2"], "'3 2' is not a curve; type falls then rises, or eight heights"),
    ] {
      var (input, output) = (lines[...], "")
      let model = try tutor().model
      var plain = PlainTutor(model, write: { output += $0 + "\n" })
      plain.run { input.popFirst() }
      #expect(output.contains("Type how it goes: falls then rises, flat then falls"))
      #expect(output.contains(said), "\(output)")
    }
  }

  @Test func aTranscriptHoldsIt() throws {
    let lesson = try LessonParser.parse(SourceText(name: "01-line.md", text: Self.lesson))
    var tutor = try Tutor(lesson)
    tutor.model.beginTranscript()
    tutor.press(.right, .enter, .down, .right, .down, .enter)
    let lines = try #require(tutor.model.transcript?.lines)
    #expect(lines.contains("answer 'flat: 4 4 4 4 4 4 4 4': wrong"), "\(lines)")
    #expect(lines.contains("answer 'falls: 3 2 2 2 2 2 2 2': right"), "\(lines)")
    #expect(lines.contains("the answer: falls"), "\(lines)")
  }

  /// What was drawn in an earlier session is there again, behind its run.
  @Test func whatWasDrawnIsKept() throws {
    var tutor = try tutor()
    tutor.press(.down, .enter)
    let progress = tutor.model.progress
    let lesson = try LessonParser.parse(SourceText(name: "01-line.md", text: Self.lesson))
    var again = try Tutor(lesson)
    again.model.path = [LessonScene(lesson: lesson, progress: progress).moved(to: 0)]
    again.perform(again.model.start())
    #expect(again.model.drawnCurve?.sketch.heights == Array(repeating: 3, count: 8))
    #expect(again.model.drawnCurve?.isOpen == false)
  }
}
