import Lessons
import NeuralNetwork
import Testing
import Workbench

@Suite struct BenchTests {
  @Test func beatsAreTheSameForwardAndFromTheStart() throws {
    let lesson = try Samples.lesson()
    let first = try lesson.workspace(after: 0)
    let second = try lesson.workspace(after: 1, knowing: [0: first])
    let last = try lesson.workspace(after: 4, knowing: [0: first, 1: second])
    let again = try lesson.workspace(after: 4)
    #expect(last.runs.map(\.label) == ["slow", "fast"])
    #expect(last.runs.map(\.run.network) == again.runs.map(\.run.network))
    #expect(first.focusedRun.position == Position(update: 0))
    #expect(second.focusedRun.position.update == 1)
  }

  @Test func comparedRunsDifferInWhatIsSaidOnly() throws {
    let workspace = try Samples.lesson().workspace(after: 4)
    let (slow, fast) = (workspace.runs[0].run.experiment, workspace.runs[1].run.experiment)
    #expect(slow.optimizer.learningRate == 0.1 && fast.optimizer.learningRate == 0.8)
    var same = slow
    same.optimizer = fast.optimizer
    #expect(same == fast)
  }

  @Test func actionsMoveAllRunsAndChangeTheFocusedOne() throws {
    let lesson = try Samples.lesson(
      replacing: "go: 3 updates",
      with: "go: 3 updates\nfocus: fast\nset: {learning_rate: 0.5}\npanels: [loss]")
    let workspace = try lesson.workspace(after: 4)
    #expect(workspace.runs.map(\.run.position.update) == [3, 3])
    #expect(workspace.runs.map(\.run.baseLearningRate) == [0.1, 0.5])
    #expect(workspace.panels == ["loss"] && workspace.focusedLabel == "fast")
  }

  @Test func pruningSetsTheSmallestWeightsToZero() throws {
    let lesson = try Samples.lesson(
      replacing: "go: 3 updates",
      with:
        "experiment: {hidden: [4], seed: 3}\nprune: 0.5"
    )
    var workspace = lesson.workspace
    for step in lesson.pages[4].actions[0].steps.prefix(3) { try workspace.perform(step) }
    let run = workspace.focusedRun
    let weights = run.network.weights(layer: 1).elements + run.network.weights(layer: 2).elements
    #expect(weights.count { $0 == 0 } == 4)
    let before = try Run(run.experiment).network
    #expect(run.network == before.pruned(share: 0.5) && run.network != before)
  }

  @Test func aRunGoesAsFarAsEarlyStoppingLetsIt() throws {
    let lesson = try Samples.lesson(
      replacing: "go: 1 update\n  expect:\n    w: 0.8\n    loss: {value: 0.7, tolerance: 0.05}",
      with: """
        experiment:
            holdout: {inputs: [[1]], targets: [[1]]}
            early_stopping: {patience: 3}
          go: stop within 50 updates
        """)
    // The held-out point wants w = 1, and w is 0.8 after one update, 1.28 after two.
    #expect(try lesson.workspace(after: 1).focusedRun.position.update == 1)
  }

  @Test func resetsReturn() throws {
    let lesson = try Samples.lesson(
      replacing: "go: 3 updates", with: "go: 3 updates\nseal: true\nreset: lesson\nselect: w")
    let workspace = try lesson.workspace(after: 4)
    #expect(!workspace.isSealed)
    #expect(workspace.runs.count == 1 && workspace.focusedRun.position.update == 0)
    #expect(workspace.focusedRun.experiment == lesson.experiment)
    #expect(workspace.selected == .weight(layer: 1, unit: 1, input: 1))
  }

  @Test func theKeysOfTheAppWorkOnTheBench() throws {
    var workspace = try Samples.lesson().workspace
    workspace.toggleComparison()
    #expect(workspace.runs.map(\.label) == ["A", "B"] && workspace.focus == 1)
    workspace.forEachRun { $0.train(updates: 2) }
    workspace.changeFocusedRun { $0.apply(.learningRate(0.1)) }
    #expect(workspace.runs.map(\.run.baseLearningRate) == [0.4, 0.1])
    workspace.reseed(9)
    #expect(
      workspace.runs.allSatisfy { $0.run.experiment.seed == 9 && $0.run.position.update == 0 })
    workspace.toggleComparison()
    #expect(workspace.runs.count == 1)
  }

  @Test func refusalsOfTheEngineReachTheAuthor() throws {
    let problems = try Samples.problems(
      replacing: "set: {learning_rate: 1}", with: "set: {learning_rate: -1}")
    #expect(problems.first?.contains("The learning rate is -1.0") == true)
  }
}
