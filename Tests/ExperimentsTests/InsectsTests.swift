import NeuralNetwork
import TestProject
import Testing

@testable import Experiments

@Suite struct InsectsTests {
  @Test func anExperimentNamesThem() throws {
    let text = "data: insects\nhidden: [8]\nholdout: 0.2\ntest: 0.2\n"
    let experiment = try ExperimentFile.read(SourceText(name: "x.yaml", text: text))
    #expect(experiment.layers.last?.units == 3 && experiment.layers.last?.activation == .softmax)
    let run = try Run(experiment)
    #expect([run.dataset.count, run.heldOut?.count, run.test?.count] == [90, 30, 30])
    let (inputs, targets) = try #require(experiment.data.written)
    #expect(inputs.first == [165.2, 57.8] && targets.first == [1, 0, 0])
    #expect((0..<3).map { kind in targets.count { $0[kind] == 1 } } == [50, 50, 50])
  }

  @Test func theyHaveNoSettings() {
    let problems = ExperimentSamples.problems(
      inExperiment: "data: {name: insects, samples: 9}\nhidden: [4]")
    #expect(problems.first?.contains("The data set 'insects' has no key 'samples'.") == true)
  }
}
