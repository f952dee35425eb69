import Experiments
import NeuralNetwork

extension Exporter {
  /// The trained parameters, by the names that the PyTorch script gives them.
  static let safetensors = Exporter(
    name: "safetensors", title: "safetensors",
    summary:
      "The trained parameters in 64 bits, named as in the PyTorch script; 'weights' in an experiment reads them back",
    limits: "Parameters alone: neither the functions of the layers nor the data",
    fileExtension: "safetensors", isText: false
  ) { run in
    SafeTensors.bytes(NamedTensor.all(of: try run.trained().network))
  }
}
