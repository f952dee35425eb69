import Experiments
import NeuralNetwork

extension Exporter {
  /// The experiment with the parameters that the run ends with.
  static let experiment = Exporter(
    name: "experiment", title: "trained experiment",
    summary: "An experiment file that begins where the run ends; it names the same data",
    limits:
      "What the optimizer remembers and the running figures of batch norm begin anew, and a file that the data names is not copied",
    fileExtension: "yaml"
  ) { run in
    let network = try run.trained().network
    var experiment = run.experiment
    for index in experiment.layers.indices {
      experiment.layers[index].take(network, layer: index + 1)
    }
    let layers = ExperimentDocument(experiment)["layers"]
    guard let layers else { throw ExportError("The layers cannot be written.") }
    do {
      let document = try run.file.document.replacing([ExperimentEdit("layers", value: layers)])
      return Array(document.text.utf8)
    } catch { throw ExportError("The layers have no place in the experiment file.") }
  }
}

extension LayerRecipe {
  /// Begins with the parameters of a layer (from 1) of a network.
  fileprivate mutating func take(_ network: Network, layer: Int) {
    let weights = network.weights(layer: layer)
    explicit = ExplicitParameters(
      weights: weights.rowsOfNumbers,
      biases: network.biases(layer: layer))
    batchNorm?.gamma = network.gamma(layer: layer)
    batchNorm?.beta = network.beta(layer: layer)
  }
}
