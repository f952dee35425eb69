import Experiments
import NeuralNetwork
import Testing
import Workbench

@testable import Lessons

/// Where `go` leads, way by way.
@Suite struct MoveTests {
  private func read(_ text: String) -> (move: Move?, messages: [String]) {
    let context = LessonContext(SourceText(name: "01-a.md", text: text), panels: [])
    let move = MoveParser(context: context, position: .start).move(text)
    return (move, context.diagnostics.map(\.message))
  }

  @Test(arguments: [
    ("start", Move.start), ("loss", .phase(.loss)), ("update", .update), ("forward", .allForward),
    ("backward", .allBackward), ("forward layer 2", .phase(.forward(layer: 2))),
    ("backward layer 1", .phase(.backward(layer: 1))), ("update 6", .toUpdate(6)),
    ("update 0", .toUpdate(0)), ("epoch 3", .toEpoch(3)), ("1 update", .ahead(1, .update)),
    ("3 updates", .ahead(3, .update)), ("2 epochs", .ahead(2, .epoch)),
    ("4 phases", .ahead(4, .phase)), ("back 1 phase", .back(1, .phase)),
    ("back 3 updates", .back(3, .update)), ("stop within 500 updates", .toStop(within: 500)),
    ("1000000 updates", .ahead(1_000_000, .update)), ("  3   updates ", .ahead(3, .update)),
  ])
  func waysAreRead(text: String, move: Move) {
    let (read, messages) = read(text)
    #expect(read == move && messages.isEmpty, "\(messages)")
  }

  @Test(arguments: [
    "", "0 updates", "-1 updates", "3.5 updates", "back 1", "back 0 updates", "forward layer 0",
    "forward lair 1", "forward layer 1 2", "forward 1", "update x", "update -1", "epoch", "3",
    "1000001 updates", "stop within 5 epochs", "stop after 5 updates", "3 parsecs",
    "until loss < 0.1 within soon", "until loss < 0.1 within 5", "until loss < 0.1 within 5 epochs",
  ])
  func otherWaysLeadNowhere(text: String) {
    let (move, messages) = read(text)
    #expect(move == nil && messages.count == 1)
    #expect(messages.first?.contains("leads nowhere. Examples: start, forward layer 1,") == true)
  }

  /// What is waited for has a limit, its own or the usual one.
  @Test func aWaitHasALimit() throws {
    let below = try Condition(parsing: "loss < 0.1", name: "test")
    func limit(_ text: String) -> Int? {
      guard case .until(let condition, let limit)? = read(text).move else { return nil }
      #expect(condition.text == below.text)
      return limit
    }
    #expect(limit("until loss < 0.1 within 200 updates") == 200)
    #expect(limit("until loss < 0.1") == 10_000)
    #expect(
      read("until lss < 0.1").messages.first?.hasPrefix("There is no quantity 'lss'.") == true)
    #expect(read("until").messages.count == 1)
  }
}

/// What a condition asks, at its edge and on both sides of it.
@Suite struct ConditionTests {
  /// The sample's line, whose weight is 0 before the first update and whose loss is 2.
  private func holds(_ text: String) throws -> Bool {
    try Condition(parsing: text, name: "test").holds(on: Samples.lesson().workspace)
  }

  @Test(arguments: [
    ("<", [false, false, true]), ("<=", [false, true, true]), ("≤", [false, true, true]),
    (">", [true, false, false]), (">=", [true, true, false]), ("≥", [true, true, false]),
    ("=", [false, true, false]), ("==", [false, true, false]), ("!=", [true, false, true]),
    ("≠", [true, false, true]),
  ])
  func relationsAtTheirEdge(sign: String, expected: [Bool]) throws {
    #expect(try ["1.9", "2", "2.1"].map { try holds("loss \(sign) \($0)") } == expected)
    #expect(try ["1.9", "2", "2.1"].map { try holds("loss\(sign)\($0)") } == expected)
  }

  @Test(arguments: [
    ("loss ≈ 2.2 ± 0.25", true), ("loss ≈ 2.2 ± 0.1", false), ("loss ≈ 1.75 +- 0.25", true),
    ("loss ≈ 2.0", true), ("loss ≈ 2.04", false), ("loss ≈ 2.4", false), ("loss ≈ 2", true),
  ])
  func nearIsWithinATolerance(text: String, isNear: Bool) throws {
    #expect(try holds(text) == isNear)
  }

  @Test(arguments: [
    ("loss > 1 and loss < 3", true), ("loss > 1 and loss < 2", false),
    ("loss > 3 and loss < 4", false), ("update = 0 and loss = 2 and epoch = 0", true),
    ("loss > layer1.w[1,1]", true), ("layer1.w[1,1] >= loss", false), ("loss > 150 %", true),
    ("loss > 250%", false), ("layer1.w[1,1] > −1", true), ("loss < 2e1", true),
  ])
  func allTermsMustHold(text: String, isTrue: Bool) throws {
    #expect(try holds(text) == isTrue)
  }

