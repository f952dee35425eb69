import NeuralNetwork
import Testing

@Suite struct LossHistoryTests {
  @Test func bucketsCoverEveryUpdateOnceInBoundedMemory() throws {
    var run = try Run(Samples.journeys[3].experiment)
    for updates in [1, 2, 100, 153, 1, 5000, 12_345] {
      run.train(updates: updates)
      let buckets = run.curve.buckets
      #expect(buckets.count <= LossHistory.capacity)
      #expect(buckets.first?.firstUpdate == 0)
      #expect(buckets.last?.lastUpdate == run.position.update - 1)
      for (left, right) in zip(buckets, buckets.dropFirst()) {
        #expect(left.lastUpdate + 1 == right.firstUpdate)
      }
    }
  }

  @Test func aBucketKeepsTheExtremes() throws {
    var run = try Run(Samples.journeys[0].experiment)
    var losses: [Double] = []
    for _ in 0..<1000 {
      losses.append(run.step.loss)
      run.advance(by: .update)
    }
    for bucket in run.curve.buckets {
      let covered = losses[bucket.firstUpdate...bucket.lastUpdate]
      #expect(bucket.minimum == covered.min())
      #expect(bucket.maximum == covered.max())
      #expect(bucket.last == covered.last)
    }
  }

  @Test func lossesInOneGoAreLossesOneByOne() throws {
    var (alone, together) = (
      try Run(Samples.journeys[0].experiment), try Run(Samples.journeys[0].experiment)
    )
    for updates in [1, 2, 63, 64, 65, 130, 1000] {
      for _ in 0..<updates { alone.train(updates: 1) }
      together.train(updates: updates)
      #expect(together.curve == alone.curve)
    }
  }
}
