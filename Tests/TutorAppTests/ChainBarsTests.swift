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
}
