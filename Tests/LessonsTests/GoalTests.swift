import Experiments
import Lessons
import NeuralNetwork
import Testing
import Workbench

@Suite struct GoalTests {
  /// w starts at 0.8, after one update, and keeps 0.6 of what is left with each further one; update 2 is the last allowed.
  @Test(arguments: [
    (0, "Not yet: w is 0.8, not within 0.001 of 2."),
    (3, "Not yet: w is 1.741, not within 0.001 of 2, and update is 4, still above 2."),
  ])
  func whatIsMissingIsSaidWithItsNumbers(_ updates: Int, _ sentence: String) throws {
    let lesson = try Samples.lesson()
    let goal = try #require(lesson.pages[3].goal)
    var workspace = try lesson.workspace(after: 3)
    if updates > 0 { try workspace.go(.ahead(updates, .update), at: SourcePosition(line: 1)) }
    #expect(goal.shortfall(on: workspace) == sentence)
  }

  /// Past the last update that is allowed nothing else counts.
  @Test func whatComesTooLateIsSaidToBeLate() throws {
    let lesson = try Samples.lesson(
      replacing: "reach: w ≈ 2 ± 0.001 and update <= 2", with: "reach: w > 9\nwithin: 2")
    let goal = try #require(lesson.pages[3].goal)
    var workspace = try lesson.workspace(after: 3)
    #expect(goal.shortfall(on: workspace) == "Not yet: w is 0.8, not above 9.")
    try workspace.go(.ahead(3, .update), at: SourcePosition(line: 1))
    #expect(
      goal.shortfall(on: workspace)
        == "Not yet: it was to be done by update 2, and this is update 4; r begins again.")
  }

  /// What equals a number is what would be rounded to it, as in `expect`: w is 0.8 after one update, the loss 0.72.
  @Test(arguments: [
    ("layer1.w[1,1] = 1", true), ("layer1.w[1,1] = 2", false), ("layer1.w[1,1] == 1.0", false),
    ("layer1.w[1,1] = 0.8", true), ("loss = 0.7", true), ("loss ≈ 0.7", true),
    ("loss ≈ 0.7 ± 0.01", false), ("loss != 0.7", false), ("loss != 0.8", true),
    ("loss = 72%", true), ("loss = 71%", false), ("loss = 100%", false), ("loss = 0", false),
    ("update = 1", true), ("update = 1.4", false), ("update != 2", true),
    ("loss = data_loss", true), ("loss = layer1.w[1,1]", false),
  ])
  func equalIsWhatWouldBeRoundedToIt(_ text: String, _ holds: Bool) throws {
    var run = try Samples.lesson().workspace.focusedRun
    run.train(updates: 1)
    #expect(try Condition(parsing: text, name: "test").holds(on: run) == holds)
  }

  @Test func aReachedGoalLacksNothing() throws {
    let lesson = try Samples.lesson()
    var workspace = try lesson.workspace(after: 3)
    for action in lesson.pages[3].solution { try workspace.perform(action) }
    #expect(lesson.pages[3].goal?.shortfall(on: workspace) == nil)
  }
}
