import Testing

@testable import NeuralNetwork

struct BatchesTests {
  @Test func `a full batch holds every sample in order`() {
    let batches = Batches(.full, samples: 3)
    #expect(batches.order == [0, 1, 2] && batches.bounds == [0, 3])
    #expect(batches.count == 1 && batches.largest == 3 && batches.areOne)
  }

  @Test(arguments: [(4, [0, 4, 8, 10]), (5, [0, 5, 10]), (10, [0, 10]), (.max, [0, 10])])
  func `mini-batches keep the last samples too`(size: Int, bounds: [Int]) {
    let batches = Batches(.size(size, isShuffled: true), samples: 10)
    #expect(batches.bounds == bounds && batches.largest == min(size, 10))
    // One batch in another order each epoch is not one batch.
    #expect(!batches.areOne)
    #expect(Batches(.size(size, isShuffled: false), samples: 10).areOne == (size >= 10))
  }

  @Test func `batches that are written out may be of any length`() {
    let batches = Batches(.explicit([[2, 0], [1], [3, 3, 1]]), samples: 4)
    #expect(batches.order == [2, 0, 1, 3, 3, 1] && batches.bounds == [0, 2, 3, 6])
    #expect(batches.count == 3 && batches.largest == 3 && !batches.areOne)
  }
}
