import Testing

@testable import NeuralNetwork

@Suite struct HistoryTests {
  /// Going back costs the replay from the keyframe before: at most one interval, however long the run.
  @Test func backByOneAfterManyUpdatesReplaysFew() throws {
    var run = try Run(Samples.journeys[0].experiment)
    run.train(updates: 100_000)
    run.rewind(by: .update)
    #expect(run.position.update == 99_999)
    #expect(99_999 - run.keyframes.nearest(to: 99_999).update <= run.keyframes.interval)
  }

  @Test func keyframesStayWithinTheBudget() throws {
    var run = try Run(Samples.journeys[0].experiment)
    run.train(updates: 100_000)
    let keyframes = run.keyframes.keyframes
    #expect(keyframes.count <= 64)
    #expect(keyframes.map(\.byteCount).reduce(0, +) <= Run.historyBudget)
  }
}
