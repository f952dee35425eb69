import NeuralNetwork
import Testing

@Suite struct HoldoutTests {
  @Test func aSplitKeepsEverySampleOnce() throws {
    let data = try Dataset(.named(.moons), seed: 1)
    let (training, heldOut) = data.split(holdingOut: 0.25, seed: 3)
    #expect(training.count == 75 && heldOut.count == 25)
    let rows = [training, heldOut].flatMap { part in
      (0..<part.count).map { Array(part.inputs.row($0)) }
    }
    #expect(Set(rows) == Set((0..<100).map { Array(data.inputs.row($0)) }))
    #expect(data.split(holdingOut: 0.25, seed: 3).heldOut == heldOut)
    #expect(data.split(holdingOut: 0.25, seed: 4).heldOut != heldOut)
  }

  @Test(arguments: [0.0, 0.001, 0.999, 1])
  func neitherSideIsEverEmpty(_ share: Double) throws {
    let data = try Dataset(.named(.xor), seed: 1)
    let (training, heldOut) = data.split(holdingOut: share, seed: 1)
    #expect(training.count >= 1 && heldOut.count >= 1)
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

  @Test func heldOutSamplesMustFit() {
    var recipe = Samples.journeys[0].experiment
    recipe.holdout = .data(.named(.line))
    #expect(throws: ExperimentError.self) { try Run(recipe) }
    recipe.holdout = .share(1)
    #expect(throws: ExperimentError.self) { try Run(recipe) }
  }
}