  @Test(arguments: [
    ("", "Write a condition such as 'loss < 0.001'."),
    ("and", "Write a condition such as 'loss < 0.001'."),
    ("loss", "'loss' is not a condition: write one such as 'loss < 0.001' or 'update == 3'."),
    ("loss <", "'loss <' is not a condition: write one such as 'loss < 0.001' or 'update == 3'."),
    ("< 2", "'< 2' is not a condition: write one such as 'loss < 0.001' or 'update == 3'."),
    ("loss < 1e999", "The number '1e999' is too large."),
    ("lss < 1", "There is no quantity 'lss'. Did you mean 'loss'?"),
    (
      "layer1.w[0,0] > 0",
      "There is no quantity 'layer1.w[0,0]'. Layers, units, inputs and samples count from 1."
    ),
    (
      "sample0.layer1.a[1] > 0",
      "There is no quantity 'sample0.layer1.a[1]'. Layers, units, inputs and samples count from 1."
    ),
    (
      "accuracy > 90", "'accuracy' is a share, 1 at most: '90 %' stands for 90 in a hundred."
    ),
    ("loss < 1 or w > 2", "Terms are joined by 'and' alone: 'loss < 1 or w > 2' has an 'or'."),
    ("loss ≈ epoch", "'loss ≈ epoch' needs a tolerance: 'layer1.w[1,1] ≈ 2 ± 0.01'."),
    ("loss ≈ 2 ± -1", "'loss ≈ 2 ± -1' needs a tolerance: 'layer1.w[1,1] ≈ 2 ± 0.01'."),
    ("loss ≈ 2 ± few", "'loss ≈ 2 ± few' needs a tolerance: 'layer1.w[1,1] ≈ 2 ± 0.01'."),
  ])
  func whatIsNoConditionIsSaid(text: String, message: String) throws {
    do {
      _ = try Condition(parsing: text, name: "test")
      Issue.record("'\(text)' was taken")
    } catch { #expect(error.list.map(\.message) == [message]) }
  }

  /// A number that is written shortly stands for all that round to it.
  @Test(arguments: [
    ("2", 2e-9), ("0.5", 0.05), ("0.50", 0.005), ("1.5e-3", 0.5e-4), ("3e2", 3e-7), ("12", 1.2e-8),
  ])
  func aNumberToleratesItsRounding(text: String, tolerance: Double) throws {
    let known = try #require(Literal.tolerance(of: text))
    #expect(abs(known / tolerance - 1) < 1e-6)
  }
}

/// What a goal still lacks, relation by relation.
@Suite struct ShortfallTests {
  @Test(arguments: [
    ("w > 1", "w is 0, not above 1"), ("w >= 1", "w is 0, still below 1"),
    ("loss < 2", "loss is 2, not below 2"), ("loss <= 1.5", "loss is 2, still above 1.5"),
    ("w = 1", "w is 0, not within 0.5 of 1"), ("w != 0", "w is 0, still 0"),
    ("update = 1", "update is 0, not 1"),
    ("w ≈ 1 ± 0.5", "w is 0, not within 0.5 of 1"), ("w > loss", "w is 0, not above loss (2)"),
    ("accuracy > 0.5", "there is no accuracy here"),
    ("layer1.w[1,1] > 1", "the weight from input 1 to unit 1 of layer 1 is 0, not above 1"),
    ("layer1.dead > 5", "the number of dead units of layer 1 is 1, not above 5"),
    ("learning_rate > 0.75", "η is 0.4, not above 0.75"),
    ("w > 1 and loss < 2 and update < 5", "w is 0, not above 1, and loss is 2, not below 2"),
  ])
  func theMissIsSaid(condition: String, words: String) throws {
    let lesson = try Samples.lesson(
      replacing: "reach: w ≈ 2 ± 0.001 and update <= 2", with: "reach: \(condition)")
    let goal = try #require(lesson.pages[3].goal)
    #expect(goal.shortfall(on: lesson.workspace) == "Not yet: \(words).")
    #expect(!goal.isReached(on: lesson.workspace))
  }

  /// What came too late is reached only from the start.
  @Test func aDeadlineIsPartOfTheGoal() throws {
    let lesson = try Samples.lesson(
      replacing: "reach: w ≈ 2 ± 0.001 and update <= 2", with: "reach: w > 1\nwithin: 2")
    let goal = try #require(lesson.pages[3].goal)
    #expect(goal.deadline == 2)
    var workspace = lesson.workspace
    try workspace.go(.ahead(2, .update), at: .init(line: 1))
    #expect(goal.isReached(on: workspace), "w is 1.28 after two updates")
    try workspace.go(.ahead(1, .update), at: .init(line: 1))
    #expect(!goal.isReached(on: workspace))
    #expect(
      goal.shortfall(on: workspace)
        == "Not yet: it was to be done by update 2, and this is update 3; r begins again.")
  }

  /// Without words of its author a goal says its condition.
  @Test func aGoalWithoutWordsSaysItsCondition() throws {
    let lesson = try Samples.lesson(
      replacing: "\ntask: Reach w = 2 in one step.", with: "")
    let text = lesson.pages[3].goal?.text.plainText(on: lesson.workspace)
    #expect(text == "Reach w ≈ 2 ± 0.001 and update <= 2.")
  }
}
