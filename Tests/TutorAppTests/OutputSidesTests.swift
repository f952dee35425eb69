import NeuralNetwork
import TerminalCanvas
import TestProject
import Testing
import Workbench

@testable import TutorApp

/// The plane of the data is parted where the loss parts it, or at the middle of targets that are amounts.
@Suite struct OutputSidesTests {
  private func run(_ targets: [[Double]], _ loss: Loss) throws -> Run {
    try Run(
      Experiment(
        data: .explicit(
          inputs: targets.indices.map { [Double($0), Double($0 * $0 % 5)] }, targets: targets),
        layers: [LayerRecipe(units: targets[0].count, activation: .linear)],
        loss: loss, optimizer: Optimizer(.sgd, learningRate: 0.1)))
  }

  @Test(arguments: [
    ([[0], [1], [1]], Loss.meanSquaredError, 0.5, 0.5, true),
    ([[0], [1], [1]], .hinge, 0, 1, true),
    ([[10], [30], [14]], .meanSquaredError, 20, 10, false),
    ([[-4], [-4]], .meanSquaredError, -4, 1, false),
  ])
  func theMiddleIsTheLossesOrTheTargets(
    targets: [[Double]], loss: Loss, middle: Double, reach: Double, areClasses: Bool
  ) throws {
    let sides = OutputSides(try run(targets, loss))
    #expect(sides.middle == middle && sides.reach == reach && sides.areClasses == areClasses)
    #expect(sides.tone(of: middle) == Tone(.sign, 0))
    #expect(sides.tone(of: middle + reach) == Tone(.sign, 1))
  }

  @Test func amountsStandOnTheirSideOfTheMiddle() throws {
    let run = try run([[10], [30], [14], [20]], .meanSquaredError)
    let sides = OutputSides(run)
    #expect(sides.groups(of: run.dataset.targets) == [0, 1, 0, 0])
    #expect(sides.meaning(ofGroup: 1, ClassNames()) == "a target of more than 20")
    let tutor = try Tutor(run.activeExperiment)
    #expect(dataTitle(tutor.model).hasPrefix("output over x₁ → and x₂ ↑, "))
  }

  /// An output of 0.2 is class 1 under the hinge loss, and class 0 under one that compares with 0 and 1.
  @Test func aClassIsReadByTheLoss() throws {
    let outputs = Matrix([[0.2], [-0.2], [0.7]])
    #expect(try run([[0], [1]], .hinge).classes(of: outputs) == [[1], [0], [1]])
    #expect(try run([[0], [1]], .meanSquaredError).classes(of: outputs) == [[0], [0], [1]])
    #expect(
      try run([[0, 1], [1, 0]], .meanSquaredError).classes(of: Matrix([[0.1, 0.3]])) == [[1]])
  }

  /// The line runs where the output is the middle, for amounts too.
  @Test func theLineRunsWhereTheSidesMeet() throws {
    let run = try run([[10], [30], [14], [20], [28]], .meanSquaredError)
    var trained = run
    trained.train(updates: 30)
    let (axis, sides) = (Axis(from: -2, to: 6), OutputSides(trained))
    let surface = OutputSurface(
      of: trained.network, x: axis, y: axis, size: Size(width: 40, height: 40), sides: sides)
    for place in surface.contour.places {
      let inputs = [axis.value(at: place.x), axis.value(at: 1 - place.y)]
      #expect(abs(trained.network.outputs(for: Matrix([inputs]))[0, 0] - 20) < 0.5)
    }
    #expect(trained.divergence != nil || !surface.contour.places.isEmpty)
  }
}
