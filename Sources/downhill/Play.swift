import ArgumentParser
import Lessons
import NeuralNetwork

/// The command play: the screens on an experiment of one's own.
struct Play: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Open the same screens on an experiment of your own.")

  @OptionGroup var screen: ScreenOptions
  @OptionGroup var lessons: LessonsOption

  @Argument(
    help: "An experiment in YAML or JSON, a table in CSV, or a data set's name; without it XOR.")
  var file: InputFile?

  func run() throws {
    let experiment = try file?.experiment() ?? Self.standard
    try openTutor(.experiment(experiment, name: file.map { "\($0)" } ?? "xor"), screen) {
      (try? lessons.library().lessons) ?? []
    }
  }

  /// What there is to play with when nothing else is given.
  static let standard = Experiment(
    data: .named(.xor),
    layers: [
      LayerRecipe(units: 4, activation: .tanh), LayerRecipe(units: 1, activation: .sigmoid),
    ], loss: .binaryCrossEntropy, optimizer: Optimizer(.sgd, learningRate: 0.5))
}
