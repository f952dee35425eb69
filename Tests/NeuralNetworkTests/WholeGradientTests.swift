import Testing

@testable import NeuralNetwork

/// A gradient that has a name is over all samples, whatever the next update works on.
@Suite struct WholeGradientTests {
  private static let names = [
    "grad_norm", "layer1.grad_norm", "layer1.bias_grad_norm", "layer2.grad_norm",
    "layer1.w[1,1].grad", "layer2.b[1].grad", "layer1.w[1,1].numeric",
  ]

  private func value(_ name: String, in run: Run) throws -> Double {
    let quantity = try #require(Quantity(parsing: name))
    return try #require(quantity.value(in: run))
  }

  private func recipe(_ batches: BatchRecipe, l2: Double = 0) -> Experiment {
    var recipe = Samples.xor([[1, -0.5], [-1, 1]], [1, 0.5])
    (recipe.batches, recipe.l2) = (batches, l2)
    return recipe
  }

  /// The same parameters have the same gradients, taken sample by sample or all at once.
  @Test(arguments: names, [0, 0.01])
  func batchesMakeNoDifference(name: String, l2: Double) throws {
    var single = try Run(recipe(.size(1, isShuffled: false), l2: l2))
    single.train(updates: 5)
    var full = try Run(recipe(.full, l2: l2))
    for index in full.network.parameterIndices {
      #expect(full.apply(.parameter(index, single.network[index])) == nil)
    }
    let (one, other) = (try value(name, in: single), try value(name, in: full))
    #expect(abs(one - other) < 1e-9, "\(one) \(other)")
    #expect(other != 0)
  }

  /// The gradient of the next batch has a name of its own.
  @Test func theBatchHasANameOfItsOwn() throws {
    let run = try Run(recipe(.size(1, isShuffled: false)))
    // The first sample is (0, 0), which no weight of the first layer feels.
    #expect(try value("layer1.w[1,1].grad", in: run) != 0)
    #expect(try value("batch.layer1.w[1,1].grad", in: run) == 0)
    #expect(try value("batch.layer1.w[1,1].numeric", in: run) == 0)
    #expect(try value("batch.layer1.grad_norm", in: run) == 0)
    #expect(try value("batch.grad_norm", in: run) == run.step.totalGradientNorm)
    for name in ["batch.loss", "batch.layer1.a[1]", "batch.sample1.layer1.a[1]", "batch"] {
      #expect(Quantity(parsing: name) == nil, "\(name)")
    }
  }

  /// What counts as success is not decided by the sample that comes next.
  @Test func goalsAreAboutAllSamples() throws {
    let gradient = try #require(Quantity(parsing: "layer1.w[1,1].grad"))
    let goal = TrialGoal(reading: [gradient]) { $0(gradient) == 0 }
    let trial = try Trial(recipe(.size(1, isShuffled: false)), .updates(0), goal: goal)
    #expect(trial.isSuccess == false)
  }

  /// Dropout makes a gradient a matter of chance: it is left out, as the diagnoses leave it out.
  @Test func dropoutIsLeftOut() throws {
    var dropped = recipe(.full)
    dropped.layers[0].dropout = .init(rate: 0.5)
    let (run, plain) = (try Run(dropped), try Run(recipe(.full)))
    #expect(abs(try value("grad_norm", in: run) - value("grad_norm", in: plain)) < 1e-12)
  }

  /// All who ask where a run stands share one walk; where it has moved nothing of that is left.
  @Test func oneWalkIsEnough() throws {
    var run = try Run(recipe(.size(1, isShuffled: false)))
    let copy = run
    let before = try value("grad_norm", in: run)
    let figures = try #require(copy.stepCache.seen(\.figures))
    #expect(try value("layer1.grad_norm", in: copy) == figures.layers[0].weightNorm)
    run.train(updates: 5)
    #expect(run.stepCache.seen(\.figures) == nil && copy.stepCache.seen(\.figures) != nil)
    let after = try value("grad_norm", in: run)
    #expect(after != before)
    #expect(run.apply(.parameter(.bias(layer: 2, unit: 1), 3)) == nil)
    #expect(try value("grad_norm", in: run) != after)
  }

  /// How good the network is, too, is found out once, and anew where it is another one.
  @Test func onePassIsEnough() throws {
    var run = try Run(recipe(.size(1, isShuffled: false)))
    let (copy, before) = (run, run.scores(on: .training))
    #expect(copy.stepCache.seen(\.scores) == before)
    #expect(run.apply(.parameter(.bias(layer: 2, unit: 1), 3)) == nil)
    #expect(run.stepCache.seen(\.scores) == nil && run.scores(on: .training) != before)
    #expect(copy.scores(on: .training) == before)
  }

  /// What is frozen has a gradient, too, but no part in the one that training follows.
  @Test(arguments: [BatchRecipe.full, .size(1, isShuffled: false)])
  func frozenParametersDoNotCount(_ batches: BatchRecipe) throws {
    var recipe = recipe(batches)
    recipe.layers[0].trainable = []
    recipe.layers[1].trainable = .weights
    let run = try Run(recipe)
    for prefix in ["", "batch."] {
      #expect(
        try value(prefix + "grad_norm", in: run) == value(prefix + "layer2.grad_norm", in: run))
    }
  }
}
