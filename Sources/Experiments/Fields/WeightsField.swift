import NeuralNetwork

extension ExperimentField {
  static let weights = ExperimentField(
    "weights", .word, summary: "a file of parameters to begin with",
    help:
      "A safetensors file beside this one, whose parameters the network begins with: the names and shapes of "
      + "`export --to safetensors`, which are those of the script for PyTorch, in 64 or 32 bits",
    usual: "drawn as `init` says", examples: [], parts: [.layer(0)],
    excludes: [
      "init": "the file has all parameters", "scale": "the file has all parameters",
    ],
    read: { value, reading in reading.weights = WeightsFile(value) },
    write: { _ in nil },
    makeRoom: { root, _ in
      root.changeLayers(hiddenOnly: false) { $0.forgetStart() }
      return false
    })
}
