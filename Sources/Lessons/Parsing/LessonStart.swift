import NeuralNetwork
import Workbench

/// What a lesson begins with, beside what the list says of it.
struct LessonStart: Sendable {
  var keep: [InlineText] = []
  var words: [String: String] = [:]
  var workspace: Workspace
  var takesTable = false
  var names: [String: Quantity] = [:]
  var pageCount = 1
  var version = ""

  /// In place of what cannot be read: a run of one weight, beside the page that says what is wrong.
  static let blank: LessonStart = {
    let still = Experiment(
      data: .explicit(inputs: [[0]], targets: [[0]]),
      layers: [LayerRecipe(units: 1, activation: .linear)], loss: .meanSquaredError,
      optimizer: Optimizer(.sgd, learningRate: 1))
    guard let workspace = try? Workspace(still) else {
      preconditionFailure("a run of one weight is sound")
    }
    return LessonStart(workspace: workspace)
  }()
}
