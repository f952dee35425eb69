import NeuralNetwork
import Testing

@Suite struct ActivationTests {
  private let points = [-40.0, -6, -3, -1, -0.3, 0.2, 1, 3, 6, 40]

  @Test(arguments: Activation.allCases)
  func theDerivativeIsTheSlopeOfTheFunction(_ activation: Activation) {
    let definition = activation.definition
    for z in points {
      let slope = (definition.function(z + 1e-6, 0.1) - definition.function(z - 1e-6, 0.1)) / 2e-6
      let stated = definition.derivative(z, definition.function(z, 0.1), 0.1)
      #expect(abs(slope - stated) < 1e-8, "\(activation) at \(z)")
    }
  }

  @Test(arguments: Activation.allCases)
  func theSteepestSlopeIsNeverExceeded(_ activation: Activation) {
    let definition = activation.definition
    guard let steepest = definition.steepest else { return }
    #expect(definition.derivative(0, definition.function(0, 0), 0) == steepest)
    for z in points { #expect(definition.derivative(z, definition.function(z, 0), 0) < steepest) }
  }

  @Test func slopesAtTheKinks() {
    #expect(Activation.relu.definition.derivative(0, 0, 0.01) == 0)
    #expect(Activation.leakyRelu.definition.derivative(0, 0, 0.01) == 0.01)
    #expect(Activation.step.definition.function(0, 0) == 1)
  }

  @Test func sigmoidFlattensAsThePrintedTableSays() {
    let sigmoid = Activation.sigmoid.definition
    let table = [(0.0, 0.25), (1, 0.1966), (2, 0.1050), (3, 0.0452), (6, 0.0025)]
    for (z, slope) in table {
      #expect(abs(sigmoid.derivative(z, sigmoid.function(z, 0), 0) - slope) < 0.00005)
    }
  }
}
