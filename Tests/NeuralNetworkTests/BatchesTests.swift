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

  @Test(arguments: [BatchRecipe.full, .size(3, isShuffled: false), .explicit([[0, 1], [2, 3]])])
  func `batches in the order of the samples are read where these lie`(_ recipe: BatchRecipe) throws
  {
    var run = try Run(Self.xor(recipe))
    if recipe == .full {
      #expect(Self.address(of: run.step.inputs) == Self.address(of: run.dataset.inputs))
    }
    run.advance(by: .update, count: run.updatesPerEpoch - 1)
    let (trainer, samples) = (run.step.trainer, run.step.sampleIndices)
    #expect(trainer.inputs == Self.address(of: run.dataset.inputs).map { $0 + 2 * samples[0] })
    #expect(trainer.targets == Self.address(of: run.dataset.targets).map { $0 + samples[0] })
    #expect(trainer.arena.copies == nil, "there is room for copies")
    #expect(run.step.inputs == run.dataset.inputs.selecting(rows: samples))
    #expect(run.step.targets == run.dataset.targets.selecting(rows: samples))
  }

  @Test(arguments: [BatchRecipe.size(4, isShuffled: true), .explicit([[0, 2, 1, 3]])])
  func `batches in another order are copied together`(_ recipe: BatchRecipe) throws {
    let run = try Run(Self.xor(recipe))
    let (trainer, samples) = (run.step.trainer, run.step.sampleIndices)
    #expect(trainer.inputs == Kernels.Input(trainer.arena.batch.inputs))
    #expect(run.step.inputs == run.dataset.inputs.selecting(rows: samples))
    #expect(run.step.targets == run.dataset.targets.selecting(rows: samples))
  }

  private static func xor(_ batches: BatchRecipe) -> Experiment {
    Experiment(
      data: .named(.xor), layers: [LayerRecipe(units: 1, activation: .sigmoid)],
      loss: .binaryCrossEntropy, optimizer: Optimizer(.sgd, learningRate: 0.5), batches: batches)
  }

  private static func address(of samples: Matrix) -> Kernels.Input? {
    samples.elements.withUnsafeBufferPointer(\.baseAddress)
  }
}
