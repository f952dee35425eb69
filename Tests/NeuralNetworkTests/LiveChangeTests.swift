import NeuralNetwork
import Testing

@Suite struct LiveChangeTests {
  private static let recipe = Experiment(
    data: .named(.moons, .init(samples: 40)),
    layers: [
      LayerRecipe(units: 5, activation: .tanh), LayerRecipe(units: 4, activation: .relu),
      LayerRecipe(units: 1, activation: .sigmoid),
    ], loss: .binaryCrossEntropy, optimizer: Optimizer(.momentum, learningRate: 0.05),
    batches: .size(8), seed: 4)

  /// A setting that can change under way: its path and what becomes of it.
  struct Edit: Sendable, CustomStringConvertible {
    let path: String
    let apply: @Sendable (inout Experiment) -> Void
    var description: String { path }
  }

  static let edits: [Edit] = [
    Edit(path: "optimizer.lr") { $0.optimizer.learningRate = 0.2 },
    Edit(path: "optimizer.momentum") { $0.optimizer.momentum = 0.5 },
    Edit(path: "optimizer") { $0.optimizer = Optimizer(.adam, learningRate: 0.02) },
    Edit(path: "optimizer.name") { $0.optimizer = Optimizer(.lion, learningRate: 0.002) },
    Edit(path: "schedule") { $0.schedule = .cosine(minimum: 0, steps: 200) },
    Edit(path: "l1") { $0.l1 = 0.01 }, Edit(path: "l2") { $0.l2 = 0.02 },
    Edit(path: "clip") { $0.clipping = .norm(0.1) },
    Edit(path: "batch_size") { $0.batches = .size(13) },
    Edit(path: "batches") { $0.batches = .full },
    Edit(path: "layers.1.dropout") { $0.layers[0].dropout = DropoutRecipe(rate: 0.4) },
    Edit(path: "layers.2.activation") { $0.layers[1].activation = .gelu },
    Edit(path: "layers.1.trainable") { $0.layers[0].trainable = [] },
    Edit(path: "loss") { $0.loss = .meanSquaredError },
    Edit(path: "class_weights") { $0.classWeights = [1, 3] },
    Edit(path: "augment") { $0.augmentation = Augmentation(noise: 0.1) },
  ]

  private func changed(_ run: inout Run, _ edit: Edit) {
    var recipe = run.activeExperiment
    edit.apply(&recipe)
    #expect(run.apply(.recipe(recipe, path: edit.path)) == nil)
    #expect(run.activeExperiment == recipe)
  }

  @Test(arguments: edits)
  func replayAndGoingBackAreExact(_ edit: Edit) throws {
    var run = try Run(Self.recipe)
    run.train(updates: 33)
    let before = run.step
    let previous = run.previousStep
    changed(&run, edit)
    let first = run.step
    run.train(updates: 90)
    let last = run.step
    for place in [33, 20, 123, 34, 33, 0, 123] {
      run.seek(to: Position(update: place))
      if place == 33 { #expect(run.step == first) }
      if place == 123 { #expect(run.step == last) }
      if place < 33 { #expect(run.activeExperiment == Self.recipe) }
    }
    var plain = try Run(Self.recipe)
    plain.train(updates: 33)
    #expect(plain.step == before && plain.previousStep == previous)
    plain.train(updates: 90)
    #expect(plain.step != last)
  }

  /// Without memory and epochs to carry over, a change is as if it had always been so.
  @Test func aChangeAtTheStartIsTheOtherRecipe() throws {
    for edit in Self.edits {
      var run = try Run(Self.recipe)
      changed(&run, edit)
      run.train(updates: 40)
      var recipe = Self.recipe
      edit.apply(&recipe)
      var other = try Run(recipe)
      other.train(updates: 40)
      #expect(run.step == other.step, "\(edit)")
    }
  }

  @Test func editsAddUp() throws {
    var run = try Run(Self.recipe)
    for edit in Self.edits {
      run.train(updates: 7)
      changed(&run, edit)
    }
    run.train(updates: 50)
    let end = run.step
    run.seek(to: Position(update: 0))
    run.seek(to: Position(update: end.update))
    #expect(run.step == end)
    #expect(run.journal.entries.count == Self.edits.count)
  }

  @Test func anotherRuleStartsWithoutMemory() throws {
    var run = try Run(Self.recipe)
    run.train(updates: 10)
    let weight = ParameterIndex.weight(layer: 1, unit: 1, input: 1)
    changed(&run, Self.edits[2])
    let step = run.step
    #expect(abs((step.firstMoment(weight) ?? 0) - 0.1 * step.gradient(weight)) < 1e-15)
    var recipe = Self.recipe
    recipe.optimizer = Optimizer(.adam, learningRate: 1)
    #expect(
      Change.recipe(recipe, path: "optimizer").restart(in: Self.recipe)
        == "Adam starts without a memory of earlier gradients.")
    #expect(Change.learningRate(1).restart(in: Self.recipe) == nil)
  }

  @Test func epochsGoOnCounting() throws {
    var run = try Run(Self.recipe)
    run.train(updates: 12)
    #expect(run.epoch == 2 && run.updatesPerEpoch == 5)
    changed(&run, Self.edits[9])
    #expect(run.epoch == 2 && run.updatesPerEpoch == 1)
    run.advance(by: .epoch, count: 3)
    #expect(run.position.update == 15 && run.epoch == 5)
    run.rewind(by: .epoch, count: 5)
    #expect(run.position.update == 0)
  }

  @Test func whatMustRestartSaysSo() throws {
    var run = try Run(Self.recipe)
    let edits: [(String, (inout Experiment) -> Void)] = [
      ("the seed", { $0.seed = 9 }), ("the data", { $0.data = .named(.circles) }),
      ("the shape of the network", { $0.layers[0].units = 6 }),
      ("the held-out samples", { $0.holdout = .share(0.2) }),
      ("the scaling", { $0.scaling = .standard }),
    ]
    for (part, edit) in edits {
      var recipe = run.activeExperiment
      edit(&recipe)
      #expect(
        run.apply(.recipe(recipe, path: "x"))?.sentence
          == "A run under way cannot change \(part): begin a new one with it.")
    }
    #expect(run.journal.entries.isEmpty)
  }
}
