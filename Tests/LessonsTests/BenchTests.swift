import Lessons
import NeuralNetwork
import Testing

@Suite struct BenchTests {
  @Test func beatsAreTheSameForwardAndFromTheStart() throws {
    let lesson = try Samples.lesson()
    let first = try lesson.bench(after: 0)
    let second = try lesson.bench(after: 1, knowing: [0: first])
    let last = try lesson.bench(after: 4, knowing: [0: first, 1: second])
    let again = try lesson.bench(after: 4)
    #expect(last.runs.map(\.label) == ["slow", "fast"])
    #expect(last.runs.map(\.run.network) == again.runs.map(\.run.network))
    #expect(first.focusedRun.position == Position(update: 0))
    #expect(second.focusedRun.position.update == 1)
  }

  @Test func comparedRunsDifferInWhatIsSaidOnly() throws {
    let bench = try Samples.lesson().bench(after: 4)
    let (slow, fast) = (bench.runs[0].run.experiment, bench.runs[1].run.experiment)
    #expect(slow.optimizer.learningRate == 0.1 && fast.optimizer.learningRate == 0.8)
    var same = slow
    same.optimizer = fast.optimizer
    #expect(same == fast)
  }

  @Test func actionsMoveAllRunsAndChangeTheFocusedOne() throws {
    let lesson = try Samples.lesson(
      replacing: "go: 3 updates",
      with: "go: 3 updates\nfocus: fast\nset: {learning_rate: 0.5}\npanels: [loss]")
    let bench = try lesson.bench(after: 4)
    #expect(bench.runs.map(\.run.position.update) == [3, 3])
    #expect(bench.runs.map(\.run.baseLearningRate) == [0.1, 0.5])
    #expect(bench.panels == ["loss"] && bench.focusedLabel == "fast")
  }

  @Test func resetsReturn() throws {
    let lesson = try Samples.lesson(
      replacing: "go: 3 updates", with: "go: 3 updates\nreset: lesson\nselect: w")
    let bench = try lesson.bench(after: 4)
    #expect(bench.runs.count == 1 && bench.focusedRun.position.update == 0)
    #expect(bench.focusedRun.experiment == lesson.experiment)
    #expect(bench.selected == .weight(layer: 1, unit: 1, input: 1))
  }

  @Test func theKeysOfTheAppWorkOnTheBench() throws {
    var bench = try Samples.lesson().bench
    bench.toggleComparison()
    #expect(bench.runs.map(\.label) == ["A", "B"] && bench.focus == 1)
    bench.forEachRun { $0.train(updates: 2) }
    bench.changeFocusedRun { $0.apply(.learningRate(0.1)) }
    #expect(bench.runs.map(\.run.baseLearningRate) == [0.4, 0.1])
    bench.reseed(9)
    #expect(bench.runs.allSatisfy { $0.run.experiment.seed == 9 && $0.run.position.update == 0 })
    bench.toggleComparison()
    #expect(bench.runs.count == 1)
  }

  @Test func refusalsOfTheEngineReachTheAuthor() throws {
    let problems = try Samples.problems(
      replacing: "set: {learning_rate: 1}", with: "set: {learning_rate: -1}")
    #expect(problems.first?.contains("The learning rate is -1.0") == true)
  }
}
