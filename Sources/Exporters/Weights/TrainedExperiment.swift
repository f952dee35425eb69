import Experiments
import NeuralNetwork

extension Exporter {
  /// The experiment with the parameters that the run ends with.
  static let experiment = Exporter(
    name: "experiment", title: "trained experiment",
    summary: "An experiment file that begins where the run ends; it names the same data",
    limits:
      "What the optimizer remembers begins anew, and a file that the data names is not copied",
    fileExtension: "yaml"
  ) { run in
    let network = try run.trained().network
    var experiment = run.experiment
    for index in experiment.layers.indices {
      experiment.layers[index].begin(as: network, layer: index + 1)
    }
    let layers = ExperimentDocument(experiment)["layers"]
    guard let layers else { throw ExportError("The layers cannot be written.") }
    do {
      let document = try run.file.document.replacing([ExperimentEdit("layers", value: layers)])
      let own = run.destination.map { document.moved(to: $0) } ?? document
      return Array(own.text.utf8)
    } catch { throw ExportError("The layers have no place in the experiment file.") }
  }
}
