import Lessons
import NeuralNetwork
import TerminalCanvas
import Testing

@testable import TutorApp

/// Bars beside the factors of a chain rule: what they come to, line by line.
@Suite struct ChainBarsTests {
  private func bars(_ values: [Double?], isAsked: Bool = false) throws -> [String] {
    var run = try Run(Samples.twoNeurons)
    run.train(updates: 1)
    let parameter = run.network.parameterIndices[0]
    let way = SampleStep(0, in: run.step, row: 0)
    let chain = ChainRule(
      parameter, in: run.step, by: way, of: 0, phase: .whole, isAsked: isAsked)
    let factors = values.map {
      ChainRule.Factor(name: "", formula: "", value: $0 ?? 0, isKnown: $0 != nil)
    }
    return ChainBars(factors, of: chain, in: 21, .braille).lines.map(\.plain)
  }

  /// Half of a length of ten, and half of that; a sign turns them over.
  @Test func eachIsTheProductDownToItsLine() throws {
    #expect(
      try bars([1, 0.5, -0.4, 0]) == [
        "          │██████████", "          │█████     ", "        ██│          ",
        "          │          ",
      ])
  }

  /// What is not worked out has no bar, nor has what hangs on it.
  @Test func unknownFactorsHaveNone() throws {
    #expect(try bars([2, nil, 3]).dropFirst() == ["·", "·"])
  }

  /// The whole product may be what is asked.
  @Test func theLastWaitsForTheAnswer() throws {
    #expect(try bars([2, 3], isAsked: true) == ["          │██████████", "·"])
  }

  @Test func fewColumnsHaveNone() throws {
    let lines = try Tutor(Samples.twoNeurons).pressing("u").lines(.chain, 45, 12)
    #expect(!lines.contains { $0.contains("product so far") })
  }

  /// An engine with a planted fault may say something else than its parts come to: five points that nobody divides by five.
  @Test func aFaultyEngineIsContradicted() throws {
    var experiment = Samples.line
    let sound = try Tutor(experiment).pressing("u").lines(.chain, 60, 12).joined()
    experiment.fault = Fault.all.first { $0.name == "sum_for_mean" }
    let tutor = try Tutor(experiment).pressing("u")
    let chain = tutor.model.chainRule
    let parts = try #require(chain.sumOfParts)
    try #require(chain.batch.count > 1)
    #expect(abs(chain.gradient / parts - Double(chain.batch.count)) < 1e-9)
    let faulty = tutor.lines(.chain, 60, 12).joined()
    #expect(faulty.contains("≠") && faulty.contains("all parts: \(number(parts))"))
    #expect(!sound.contains("≠"))
  }
}
