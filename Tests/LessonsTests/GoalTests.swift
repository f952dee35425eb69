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

  @Test func aReachedGoalLacksNothing() throws {
    let lesson = try Samples.lesson()
    var workspace = try lesson.workspace(after: 3)
    for action in lesson.pages[3].solution { try workspace.perform(action) }
    #expect(lesson.pages[3].goal?.shortfall(on: workspace) == nil)
  }
}
