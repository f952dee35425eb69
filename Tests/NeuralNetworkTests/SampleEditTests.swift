import NeuralNetwork
import Testing

/// Samples changed by hand while a run is under way: they count from the next update on, and the way back crosses the edit.
@Suite struct SampleEditTests {
  private static let edits: [SampleEdit] = [
    .add(inputs: [0.5, -1], targets: [1]), .remove(3), .replace(0, inputs: [2, 2], targets: [0]),
  ]

  private static func recipe(_ batches: BatchRecipe) -> Experiment {
    Experiment(
      data: .named(.moons, .init(samples: 20)),
      layers: [
        LayerRecipe(units: 4, activation: .tanh), LayerRecipe(units: 1, activation: .sigmoid),
      ],
      loss: .binaryCrossEntropy, optimizer: Optimizer(.adam, learningRate: 0.05),
      batches: batches)
  }

  private static let dealings: [BatchRecipe] = [
    .full, .size(6, isShuffled: true), .size(6, isShuffled: false), .size(1, isShuffled: true),
  ]

  /// Epochs that are over stay where they were; those to come have as many updates as the samples need now.
  @Test func epochsAreFoundOnBothSidesOfAnEdit() throws {
    var run = try Run(Self.recipe(.size(10, isShuffled: false)))
    run.train(updates: 6)
    for _ in 0..<10 { run.apply(.samples(.remove(0))) }
    #expect(run.epoch == 3 && run.updatesPerEpoch == 1)
    for (epochs, update) in [(0, 0), (1, 2), (2, 4), (3, 6), (4, 7), (9, 12)] {
      #expect(run.update(afterEpochs: epochs) == update, "\(epochs)")
    }
  }

  @Test(arguments: dealings, edits)
  func theWayBackCrossesTheEdit(batches: BatchRecipe, edit: SampleEdit) throws {
    let plain = try Run(Self.recipe(batches))
    var run = plain
    run.train(updates: 7)
    #expect(run.apply(.samples(edit)) == nil)
    #expect(run.position.update == 7 && run.dataset != plain.dataset)
    run.train(updates: 9)
    let end = run.network
    for update in [6, 3, 0, 7, 8, 16] {
      run.seek(to: Position(update: update))
      var other = plain
      other.seek(to: Position(update: update))
      // A batch may go without the sample.
      if update <= 7 || batches == .full {
        #expect((run.network == other.network) == (update <= 7), "\(update)")
      }
      #expect((run.dataset == plain.dataset) == (update < 7), "\(update)")
    }
    #expect(run.network == end)
    // The same journal, made anew and all at once.
    var twin = plain
    twin.train(updates: 7)
    twin.apply(.samples(edit))
    for _ in 0..<9 { twin.train(updates: 1) }
    #expect(twin.network == end && twin.step == run.step)
  }

  /// The step after an edit is that of a run that begins with the edited samples and the same parameters.
  @Test(arguments: edits) func theNextStepIsOfTheNewSamples(edit: SampleEdit) throws {
    var run = try Run(Self.recipe(.full))
    run.train(updates: 5)
    run.apply(.samples(edit))
    var fresh = try Run(run.activeExperiment)
    for index in run.network.parameterIndices {
      fresh.apply(.parameter(index, run.network[index]))
    }
    #expect(run.dataset == fresh.dataset && run.objective == fresh.objective)
    for index in run.network.parameterIndices {
      #expect(run.step.gradient(index) == fresh.step.gradient(index))
    }
  }

  /// Many edits at one place all count, and later changes of settings keep them.
  @Test func editsAddUp() throws {
    var run = try Run(Self.recipe(.size(6, isShuffled: true)))
    run.train(updates: 3)
    for _ in 0..<3 { #expect(run.apply(.samples(Self.edits[0])) == nil) }
    #expect(run.dataset.count == 23)
    var recipe = run.activeExperiment
    recipe.l2 = 0.01
    #expect(run.apply(.recipe(recipe, path: "l2")) == nil)
    run.apply(.samples(.remove(22)))
    run.apply(.learningRate(0.01))
    #expect(run.dataset.count == 22 && run.activeExperiment.l2 == 0.01)
    run.train(updates: 4)
    #expect(run.epoch == 1 && run.updatesPerEpoch == 4)
    run.seek(to: Position(update: 2))
    #expect(run.dataset.count == 20 && run.updatesPerEpoch == 4)
  }

  /// What is held out was never seen, and never is.
  @Test(arguments: [Holdout.share(0.25), .lastShare(0.25), .fold(1, of: 4)])
  func whatIsHeldOutStays(holdout: Holdout) throws {
    var recipe = Self.recipe(.full)
    recipe.holdout = holdout
    var run = try Run(recipe)
    let heldOut = try #require(run.heldOut)
    run.train(updates: 2)
    #expect(run.apply(.samples(Self.edits[0])) == nil)
    #expect(run.heldOut == heldOut && run.dataset.count == 16)
    #expect(try Run(run.activeExperiment).heldOut == heldOut)
  }

  @Test func whatCannotBeIsRefused() throws {
    var run = try Run(Self.recipe(.full))
    run.train(updates: 2)
    for edit: SampleEdit in [
      .remove(20), .remove(-1), .add(inputs: [1], targets: [1]),
      .add(inputs: [1, .nan], targets: [1]), .replace(20, inputs: [1, 1], targets: [1]),
    ] {
      #expect(run.apply(.samples(edit)) != nil)
    }
    #expect(run.journal.entries.isEmpty && run.dataset.count == 20)
    var scaled = Self.recipe(.full)
    scaled.scaling = .standard
    var other = try Run(scaled)
    #expect(other.apply(.samples(.remove(0)))?.sentence.contains("scaled") == true)
  }
}
