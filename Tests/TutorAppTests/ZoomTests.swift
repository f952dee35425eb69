import Lessons
import NeuralNetwork
import TerminalCanvas
import Testing

@testable import TutorApp

/// What a panel shows with the screen to itself, beside the drawing that it has everywhere.
@Suite struct ZoomTests {
  private func zoomed(_ panel: Panel, _ tutor: Tutor) -> String {
    var tutor = tutor
    (tutor.model.look.focusedPanel, tutor.model.look.isZoomed) = (panel, true)
    return tutor.screen
  }

  /// What it shows and what its signs mean stand beside it, with the way of the runs.
  @Test func theExplanationStandsBesideIt() throws {
    let tutor = try Tutor(Samples.xor, size: Size(width: 140, height: 45)).pressing("u")
    let screen = zoomed(.parameters, tutor)
    #expect(screen.contains("─ what it shows"))
    #expect(screen.contains(try #require(Glossary.term(Panel.parameters.term)).heading))
    #expect(screen.contains("loss"))
  }

  /// Each sample has its own factors, and what they make together is its part of the gradient.
  @Test func theChainShowsEverySample() throws {
    let tutor = try Tutor(Samples.xor, size: Size(width: 140, height: 45)).pressing("u")
    let screen = zoomed(.chain, tutor)
    #expect(screen.contains("─ each sample of the batch") && screen.contains("─ every parameter"))
    let (step, parameter) = (tutor.model.shownStep, tutor.model.chainParameter)
    for row in step.sampleIndices.indices {
      let chain = ChainRule(parameter, in: step, row: row, phase: .whole)
      #expect(screen.contains(number(chain.product)), "sample \(row + 1)")
    }
    for index in step.network.parameterIndices {
      #expect(screen.contains(number(step.gradient(index))), "\(index)")
    }
  }

  /// While a question is open the products of others could answer it.
  @Test func theChainOfOthersWaitsForTheAnswer() throws {
    let lesson = try #require(try Samples.lessons().first { $0.id == "two-neurons" })
    let asking = try #require(lesson.pages.firstIndex { $0.question != nil })
    let tutor = try Tutor(lesson, size: Size(width: 140, height: 45), page: asking)
    #expect(!zoomed(.chain, tutor).contains("every parameter"))
  }
}
