import Experiments
import Lessons
import Testing

/// Every message about a lesson, as it is read.
@Suite struct LessonDiagnosticsTests {
  @Test func showsPlaceLineAndCaret() throws {
    let problems = try Samples.problems(replacing: "activation: linear", with: "activaton: linear")
    #expect(
      problems.last == """
        01-line.md:10:24: A layer has no key 'activaton'. Did you mean 'activation'?
           10 |     - {weights: [[0]], activaton: linear}
              |                        ^
        """)
  }

  @Test(arguments: [
    ("titel: A", "title: A", "3:1: The head of a lesson has no key 'titel'. Did you mean 'title'?"),
    (
      "format: 2", "format: 1",
      "2:9: The lesson is written in format 2, but this program reads formats up to 1: use a newer version of the program."
    ),
    ("", "format: 1\n", "2:1: The head of a lesson needs 'format: 1'."),
    (
      "[data, parabole]", "[data, parabola, loss]",
      "15:16: There is no panel called 'parabole'. Did you mean 'parabola'?"
    ),
    (
      "w: layer1.wx[1,1]", "w: layer1.w[1,1]",
      "14:6: There is no quantity 'layer1.wx[1,1]'. Did you mean 'layer1.w[1,1]'?"
    ),
    (
      "loss: layer1.w[1,1]", "w: layer1.w[1,1]",
      "14:3: 'loss' is a quantity already: choose another name."
    ),
    (
      "needs: [Up]\npanels", "panels",
      "15:9: A lesson's name has small letters, digits and '-', 32 at most."
    ),
    (
      "{{w:x}}", "{{w:2}}",
      "20:39: Write {{loss}}, {{loss:6}} for six decimals, {{loss:e2}} for an exponent or {{accuracy:%}}."
    ),
    ("{{lss}}", "{{w:2}}", "20:39: There is no quantity 'lss'. Did you mean 'loss'?"),
    ("{{w", "{{w:2}}", "20:1: '{{' without '}}'."),
    ("The <i>line</i>", "The line", "20:1: HTML is not allowed: '<i>'."),
    ("![a](b.png)", "The line", "20:1: A terminal shows no images: describe it in words."),
    (
      "<div>\n</div>\n\nThe line", "The line",
      "20:1: HTML is not allowed; a note to authors goes in a 'note' block."
    ),
    ("```hnit\nMake", "```hint\nMake", "63:1: There is no directive 'hnit'. Did you mean 'hint'?"),
    (
      "# One weight", "## One weight", "18:1: The title stands in the head; pages begin with '## '."
    ),
    (
      "reset: all\ngo: 3 updates", "go: 3 updates",
      "79:8: There is no reset called 'all'. Known: run, lesson."
    ),
    (
      "go: 3 steps", "go: 3 updates",
      "79:5: '3 steps' leads nowhere. Examples: start, forward layer 1, loss, backward layer 1, update, 3 updates, back 1 update, update 6, epoch 3, until loss < 0.1 within 200 updates, stop within 500 updates."
    ),
    (
      "focus: fats\ngo: 3 updates", "go: 3 updates",
      "79:8: There is no run called 'fats'. Did you mean 'fast'?"
    ),
    (
      "select: loss\ngo: 3 updates", "go: 3 updates",
      "79:9: 'loss' is not a parameter: write a weight such as layer1.w[1,1]."
    ),
    (
      "set: {learning_rat: 1}", "set: {learning_rate: 1}",
      "69:9: Nothing is called 'learning_rat' here. Did you mean 'learning_rate'?"
    ),
    (
      "label: slow, learning_rate: 0.8", "label: fast, learning_rate: 0.8",
      "77:3: Two runs have the same label: give each its own."
    ),
    (
      "- {learning_rate: 0.8}", "- {label: fast, learning_rate: 0.8}",
      "78:5: A run of a comparison needs 'label'."
    ),
    (
      "reach: loss", "reach: w ≈ 2 ± 0.001 and update <= 2",
      "59:8: 'loss' is not a condition: write one such as 'loss < 0.001' or 'update == 3'."
    ),
    ("tolerance: much", "tolerance: 0.05", "50:12: Expected a tolerance, but found 'much'."),
    ("", "tolerance: 0.05\n", "48:9: An answer that is a quantity needs 'tolerance'."),
    (
      "", "because: The error shrinks by the factor 0.6.\n",
      "47:1: An 'ask' block with an answer needs 'because'."
    ),
    ("many: Steps", "1.6: Steps", "53:3: Expected a number as the wrong answer, but found 'many'."),
  ])
  func says(_ new: String, _ old: String, _ message: String) throws {
    let messages = try Samples.messages(replacing: old, with: new)
    #expect(messages.contains("01-line.md:\(message)"), "\(messages)")
  }

  @Test func everyPageNeedsWhatItPromises() throws {
    let hint = "```hint\nMake the learning rate larger with `+`.\n```\n"
    let solution = "```solution\n- go: start\n  set: {learning_rate: 1}\n- go: 1 update\n```\n"
    let goal =
      "```goal\nreach: w ≈ 2 ± 0.001 and update <= 2\ntask: Reach w = 2 in one step.\n```\n"
    #expect(
      try Samples.problems(replacing: hint, with: "").first?.contains("A goal needs a hint.")
        == true)
    #expect(
      try Samples.problems(replacing: solution, with: "").first?
        .contains("A goal needs a solution that reaches it.") == true)
    #expect(
      try Samples.problems(replacing: goal, with: "").map { $0.contains("in the same page") } == [
        true, true,
      ])
    #expect(
      try Samples.problems(replacing: goal, with: goal + goal).first?
        .contains("A page has one goal: begin the next with '---'.") == true)
    #expect(
      try Samples.problems(replacing: "## Guess\n", with: "## Nothing\n\n## Guess\n").first?
        .contains("The page 'Nothing' is empty.") == true)
  }

  @Test func findsEverythingInOnePass() throws {
    let text = Samples.lesson.replacing("title:", with: "titel:").replacing(
      "{{w:2}}", with: "{{los}}"
    )
    .replacing("go: 3 updates", with: "go: far")
    #expect(throws: Diagnostics.self) { try LessonParser.parse(Samples.source(text)) }
    do { _ = try LessonParser.parse(Samples.source(text)) } catch { #expect(error.list.count == 3) }
  }

  @Test(arguments: ["line.md", "1line.md", "01-Line.md", "01-line.txt", "01-.md"])
  func refusesFileNames(_ name: String) {
    #expect(throws: Diagnostics.self) {
      try LessonParser.parse(Samples.source(Samples.lesson, name: name))
    }
  }

  /// A lesson comes from anywhere: it must not look into the learner's files.
  @Test func lessonsReadNoFiles() throws {
    let problems = try Samples.problems(
      replacing: "inputs: [[-1], [-0.5], [0], [0.5], [1]]\n  targets: [[-2], [-1], [0], [1], [2]]",
      with: "data: {csv: /etc/passwd}")
    #expect(problems.first?.contains("A lesson reads no files") == true, "\(problems)")
    let change = try Samples.problems(
      replacing: "- go: 1 update\n", with: "- experiment: {data: {csv: /etc/passwd}}\n")
    #expect(change.first?.contains("A lesson reads no files") == true, "\(change)")
  }
}
