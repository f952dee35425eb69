import NeuralNetwork
import Testing
import Workbench

@testable import Lessons

/// Curves that are drawn before the run goes.
@Suite struct CurveTests {
  private static let ask = """
    predict: curve
    answer: falls
    after: 20 updates
    because: The error shrinks by the factor 0.6.
    wrong: {flat: w moves., falls then rises: It never turns.}
    """

  private func problems(_ ask: String) throws -> [Substring] {
    try Samples.messages(replacing: Samples.askedNumber, with: ask)
  }

  @Test(arguments: [
    ([3, 2, 1, 1, 0, 0, 0, 0], "falls"), ([4, 4, 4, 4, 4, 4, 4, 4], "flat"),
    ([4, 4, 4, 4, 3, 2, 1, 1], "flat then falls"), ([4, 5, 6, 7, 8, 8, 8, 8], "rises"),
    ([4, 6, 8, 6, 4, 4, 4, 4], "rises"), ([3, 2, 1, 1, 1, 2, 2, 3], "falls then rises"),
    ([3, 2, 1, 3, 1, 0, 0, 0], "falls"), ([8, 8, 8, 8, 8, 8, 4, 0], "flat then falls"),
    ([2, 4, 6, 8, 8, 8, 8, 8], "falls then rises"), ([3, 3, 3, 3, 3, 3, 3, 3], "falls"),
  ])
  func aDrawingHasAShape(heights: [Int], shape: String) {
    #expect(CurveSketch(heights).shape.name == shape)
  }

  @Test func everyShapeIsDrawnAsItself() {
    for shape in CurveShape.all {
      #expect(CurveSketch(shape.sketch).shape == shape)
      #expect(CurveSketch(shape.name)?.shape == shape)
      #expect(CurveSketch(CurveSketch(shape.sketch).text)?.heights == shape.sketch)
    }
  }

  @Test func whatIsTypedIsAShapeOrEightHeights() {
    #expect(CurveSketch("3 2 2 1 1 1 0 0")?.heights == [3, 2, 2, 1, 1, 1, 0, 0])
    #expect(CurveSketch("32211100")?.heights == [3, 2, 2, 1, 1, 1, 0, 0])
    #expect(CurveSketch("Falls, then rises")?.shape.name == "falls then rises")
    for text in ["", "3 2 2", "9 9 9 9 9 9 9 9", "soars", "3 2 2 1 1 1 0 0 0", "-1 2 2 1 1 1 0 0"] {
      #expect(CurveSketch(text) == nil, "\(text)")
    }
  }

  @Test func thePenCarriesTheCurveAlong() {
    var sketch = CurveSketch()
    sketch.move(up: -1)
    sketch.move(right: 1)
    sketch.move(up: -2)
    #expect(sketch.heights == [3, 1, 1, 1, 1, 1, 1, 1])
    // What was drawn before is mended alone.
    sketch.move(right: -5)
    sketch.move(up: 9)
    #expect(sketch.heights == [8, 1, 1, 1, 1, 1, 1, 1] && sketch.column == 0)
    sketch.move(right: 99)
    sketch.move(up: 1)
    #expect(sketch.heights == [8, 1, 1, 1, 1, 1, 1, 2])
  }

  @Test func aCurveIsJudgedByItsShape() throws {
    #expect(try problems(Self.ask) == [])
    let lesson = try Samples.lesson(replacing: Samples.askedNumber, with: Self.ask)
    let question = try #require(lesson.pages[2].question)
    let workspace = try lesson.workspace(after: 2)
    func judged(_ text: String) -> Answer? { question.judgment(typed: text, on: workspace) }
    #expect(judged("3 2 1 1 0 0 0 0")?.isRight == true)
    #expect(
      judged("flat")
        == Answer(text: "flat: 4 4 4 4 4 4 4 4", isRight: false, remark: "w moves."))
    #expect(judged("rises")?.remark == "Yours: rises.")
    #expect(judged("up") == nil)
    #expect(question.judgment(typed: "flat: 4 4 4 4 4 4 4 4", on: workspace) == judged("flat"))
    #expect(question.outcome(on: workspace).answer == "falls")
    #expect(question.kind.mostTries == 2 && question.asked.map(\.kind) == [.loss])
  }

  @Test func theCheckHoldsTheAnswerAgainstTheRun() throws {
    let wrong = try problems(Self.ask.replacing("answer: falls", with: "answer: rises"))
    #expect(
      wrong.contains { $0.contains("answer is 'rises', but the curve's shape is 'falls'") },
      "\(wrong)")
    let short = try problems(Self.ask.replacing("20 updates", with: "4 updates"))
    #expect(short.contains { $0.contains("8 updates or more") }, "\(short)")
    let open = try problems(Self.ask.replacing("20 updates", with: "until loss < 0.1"))
    #expect(open.contains { $0.contains("whose end is known") }, "\(open)")
  }

  @Test(arguments: [
    ("answer: falls\n", "answer: soars\n", "There is no shape called 'soars'."),
    ("predict: curve", "predict: cruve", "There is no prediction called 'cruve'."),
    ("flat: w", "flta: w", "There is no shape called 'flta'."),
    ("flat: w moves.", "falls: w moves.", "This is the right answer."),
    ("after: 20 updates\n", "", "A curve is drawn before it runs"),
    ("answer: falls\n", "answer: falls\nchoices: [a, b]\n", "A curve has no choices."),
    ("answer: falls\n", "answer: falls\nof: gain\n", "There is no loss called 'gain'."),
  ])
  func whatIsWrongIsSaid(old: String, new: String, message: String) throws {
    let problems = try problems(Self.ask.replacing(old, with: new))
    #expect(problems.contains { $0.contains(message) }, "\(problems)")
  }
}
