import Experiments
import Foundation
import Lessons
import NeuralNetwork
import TestProject
import Testing
import Workbench

@Suite struct LessonCheckTests {
  @Test func theSampleHolds() throws {
    #expect(try Samples.problems(replacing: "## Guess", with: "## Guess") == [])
  }

  @Test func aFalseClaimIsShownWithBothNumbers() throws {
    #expect(
      try Samples.problems(replacing: "    w: 0.8", with: "    w: 0.7") == [
        """
        01-line.md:40:8: Expected w = 0.7, but w is 0.8.
           40 |     w: 0.7
              |        ^
        """
      ])
  }

  @Test(arguments: [
    ("w: 0.8", "w: 0.84", false), ("w: 0.8", "w: 0.80", true), ("w: 0.8", "w: 1", true),
    ("w: 0.8", "w: 2", false), ("w: 0.8", "w: 0", false), ("w: 0.8", "update: 2", false),
    ("w: 0.8", "w: 8e-1", true), ("w: 0.8", "w: \"> 0.7\"", true),
    ("w: 0.8", "w: \"< 0.7\"", false),
    ("loss: 2.0", "loss: 2", true), ("loss: 2.0", "loss: 2.01", false),
    ("w: 0.8", "update: 1", true),
    ("w: 0.8", "w: learning_rate", false),
  ])
  func claimsAreAsExactAsTheyAreWritten(_ old: String, _ new: String, _ holds: Bool) throws {
    #expect(try Samples.problems(replacing: "  " + old, with: "  " + new).isEmpty == holds)
  }

  @Test func goalsMustNotBeReachedBeforehand() throws {
    let problems = try Samples.problems(replacing: "reach: w ≈ 2 ± 0.001", with: "reach: w ≈ 2 ± 3")
    #expect(problems.first?.contains("is reached before the learner does anything") == true)
  }

  @Test func solutionsMustReachTheirGoal() throws {
    let problems = try Samples.problems(
      replacing: "set: {learning_rate: 1}", with: "set: {learning_rate: 0.9}")
    #expect(
      problems.first?.contains(
        "The solution does not reach the goal: after update 1, w is 1.8 and update is 1.0.")
        == true)
  }

  @Test func waitsMustEnd() throws {
    let problems = try Samples.problems(
      replacing: "- go: 1 update\n  expect", with: "- go: until w > 3 within 20 updates\n  expect")
    #expect(problems.first?.contains("'w > 3' does not hold within 20 updates.") == true)
  }

  @Test func numbersMustExistInTheNetwork() throws {
    let problems = try Samples.problems(replacing: "{{w:2}}", with: "{{layer3.z[1]}}")
    #expect(
      problems.first?.hasPrefix(
        "01-line.md:20:39: There is no layer3.z[1] here: the network has the shape [1, 1].")
        == true)
  }

  @Test func proofsMustHold() throws {
    let proof = "after: 1 update\nproof: w > 1.2 and w < 1.3"
    #expect(try Samples.problems(replacing: "after: 1 update", with: proof) == [])
    let wrong = try Samples.problems(
      replacing: "after: 1 update", with: "after: 1 update\nproof: w > 1.3")
    #expect(wrong.first?.contains("Expected w > 1.3, but w is 1.28.") == true)
  }

  /// What is said to a wrong answer would never be said: w is 1.28 then, and 1.3 is right within 0.05.
  @Test func aWrongAnswerMustBeWrong() throws {
    #expect(
      try Samples.problems(replacing: "  1.6: Steps", with: "  1.3: Steps") == [
        """
        01-line.md:53:3: The wrong answer '1.3' would count as right: the right one is 1.28 ± 0.05.
           53 |   1.3: Steps grow smaller with the error.
              |   ^
        """
      ])
    #expect(try Samples.problems(replacing: "  1.6: Steps", with: "  1.34: Steps") == [])
  }

  /// Whoever sets the text measures it; without a measure nothing is said.
  @Test func textMustFitTheRoomItIsMeasuredFor() throws {
    let (source, lesson) = (Samples.source(Samples.lesson), try Samples.lesson())
    #expect(LessonCheck.problems(in: lesson, source: source).isEmpty)
    let room = PageRoom(columns: 37, rows: 19) { page, workspace in
      PageRoom.Extent(rows: page.title == "Guess" ? 20 : 19, columns: workspace.runs.count + 37)
    }
    let problems = LessonCheck.problems(in: lesson, source: source, room: room).map(\.message)
    #expect(problems.contains { $0.contains("20 rows of 37 columns, but 19 fit") })
    #expect(problems.contains { $0.contains("38 columns wide, but 37 fit") })
    #expect(problems.count { $0.contains("rows") } == 1)
  }

  @Test func everyLessonOfTheProgramHolds() throws {
    let folder = TestProject.root.appending(path: "lessons").path
    for file in try Folder.files(in: folder)
    where file.hasSuffix(".md") && file != Folder.guide {
      #expect(FileCheck.problems(path: "\(folder)/\(file)").map(\.description) == [])
    }
  }
}
