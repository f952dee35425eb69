import CKernels
import Testing

@testable import NeuralNetwork

extension KernelVariantTests {
  struct LaneTrainerTests {
    private static let recipes: [Experiment] = [
      recipe(.relu, .sigmoid, .binaryCrossEntropy, Optimizer(.sgd, learningRate: 0.1)),
      recipe(.tanh, .tanh, .meanSquaredError, Optimizer(.adam, learningRate: 0.02)),
      recipe(.sigmoid, .linear, .halfMeanSquaredError, Optimizer(.momentum, learningRate: 0.05)),
      recipe(.leakyRelu, .sigmoid, .huber, Optimizer(.adamw, learningRate: 0.02)),
      recipe(.linear, .relu, .meanAbsoluteError, Optimizer(.rmsprop, learningRate: 0.01)),
    ]

    private static func recipe(
      _ hidden: Activation, _ output: Activation, _ loss: Loss, _ optimizer: Optimizer
    ) -> Experiment {
      Experiment(
        data: .named(.moons, DatasetOptions(samples: 11, noise: 0.1)),
        layers: [
          LayerRecipe(units: 5, activation: hidden),
          LayerRecipe(units: 3, activation: hidden, hasBiases: false),
          LayerRecipe(units: 1, activation: output),
        ], loss: loss, optimizer: optimizer, schedule: .exponential(gamma: 0.999))
    }

    private func runs(of recipe: Experiment, seeds: Range<UInt64>) throws -> [Run] {
      try seeds.map { seed in
        var recipe = recipe
        recipe.seed = seed
        return try Run(recipe)
      }
    }

    @Test(arguments: recipes.indices, 0..<dk_variant_count())
    func `eight at a time give the bits of one after the other`(index: Int, variant: Int) throws {
      try KernelVariantTests.using(variant) { try expectSame(Self.recipes[index]) }
    }

    private func expectSame(_ recipe: Experiment) throws {
      var together = try runs(of: recipe, seeds: 1..<12)
      #expect(LaneTrainer.goesTogether(together[0], with: together[7]))
      for updates in [600, 1, 5] {
        var single = together
        Run.train(&together, updates: updates)
        for position in single.indices { single[position].train(updates: updates) }
        for (run, other) in zip(together, single) {
          #expect(run.step == other.step && run.previousStep == other.previousStep)
          #expect(run.curve == other.curve && run.position == other.position)
        }
      }
      // Back without the keyframes on the way.
      var fresh = try runs(of: recipe, seeds: 1..<2)
      fresh[0].train(updates: 100)
      together[0].seek(to: Position(update: 100))
      #expect(together[0].step == fresh[0].step)
    }

    @Test func `large batches have no lanes`() throws {
      var recipe = Self.recipes[0]
      for (samples, fits) in [(10_000, true), (20_000, false)] {
        recipe.data = .named(.moons, DatasetOptions(samples: samples, noise: 0.1))
        #expect(try Trial.width(of: recipe) == (fits ? LaneTrainer.width : 1))
      }
    }

    @Test func `a run that diverges ends where it ends alone`() throws {
      var together = [0.01, 0.5, 1, 300].flatMap { start in
        [try? Run(Samples.lineFit(x: [1, 2, 3], rate: 0.3, start: start))].compactMap { $0 }
      }
      var single = together
      Run.train(&together, updates: 5000)
      for index in single.indices { single[index].train(updates: 5000) }
      for (run, other) in zip(together, single) {
        #expect(run.divergence != nil && run.divergence == other.divergence)
        #expect(run.position == other.position && run.curve == other.curve)
      }
    }

    @Test func `what does not go together is trained one by one`() throws {
      var mixed = try Samples.journeys.map { try Run($0.experiment) }
      mixed += try runs(of: Self.recipes[0], seeds: 1..<4)
      mixed += try runs(of: Self.recipes[1], seeds: 1..<3)
      var some = Self.recipes[0]
      some.batches = .explicit([[3, 1, 2]])
      mixed += try runs(of: some, seeds: 1..<4)
      var single = mixed
      Run.train(&mixed, updates: 50)
      for index in single.indices { single[index].train(updates: 50) }
      #expect(zip(mixed, single).allSatisfy { $0.step == $1.step && $0.position == $1.position })
    }
  }
}
