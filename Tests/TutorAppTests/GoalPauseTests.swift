import Experiments
import Lessons
import NeuralNetwork
import Testing
import Workbench

@testable import TutorApp

/// A playing run pauses at the update that reaches a page's goal, whatever its pace.
@Suite struct GoalPauseTests {
  /// A line whose loss is 8 · 0.36^n after n updates.
  private func lesson(_ goal: String) throws -> Lesson {
    let text = """
      ---
      format: 1
      title: A line
      summary: One weight.
      experiment:
        inputs: [[-2], [-1], [0], [1], [2]]
        targets: [[-4], [-2], [0], [2], [4]]
        layers: [{weights: [[0]], biases: false, activation: linear}]
        loss: mse
        optimizer: {name: sgd, lr: 0.1}
      ---

      ## Down

      Play.

      ```goal
      reach: \(goal)
      task: Get there.
      ```

      ```hint
      p plays.
      ```

      ```solution
      go: update 100
      ```
      """
    return try LessonParser.parse(
      SourceText(name: "01-line.md", text: text), panels: Panel.names)
  }

  /// Plays from the page's start until it pauses by itself, or has gone on for long.
  private func pauses(_ goal: String, at pace: Pace) throws -> Int? {
    let lesson = try lesson(goal)
    var loop = TrainingLoop()
    loop.perform(.load(lesson.workspace, acting: [], generation: 1))
    loop.perform(.aim(try #require(lesson.pages[0].goal)))
    loop.perform(.play(pace))
    while loop.isPlaying, loop.snapshot?.workspace.focusedRun.position.update ?? 0 < 500 {
      loop.trainIfDue()
    }
    return loop.isPlaying ? nil : loop.snapshot?.workspace.focusedRun.position.update
  }

  @Test(
    arguments: [
      ("update >= 100", 100), ("loss < 0.5", 3), ("loss < 0.5 and update >= 20", 20),
      ("loss < 0.5 and loss > 0.2 and update <= 60", 3), ("loss < 0", nil),
    ] as [(String, Int?)])
  func theFirstUpdateThatReachesItIsMet(goal: String, update: Int?) throws {
    #expect(try pauses(goal, at: .flatOut) == update)
    #expect(try pauses(goal, at: .racing) == update)
  }

  /// Once reached it holds nothing up: whoever plays on wants to go on.
  @Test func playingOnGoesOn() throws {
    let lesson = try lesson("update >= 3")
    var loop = TrainingLoop()
    loop.perform(.load(lesson.workspace, acting: [], generation: 1))
    loop.perform(.aim(try #require(lesson.pages[0].goal)))
    for update in [3, 4] {
      loop.perform(.play(.flatOut))
      loop.trainIfDue()
      while loop.isPlaying, update == 3 { loop.trainIfDue() }
      #expect(try #require(loop.snapshot).workspace.focusedRun.position.update >= update)
    }
    #expect(loop.isPlaying)
  }

  /// The page tells of it, and a page whose goal is reached sends nothing to wait for.
  @Test func thePageIsDone() throws {
    var tutor = try Tutor(lesson("update >= 3"))
    tutor.model.place?.isExploring = true
    tutor.perform([.send(.playTo(10))])
    #expect(tutor.run.position.update == 3)
    #expect(tutor.model.place?.goalWays == [0: .alone])
  }
}
