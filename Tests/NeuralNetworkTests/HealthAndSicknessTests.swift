import NeuralNetwork
import Testing

/// Runs that learn, at scales from a thousandth to a million, of which nothing bad is said; and runs that do not, of which it is.
struct HealthAndSicknessTests {
  @Test(arguments: HealthyRun.all)
  func nothingBadIsSaidOfARunThatLearns(_ healthy: HealthyRun) throws {
    var run = try Run(healthy.experiment)
    let first = run.objective
    for update in [0, 1, 10, 100, 1000, 3000] {
      run.train(updates: update - run.position.update)
      #expect(run.diagnoses.map(\.sentence) == [], "\(healthy.name), update \(update)")
    }
    #expect(run.objective < first / 2, "\(healthy.name)")
  }

  @Test(arguments: SickRun.all)
  func whatIsWrongIsSaid(_ sick: SickRun) throws {
    var run = try Run(sick.experiment)
    run.train(updates: sick.updates)
    #expect(run.diagnoses.map(\.kind).contains(sick.kind), "\(sick.name): \(run.diagnoses)")
    #expect(run.diagnoses.allSatisfy { !$0.remedy.isEmpty || $0.kind == .divergence })
  }

  /// Where another network's loss is larger no step has made it so.
  @Test(arguments: [
    Change.hiddenActivation(.linear),
    .parameter(ParameterIndex(layer: 2, kind: .weight(unit: 1, input: 1)), 90),
  ])
  func noStepIsBlamedForAChange(_ change: Change) throws {
    var run = try Run(
      Experiment(
        data: .explicit(inputs: [[50], [60]], targets: [[0], [1]]),
        layers: [
          LayerRecipe(units: 1, activation: .tanh), LayerRecipe(units: 1, activation: .linear),
        ],
        loss: .meanSquaredError, optimizer: Optimizer(.sgd, learningRate: 0.01)))
    let before = run.objective
    #expect(run.apply(change) == nil)
    #expect(run.objective > 10 * before)
    #expect(!run.diagnoses.contains { $0.kind == .unstableRate }, "\(run.diagnoses)")
  }

  /// The rate of the perceptron's rule scales its weights, and no answer.
  @Test func noRateIsTooHighForAPerceptron() throws {
    var run = try Run(
      Experiment(
        data: .named(.and),
        layers: [LayerRecipe(units: 1, activation: .step, initializer: .zeros)], loss: .perceptron,
        optimizer: Optimizer(.sgd, learningRate: 1), batches: .size(1, isShuffled: false)))
    for update in 1...12 {
      run.advance(by: .update)
      #expect(!run.diagnoses.contains { $0.kind == .unstableRate }, "\(update): \(run.diagnoses)")
    }
  }

  private func diagnoses(
    _ inputs: [[Double]], _ targets: [[Double]], _ layers: [LayerRecipe], _ loss: Loss,
    _ optimizer: Optimizer, updates: Int
  ) throws -> [TrainingProblem] {
    var run = try Run(
      Experiment(
        data: .explicit(inputs: inputs, targets: targets), layers: layers, loss: loss,
        optimizer: optimizer))
    run.train(updates: updates)
    return run.diagnoses
  }

  /// Where nearly nothing is left to learn every gradient is small.
  @Test func nothingVanishesInWhatIsLearned() throws {
    let layers = [6, 6].map { LayerRecipe(units: $0, activation: .tanh, initializer: .xavier) }
    let found = try diagnoses(
      [[3]], [[7]], layers + [LayerRecipe(units: 1, activation: .linear)], .meanSquaredError,
      Optimizer(.adam, learningRate: 0.17), updates: 300)
    #expect(!found.contains { $0.kind == .vanishing }, "\(found)")
  }

  /// Targets of a softmax that add up to something else are spoken of.
  @Test(arguments: [[[0.0, 0], [1, 0]], [[1.0, 1], [0, 1]]]) func targetsAreShares(
    targets: [[Double]]
  ) throws {
    let found = try diagnoses(
      [[1], [2]], targets, [LayerRecipe(units: 2, activation: .softmax)],
      .categoricalCrossEntropy, Optimizer(.sgd, learningRate: 0.1), updates: 1)
    #expect(found.contains { $0.kind == .unreachableTargets }, "\(found)")
  }

