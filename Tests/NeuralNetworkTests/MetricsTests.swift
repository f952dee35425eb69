import NeuralNetwork
import Testing

@Suite struct MetricsTests {
  @Test func oneOutputMustLieOnItsTargetsSide() {
    let targets = Matrix([[0], [1], [1], [0]])
    #expect(
      Metrics.accuracy(
        outputs: Matrix([[0.2], [0.8], [0.4], [0.5]]), targets: targets, boundary: 0.5) == 0.625)
  }

  /// Of k outputs that tie, a toss-up takes the right one once in k times; the confusion counts alike.
  @Test func aTieIsATossUp() {
    let targets = Matrix([[1, 0, 0], [0, 0, 1]])
    let outputs = Matrix([[2, 2, 1], [0, 0, 0]])
    #expect(
      Metrics.accuracy(outputs: outputs, targets: targets, boundary: 0.5) == (0.5 + 1.0 / 3) / 2)
    let confusion = Metrics.confusion(outputs: outputs, targets: targets, boundary: 0.5)
    #expect(confusion.row(0) == [0.5, 0.5, 0] && confusion[2, 2] == 1.0 / 3)
    #expect(Metrics.accuracy(outputs: Matrix([[0]]), targets: Matrix([[1]]), boundary: 0) == 0.5)
  }

  @Test func severalOutputsMustBeLargestAtTheTarget() {
    let targets = Matrix([[1, 0, 0], [0, 0, 1]])
    #expect(
      Metrics.accuracy(outputs: Matrix([[3, 1, 2], [1, 2, 1]]), targets: targets, boundary: 0.5)
        == 0.5)
  }

  @Test func labelsAreRightEachForItself() {
    let targets = Matrix([[1, 1, 0], [0, 0, 0]])
    let outputs = Matrix([[0.9, 0.8, 0.1], [0.2, 0.5, 0.6]])
    #expect(Metrics.labelAccuracy(outputs: outputs, targets: targets, boundary: 0.5) == 4.5 / 6)
  }

  @Test func severalYesAndNoAnswersAreLabels() throws {
    var recipe = Samples.journeys[0].experiment
    recipe.data = .explicit(inputs: [[1], [2]], targets: [[1, 1], [0, 1]])
    let explicit = ExplicitParameters(weights: [[-20], [20]], biases: [30, 0])
    recipe.layers = [LayerRecipe(units: 2, activation: .sigmoid, explicit: explicit)]
    recipe.batches = .full
    let labels = try Run(recipe)
    #expect(labels.hasLabels && labels.accuracy == 1)
    recipe.data = .explicit(inputs: [[1], [2]], targets: [[1, 0], [0, 1]])
    let classes = try Run(recipe)
    #expect(!classes.hasLabels && classes.accuracy == 0.5)
  }

  @Test func confusionCountsWhatWasTakenForWhat() {
    let targets = Matrix([[1, 0, 0], [0, 1, 0], [0, 1, 0]])
    let outputs = Matrix([[3, 1, 2], [0, 0, 1], [0, 2, 1]])
    #expect(
      Metrics.confusion(outputs: outputs, targets: targets, boundary: 0.5)
        == Matrix([[1, 0, 0], [0, 1, 1], [0, 0, 0]]))
    #expect(
      Metrics.confusion(
        outputs: Matrix([[0.9], [0.1]]), targets: Matrix([[1], [1]]), boundary: 0.5)
        == Matrix([[0, 0], [1, 1]]))
  }

  /// Squares of such numbers are infinite, or 0.
  @Test(arguments: [1e-300, 1e-170, 1, 1e170, 1e300]) func figuresHaveNoUnit(_ unit: Double) throws
  {
    let (outputs, targets) = (Matrix([[unit], [3 * unit]]), Matrix([[2 * unit], [4 * unit]]))
    let share = try #require(Metrics.rSquared(outputs: outputs, targets: targets))
    #expect(abs(share) < 1e-12)
    let error = Metrics.rootMeanSquareError(outputs: outputs, targets: targets)
    #expect(abs(error / unit - 1) < 1e-12)
  }

  @Test func rSquaredIsOneForAPerfectFitAndZeroForTheMean() {
    let targets = Matrix([[1], [2], [6]])
    #expect(Metrics.rSquared(outputs: targets, targets: targets) == 1)
    #expect(Metrics.rSquared(outputs: Matrix([[3], [3], [3]]), targets: targets) == 0)
    #expect(Metrics.rSquared(outputs: Matrix([[1], [1]]), targets: Matrix([[1], [1]])) == nil)
  }
}
