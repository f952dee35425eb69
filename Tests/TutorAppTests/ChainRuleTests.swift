import NeuralNetwork
import TerminalCanvas
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

  /// With penalties on the weights the samples' products and the penalty's part make the gradient.
  @Test(arguments: [(0.1, 0), (0, 0.2), (0.3, 0.05)]) func thePenaltyIsAPart(l1: Double, l2: Double)
    throws
  {
    var experiment = Samples.xor
    (experiment.l1, experiment.l2) = (l1, l2)
    var run = try Run(experiment)
    run.train(updates: 2)
    for parameter in run.network.parameterIndices {
      let chains = (0..<run.step.inputs.rows).map {
        ChainRule(parameter, in: run.step, row: $0, phase: .whole)
      }
      let sum = chains.reduce(0) { $0 + $1.product } + (chains[0].penalty ?? 0)
      #expect(abs(sum - run.step.gradient(parameter)) < 1e-12)
      if case .weight = parameter.kind {
        #expect(chains[0].penalty != nil)
      } else {
        #expect(chains[0].penalty == nil)
      }
    }
    let lines = try Tutor(experiment).pressing("u").lines(.chain, 60, 12, .braille)
    #expect(lines.contains { $0.contains("penalty adds") }, "\(lines)")
  }

  @Test func theFactorsOfTwoNeuronsAreThoseOfTheBook() throws {
    let run = try Run(Samples.twoNeurons)
    let chain = ChainRule(.weight(layer: 1, unit: 1, input: 1), in: run.step, phase: .whole)
    #expect(
      chain.factors.map(\.shortFormula) == ["a − T", "a (1 − a)", nil, "a (1 − a)", nil])
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
