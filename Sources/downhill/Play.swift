import ArgumentParser
import NeuralNetwork

/// The command play: the screens on an experiment of one's own.
struct Play: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Open the same screens on an experiment of your own.")

  @OptionGroup var screen: ScreenOptions

  @Argument(
    help: "An experiment in YAML or JSON, a table in CSV, or a data set's name; without it XOR.")
  var file: InputFile?

  func run() throws {
    guard let file else { return try openTutor(.experiment(Self.standard, name: "xor"), screen) }
    let experiment = try file.experiment()
    try openTutor(.experiment(experiment, name: "\(file)"), screen)
  }

  /// What there is to play with when nothing else is given.
  static let standard = Experiment(
    data: .named(.xor),
    layers: [
      LayerRecipe(units: 4, activation: .tanh), LayerRecipe(units: 1, activation: .sigmoid),
    ], loss: .binaryCrossEntropy, optimizer: Optimizer(.sgd, learningRate: 0.5))
}
