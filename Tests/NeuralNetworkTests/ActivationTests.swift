import NeuralNetwork
import Testing

@Suite struct ActivationTests {
  private let points = [-40.0, -6, -3, -1, -0.3, 0.2, 1, 3, 6, 40]

  /// Where a unit is called dead no error passes, and a little above that some does.
  @Test(arguments: Activation.all.filter { $0.flatUpTo != nil })
  func flatMeansThatNothingPasses(_ activation: Activation) throws {
    let end = try #require(activation.flatUpTo)
    let slope = { activation.derivative($0, activation.function($0, 0), 0) }
    for z in [end, 2 * end, end - 1e6] { #expect(abs(slope(z)) < 1e-300) }
    #expect(slope(end + abs(end) / 4 + 1e-9) != 0)
  }

  @Test(arguments: Activation.all)
  func theDerivativeIsTheSlopeOfTheFunction(_ activation: Activation) {
    for z in points {
      let slope = (activation.function(z + 1e-6, 0.1) - activation.function(z - 1e-6, 0.1)) / 2e-6
      let stated = activation.derivative(z, activation.function(z, 0.1), 0.1)
      #expect(abs(slope - stated) < 1e-8, "\(activation) at \(z)")
    }
  }

  @Test(arguments: Activation.all)
  func theSteepestSlopeIsNeverExceeded(_ activation: Activation) {
    guard let steepest = activation.steepest else { return }
    #expect(activation.derivative(0, activation.function(0, 0), 0) == steepest)
    for z in points { #expect(activation.derivative(z, activation.function(z, 0), 0) < steepest) }
  }

  @Test func slopesAtTheKinks() {
    #expect(Activation.relu.derivative(0, 0, 0.01) == 0)
    #expect(Activation.leakyRelu.derivative(0, 0, 0.01) == 0.01)
    #expect(Activation.step.function(0, 0) == 1)
  }

  @Test func sigmoidFlattensAsThePrintedTableSays() {
    let sigmoid = Activation.sigmoid
    let table = [(0.0, 0.25), (1, 0.1966), (2, 0.1050), (3, 0.0452), (6, 0.0025)]
    for (z, slope) in table {
      #expect(abs(sigmoid.derivative(z, sigmoid.function(z, 0), 0) - slope) < 0.00005)
    }
  }
}
