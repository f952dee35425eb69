import NeuralNetwork
import Testing

@testable import TutorApp

@Suite struct ChainRuleTests {
  /// Summed over the samples of the batch, the products are the gradient of backpropagation.
  @Test(arguments: Samples.all)
  func theProductsAddUpToTheGradient(experiment: Experiment) throws {
    var run = try Run(experiment)
    run.train(updates: 3)
    for parameter in run.network.parameterIndices {
      let products = (0..<run.step.inputs.rows).map {
        ChainRule(parameter, in: run.step, row: $0, phase: .whole).product
      }
      let sum = products.reduce(0, +)
      let scale = products.reduce(1e-300) { $0 + abs($1) }
      #expect(abs(sum - run.step.gradient(parameter)) <= 1e-12 * scale)
    }
  }

  @Test func theFactorsOfTwoNeuronsAreThoseOfTheBook() throws {
    let run = try Run(Samples.twoNeurons)
    let chain = ChainRule(.weight(layer: 1, unit: 1, input: 1), in: run.step, phase: .whole)
    #expect(chain.factors.map(\.name) == ["∂E/∂a₂", "∂a₂/∂z₂", "∂z₂/∂a₁", "∂a₁/∂z₁", "∂z₁/∂w₁"])
    #expect(chain.factors.map(\.formula) == ["a₂ − T", "a₂ (1 − a₂)", "w₂", "a₁ (1 − a₁)", "x"])
    #expect(
      chain.factors.map { number($0.value) } == ["0.4653", "0.2037", "0.4500", "0.2395", "0.1000"])
  }

  @Test func aFactorIsKnownOnceItsPhaseIsReached() throws {
    let run = try Run(Samples.twoNeurons)
    func known(_ phase: Phase) -> [Bool] {
      ChainRule(.weight(layer: 1, unit: 1, input: 1), in: run.step, phase: phase).factors.map(
        \.isKnown)
    }
    #expect(known(.start) == [false, false, true, false, true])
    #expect(known(.forward(layer: 1)) == [false, false, true, true, true])
    #expect(known(.loss) == [true, true, true, true, true])
  }
}