  /// Adam's steps do not grow with the gradient, so that a limit for that is no help.
  @Test(arguments: [(Optimizer.Rule.sgd, true), (.adam, false)])
  func clippingIsNoHelpWhereStepsAreScaled(rule: Optimizer.Rule, isHelp: Bool) throws {
    let found = try diagnoses(
      [[1], [2], [3]], [[2], [4], [7]],
      [
        LayerRecipe(units: 4, activation: .relu, initializer: .he),
        LayerRecipe(units: 1, activation: .linear),
      ],
      .meanSquaredError, Optimizer(rule, learningRate: 1e200), updates: 20)
    let remedy = try #require(found.first { $0.kind == .divergence }?.remedy)
    #expect(remedy.contains("'clip'") == isHelp, "\(remedy)")
  }

  /// A loss that has grown does not stand still, and what inputs make slow is told to scale them.
  @Test func wordsFitWhatHappens() throws {
    let line = [LayerRecipe(units: 1, activation: .linear)]
    var decay = Optimizer(.sgd, learningRate: 0.17)
    decay.weightDecay = 3
    let grown = try diagnoses(
      [[1], [2], [3]], [[2], [4], [7]], line, .meanSquaredError, decay, updates: 200)
    #expect(!grown.description.contains("stands still"), "\(grown)")
    let slow = try diagnoses(
      [[1e-6, 1e6], [2e-6, 3e6], [5e-6, -1e6]], [[1], [2], [4]], line, .meanSquaredError,
      Optimizer(.sgd, learningRate: 1e-13), updates: 300)
    #expect(!slow.contains { $0.remedy == "What helps is a larger learning rate." }, "\(slow)")
  }

  /// What helps a run that a penalty holds is no patience.
  @Test(arguments: [(0.3, true), (0, false)]) func aPenaltyThatHoldsIsNamed(
    l2: Double, isHeld: Bool
  ) throws {
    var recipe = isHeld ? Samples.deep(.tanh, .xavier, layers: 1, width: 8) : SickRun.plateau
    if isHeld { recipe.optimizer = Optimizer(.sgd, learningRate: 0.5) }
    recipe.l2 = l2
    var run = try Run(recipe)
    run.train(updates: 500)
    let plateau = try #require(run.diagnoses.first { $0.kind == .plateau }, "\(run.diagnoses)")
    #expect(plateau.remedy.contains("penalty") == isHeld)
  }
}

struct HealthyRun: Sendable, CustomStringConvertible {
  let name: String
  let experiment: Experiment
  var description: String { name }

  static let all: [HealthyRun] =
    [1e-3, 1, 1e6].flatMap { input in
      [1e-3, 1, 1e6].map { line(inputs: input, targets: $0) }
    } + [1e-3, 1, 1e6].map(classes) + [
      HealthyRun(
        name: "moons, ReLU", experiment: moons(.relu, .he, Optimizer(.sgd, learningRate: 0.1))),
      HealthyRun(
        name: "moons, tanh, Adam",
        experiment: moons(.tanh, .xavier, Optimizer(.adam, learningRate: 0.01))),
      HealthyRun(name: "small batches", experiment: smallBatches),
      HealthyRun(name: "a line without noise, held out", experiment: exactLine),
    ] + (1...4).map(oneActiveSample)

  /// Straight lines with noise, inputs scaled to one size.
  private static func line(inputs: Double, targets: Double) -> HealthyRun {
    let x = (0..<40).map { Double($0) / 20 - 1 }
    return HealthyRun(
      name: "line, inputs of \(inputs), targets of \(targets)",
      experiment: Experiment(
        data: .explicit(
          inputs: x.map { [inputs * (3 + $0)] },
          targets: x.enumerated().map { [targets * (2 * $1 + 0.1 * Double($0 % 3))] }),
        layers: [LayerRecipe(units: 1, activation: .linear, initializer: .zeros)],
        loss: .halfMeanSquaredError, optimizer: Optimizer(.sgd, learningRate: 0.1),
        scaling: .standard))
  }

  private static func classes(inputs: Double) -> HealthyRun {
    let angles = (0..<60).map { Double($0) / 10 }
    return HealthyRun(
      name: "three classes, inputs of \(inputs)",
      experiment: Experiment(
        data: .explicit(
          inputs: angles.enumerated().map { [inputs * $1, inputs * Double($0 % 3)] },
          targets: angles.indices.map { index in (0..<3).map { index % 3 == $0 ? 1 : 0 } }),
        layers: [
          LayerRecipe(units: 8, activation: .tanh), LayerRecipe(units: 3, activation: .softmax),
        ], loss: .categoricalCrossEntropy, optimizer: Optimizer(.adam, learningRate: 0.02),
        batches: .size(10), scaling: .standard))
  }

