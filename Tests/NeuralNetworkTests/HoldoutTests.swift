import NeuralNetwork
import Testing

@Suite struct HoldoutTests {
  @Test func aSplitKeepsEverySampleOnce() throws {
    let data = try Dataset(.named(.moons), seed: 1)
    let (training, parts) = data.split([0.25, 0.1], seed: 3)
    #expect(([training] + parts).map(\.count) == [65, 25, 10])
    let rows = ([training] + parts).flatMap { part in
      (0..<part.count).map { Array(part.inputs.row($0)) }
    }
    #expect(Set(rows) == Set((0..<100).map { Array(data.inputs.row($0)) }))
    #expect(data.split([0.25], seed: 3).parts == [parts[0]])
    #expect(data.split([0.25], seed: 4).parts != [parts[0]])
  }

  @Test(arguments: [[0.0], [0.001], [0.999], [1], [0.9, 0.9], [0, 0], [0.5, 0.499, 0.001]])
  func noPartIsEverEmpty(_ shares: [Double]) throws {
    let (training, parts) = try Dataset(.named(.xor), seed: 1).split(shares, seed: 1)
    #expect(([training] + parts).allSatisfy { $0.count >= 1 })
  }

  @Test func aRunKeepsItsSamplesApart() throws {
    var recipe = Samples.journeys[0].experiment
    recipe.holdout = .share(0.2)
    let run = try Run(recipe)
    #expect(run.dataset.count == 24)
    #expect(run.heldOut?.count == 6)
    #expect(run.heldOutLoss != run.datasetLoss)
    #expect(try Run(Samples.journeys[0].experiment).heldOutLoss == nil)
  }

  @Test func aTestSetIsApartFromWhatIsHeldOut() throws {
    var recipe = Samples.journeys[0].experiment
    recipe.holdout = .share(0.2)
    let heldOut = try Run(recipe).heldOut
    recipe.test = .share(0.3)
    recipe.scaling = .standard
    let run = try Run(recipe)
    #expect([run.dataset, run.heldOut, run.test].map { $0?.count } == [15, 6, 9])
    let scaler = try #require(run.scaler)
    #expect(run.heldOut?.inputs == heldOut.map { scaler.scaled($0.inputs) })
    recipe.test = .data(recipe.data)
    #expect(try Run(recipe).test?.count == 30)
  }

  @Test(arguments: [
    (Holdout.data(.named(.line)), nil), (.share(1), nil), (.share(-0.2), nil), (.share(.nan), nil),
    (.share(0.5), Holdout.share(0.5)), (.share(0.5), .data(.named(.line))),
    (.share(0.5), .share(0)),
  ])
  func samplesKeptApartMustFit(_ holdout: Holdout, _ test: Holdout?) {
    var recipe = Samples.journeys[0].experiment
    (recipe.holdout, recipe.test) = (holdout, test)
    #expect(throws: ExperimentError.self) { try Run(recipe) }
    (recipe.holdout, recipe.test) = (test, holdout)
    #expect(throws: ExperimentError.self) { try Run(recipe) }
  }

  @Test func sharesHaveEachClassAlike() throws {
    let targets = (0..<100).map { [$0 < 20 ? 1.0 : 0] }
    let data = Dataset(
      inputs: Matrix((0..<100).map { [Double($0)] }), targets: Matrix(targets))
    let (training, parts) = data.split([0.2, 0.1], seed: 5)
    #expect(parts.map(\.count) == [20, 10] && training.count == 70)
    let ones = (parts + [training]).map { $0.targets.elements.reduce(0, +) }
    #expect(ones == [4, 2, 14])
  }

  @Test func theLastSharesComeFromTheEnd() throws {
    let rows = (0..<10).map { [Double($0)] }
    let run = try Run(
      Experiment(
        data: .explicit(inputs: rows, targets: rows),
        layers: [LayerRecipe(units: 1, activation: .linear)], loss: .meanSquaredError,
        optimizer: Optimizer(.sgd, learningRate: 0.001), holdout: .lastShare(0.2),
        test: .lastShare(0.3)))
    #expect(run.dataset.inputs.elements == [0, 1, 2, 3, 4])
    #expect(run.heldOut?.inputs.elements == [5, 6] && run.test?.inputs.elements == [7, 8, 9])
  }
}
