import CAllocations
import Testing

@testable import NeuralNetwork

struct AllocationTests {
  static let recipes: [(name: String, recipe: Experiment)] = [
    ("XOR", experiment(.named(.xor), Optimizer(.sgd, learningRate: 0.5))),
    ("Adam", experiment(.named(.xor), Optimizer(.adam, learningRate: 0.01))),
    ("mini-batches", classifier()),
    ("clipped RMSprop", classifier { $0.clipping = .norm(1) }),
    ("batch norm", classifier { $0.layers[0].batchNorm = BatchNormRecipe() }),
    ("dropout", classifier { $0.layers[0].dropout = DropoutRecipe(rate: 0.3) }),
    ("noise", classifier { $0.augmentation = Augmentation(noise: 0.1) }),
    ("noise on all samples", augmented(Augmentation(noise: 0.1), inputs: 4)),
    ("shifted images", augmented(Augmentation(shift: 1), inputs: 64)),
    ("a schedule", classifier { $0.schedule = .cosine(minimum: 0, steps: 100) }),
  ]

  /// Whether the allocations counted are those of the program as it is used: unoptimized code allocates more.
  static var areTheProgramsOwn: Bool {
    #if DEBUG
      false
    #else
      allocations_are_counted()
    #endif
  }

  @Test(.enabled(if: areTheProgramsOwn), arguments: recipes.indices)
  func `a step allocates nothing`(_ index: Int) throws {
    let (name, recipe) = Self.recipes[index]
    let plan = try Plan(recipe)
    // What the runtime sets up once is nobody's step.
    _ = allocations(of: 1, plan)
    #expect(
      allocations(of: 1001, plan) == allocations(of: 1, plan),
      "\(name): a thousand updates more must not allocate more")
  }

  @Test(.enabled(if: areTheProgramsOwn), arguments: recipes.indices)
  func `a step that is looked at allocates nothing`(_ index: Int) throws {
    let (name, recipe) = Self.recipes[index]
    var run = try Run(recipe)
    _ = allocations(ofLooksAt: &run, updates: 3)
    #expect(
      allocations(ofLooksAt: &run, updates: 50) == 0, "\(name): a look must not allocate")
  }

  @Test(.enabled(if: allocations_are_counted()))
  func `an allocation is counted`() {
    let before = allocations_of_thread()
    let numbers = [Int](unsafeUninitializedCapacity: 4096) { $1 = $0.count }
    #expect(allocations_of_thread() > before && numbers.count >= 4096)
  }

  /// How often a stretch of training asks for memory.
  private func allocations(of updates: Int, _ plan: Plan) -> Int {
    let trainer = Trainer(plan)
    trainer.load(plan.firstState)
    var losses = LossHistory()
    let before = allocations_of_thread()
    #expect(trainer.run(to: updates, &losses))
    return allocations_of_thread() - before
  }

  /// How often stepping with the eyes open asks for memory.
  private func allocations(ofLooksAt run: inout Run, updates: Int) -> Int {
    let before = allocations_of_thread()
    for _ in 0..<updates {
      let loss = run.step.loss
      run.advance(by: .update)
      precondition(run.previousStep?.loss == loss)
    }
    return allocations_of_thread() - before
  }

  private static func experiment(_ data: DataRecipe, _ optimizer: Optimizer) -> Experiment {
    Experiment(
      data: data,
      layers: [
        LayerRecipe(units: 8, activation: .tanh), LayerRecipe(units: 1, activation: .sigmoid),
      ], loss: .binaryCrossEntropy, optimizer: optimizer)
  }

  /// All samples in every batch, moved at each update.
  private static func augmented(_ augmentation: Augmentation, inputs: Int) -> Experiment {
    var stream = RandomStream(seed: 1, purpose: .data)
    let rows = (0..<20).map { _ in (0..<inputs).map { _ in stream.uniform() } }
    var recipe = experiment(
      .explicit(inputs: rows, targets: rows.map { [$0[0].rounded()] }),
      Optimizer(.sgd, learningRate: 0.1))
    recipe.augmentation = augmentation
    return recipe
  }

  /// Ten classes in mini-batches, changed by `change`.
  private static func classifier(_ change: (inout Experiment) -> Void = { _ in }) -> Experiment {
    var recipe = Experiment(
      data: .named(.blobs, DatasetOptions(samples: 100, classes: 10)),
      layers: [
        LayerRecipe(units: 32, activation: .relu), LayerRecipe(units: 10, activation: .softmax),
      ], loss: .categoricalCrossEntropy, optimizer: Optimizer(.rmsprop, learningRate: 0.001),
      batches: .size(32))
    change(&recipe)
    return recipe
  }
}