  private static func moons(
    _ activation: Activation, _ initializer: Initializer, _ optimizer: Optimizer
  ) -> Experiment {
    var recipe = Samples.deep(activation, initializer, layers: 2, width: 16)
    recipe.optimizer = optimizer
    return recipe
  }

  /// What is left over in the end is rounding, which rises and falls as it likes.
  private static var exactLine: Experiment {
    Experiment(
      data: .named(.line), layers: [LayerRecipe(units: 1, activation: .linear)],
      loss: .meanSquaredError, optimizer: Optimizer(.adam, learningRate: 0.05), batches: .size(4),
      seed: 7, holdout: .share(0.25))
  }

  /// Samples of which in the end only one moves a layer's weights, and that one is 0.
  private static func oneActiveSample(seed: UInt64) -> HealthyRun {
    HealthyRun(
      name: "eleven numbers, ReLU, \(seed)",
      experiment: Experiment(
        data: .explicit(
          inputs: (0...10).map { [Double($0)] }, targets: (0...10).map { [$0 > 5 ? 1 : 0] }),
        layers: [4, 4].map { LayerRecipe(units: $0, activation: .relu, initializer: .he) }
          + [LayerRecipe(units: 1, activation: .sigmoid)],
        loss: .binaryCrossEntropy, optimizer: Optimizer(.adam, learningRate: 0.01),
        seed: seed, scaling: .standard))
  }

  private static var smallBatches: Experiment {
    var recipe = moons(.tanh, .xavier, Optimizer(.sgd, learningRate: 0.05))
    recipe.batches = .size(4)
    return recipe
  }
}

struct SickRun: Sendable, CustomStringConvertible {
  let name: String
  let kind: ProblemKind
  let updates: Int
  let experiment: Experiment
  var description: String { name }

  static let all: [SickRun] =
    [
      SickRun(
        name: "a rate beyond the edge", kind: .unstableRate, updates: 3,
        experiment: Samples.lineFit(x: [1, 2], rate: 0.5)),
      SickRun(
        name: "far beyond it", kind: .divergence, updates: 1000,
        experiment: Samples.lineFit(x: [1, 2], rate: 5)),
      SickRun(
        name: "eighty-one through a sigmoid", kind: .unreachableTargets, updates: 100,
        experiment: reaching(81)),
      SickRun(
        name: "seven sigmoid layers", kind: .vanishing, updates: 0,
        experiment: Samples.deep(.sigmoid, .xavier)),
      SickRun(
        name: "nine ReLU layers of small weights", kind: .vanishing, updates: 100,
        experiment: Samples.deep(.relu, .normal(deviation: 0.1), layers: 9)),
      SickRun(
        name: "large weights", kind: .exploding, updates: 0,
        experiment: Samples.deep(.relu, .normal(deviation: 1), width: 16)),
      SickRun(
        name: "and what comes of them", kind: .deadNetwork, updates: 10,
        experiment: Samples.deep(.relu, .normal(deviation: 1), width: 16)),
      SickRun(
        name: "no weights at all", kind: .deadNetwork, updates: 5,
        experiment: Samples.deep(.tanh, .zeros)),
      SickRun(
        name: "half of the units dead", kind: .deadUnits, updates: 0,
        experiment: Samples.xor([[-1, -2], [1, -1]], [1, 1])),
      SickRun(
        name: "tanh of fifty", kind: .saturatedUnits, updates: 10,
        experiment: Samples.deep(.tanh, .normal(deviation: 50), layers: 1)),
      SickRun(
        name: "prices in dollars", kind: .slowOutputs, updates: 1000, experiment: dollars),
      SickRun(
        name: "a billionth to hit", kind: .slowOutputs, updates: 300, experiment: billionths),
      SickRun(
        name: "moons at a rate of 500", kind: .unstableRate, updates: 1000, experiment: leaps),
      SickRun(
        name: "absolute errors at a rate of 5", kind: .unstableRate, updates: 1000,
        experiment: pingPong),
      SickRun(
        name: "thirty noisy moons learned by heart", kind: .overfitting, updates: 1000,
        experiment: byHeart),
      SickRun(
        name: "XOR with four sigmoids", kind: .plateau, updates: 500, experiment: plateau),
      SickRun(
        name: "one sample at a time, too fast", kind: .noise, updates: 1280, experiment: noise),
    ]
    + [Loss.meanAbsoluteError, .huber, .hinge, .meanSquaredError].map { loss in
      SickRun(
        name: "nothing seen, \(loss.name)", kind: .plateau, updates: 2000, experiment: blind(loss))
    } + [
      SickRun(
        name: "nothing seen, weighted classes", kind: .plateau, updates: 2000,
        experiment: blind(.binaryCrossEntropy, classWeights: [1, 4])),
      SickRun(
        name: "ReLU outputs at 0", kind: .plateau, updates: 1000, experiment: reluOutputs),
    ]

