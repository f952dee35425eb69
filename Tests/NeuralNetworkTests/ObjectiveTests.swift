import NeuralNetwork
import Testing

struct ObjectiveTests {
  @Test(arguments: Samples.journeys)
  func `objectives are the losses of the changed runs, bit for bit`(_ journey: Journey) throws {
    var run = try Run(journey.experiment)
    run.train(updates: 7)
    run.apply(.hiddenActivation(.sigmoid))
    let step = run.step
    for parameter in run.network.parameterIndices {
      let values = [-2, 0, 0.5, run.network[parameter], 30]
      let losses = try values.map { value in
        var changed = run
        try #require(changed.apply(.parameter(parameter, value)) == nil)
        return changed.step.loss
      }
      #expect(run.objectives(parameter, at: values) == losses)
    }
    #expect(run.step == step)
  }

  @Test func `a value that is not finite has no objective`() throws {
    let run = try Run(Samples.journeys[0].experiment)
    let objectives = run.objectives(.bias(layer: 1, unit: 1), at: [.infinity, 0.5])
    #expect(objectives[0].isNaN && objectives[1].isFinite)
  }
}