  private static func reaching(_ target: Double) -> Experiment {
    var recipe = Samples.twoNeurons(.meanSquaredError)
    recipe.data = .explicit(inputs: [[0], [1]], targets: [[0], [target]])
    return recipe
  }

  private static var dollars: Experiment {
    var recipe = Samples.lineFit(x: [0.5, 1, 1.5, 2, 2.5], rate: 0.01)
    recipe.data = .explicit(
      inputs: [[0.5], [1], [1.5], [2], [2.5]], targets: [[3e5], [3.4e5], [2.9e5], [4e5], [5e5]])
    recipe.layers = [
      LayerRecipe(units: 16, activation: .relu, initializer: .he),
      LayerRecipe(units: 1, activation: .linear),
    ]
    recipe.optimizer = Optimizer(.adam, learningRate: 0.01)
    return recipe
  }

  private static var billionths: Experiment {
    var recipe = dollars
    recipe.data = .explicit(
      inputs: [[-1], [-0.5], [0], [0.5], [1]],
      targets: [[1e-9], [1.4e-9], [2e-9], [2.6e-9], [3e-9]])
    recipe.optimizer = Optimizer(.sgd, learningRate: 0.1)
    return recipe
  }

  private static var leaps: Experiment {
    Experiment(
      data: .named(.moons), layers: [LayerRecipe(units: 1, activation: .sigmoid)],
      loss: .binaryCrossEntropy, optimizer: Optimizer(.sgd, learningRate: 500))
  }

  private static var pingPong: Experiment {
    Experiment(
      data: .named(.line), layers: [LayerRecipe(units: 1, activation: .linear)],
      loss: .meanAbsoluteError, optimizer: Optimizer(.sgd, learningRate: 5))
  }

  private static var byHeart: Experiment {
    var recipe = Samples.deep(.tanh, .xavier, layers: 2, width: 32)
    recipe.data = .named(.moons, .init(samples: 60, noise: 0.3))
    recipe.optimizer = Optimizer(.adam, learningRate: 0.01)
    recipe.holdout = .share(0.5)
    return recipe
  }

  /// Ten inputs that are all but the same, of which the last two are told from the others.
  private static func blind(_ loss: Loss, classWeights: [Double]? = nil) -> Experiment {
    let far: [Double] = loss.isForClasses ? [1, 1] : [7, 9]
    return Experiment(
      data: .explicit(
        inputs: (-5...4).map { [Double($0) / 5000] },
        targets: (Array(repeating: 0, count: 8) + far).map { [$0] }),
      layers: [
        LayerRecipe(units: 4, activation: .tanh),
        LayerRecipe(units: 1, activation: loss.output ?? .linear),
      ], loss: loss, optimizer: Optimizer(.sgd, learningRate: 0.1), classWeights: classWeights)
  }

  private static var reluOutputs: Experiment {
    var recipe = Samples.deep(.tanh, .xavier, layers: 1, width: 4, seed: 2)
    (recipe.layers[1].activation, recipe.loss) = (.relu, .meanSquaredError)
    recipe.data = .named(.moons, .init(noise: 0.1))
    return recipe
  }

  static var plateau: Experiment {
    var recipe = Samples.deep(.sigmoid, .xavier, layers: 1, width: 4)
    recipe.data = .named(.xor)
    return recipe
  }

  private static var noise: Experiment {
    Experiment(
      data: .named(.line, .init(samples: 64, noise: 0.5)),
      layers: [LayerRecipe(units: 1, activation: .linear)], loss: .meanSquaredError,
      optimizer: Optimizer(.sgd, learningRate: 0.4), batches: .size(1))
  }
}
