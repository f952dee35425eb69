import NeuralNetwork

extension ExperimentField {
  static let loss = ExperimentField(
    "loss", .choice(Loss.names),
    summary: "what training makes small",
    help: "\(list(Loss.names)); `bce` goes with a sigmoid output layer, `cce` with softmax, "
      + "`perceptron` with step, `hinge` with targets 0 or 1 (an output above 0 says 1); `crossentropy` is the one of these two that goes with the classes",
    usual: "cross-entropy for classes, else mse", examples: ["half_mse", "bce"], parts: [.loss],
    read: { value, reading in
      if value.meansCrossEntropy { return }
      if let loss = Loss.elsewhere(value.scalarText) ?? value.choice(Loss.self, "loss") {
        reading.experiment.loss = loss
      }
    },
    write: { YAMLNode($0.loss.name) },
    reset: { $0.loss = $0.data.defaultLoss(output: $0.layers.last?.activation) },
    change: { .loss($0.loss) })

  /// Names in a row, for a help text.
  static func list(_ names: [String]) -> String { names.joined(separator: ", ") }
}

extension YAMLValue {
  /// Whether it asks for cross-entropy without saying which.
  var meansCrossEntropy: Bool {
    let words = ["crossentropy", "ce", "crossentropyloss", "xent", "logloss"]
    return words.contains(Loss.plain(scalarText))
  }
}

extension Loss {
  /// The loss that other programs call so; nil for names of our own.
  static func elsewhere(_ name: String?) -> Loss? {
    all.first { $0.aliases.contains(plain(name)) }
  }

  /// A name in small letters, without what joins words.
  fileprivate static func plain(_ name: String?) -> String {
    name?.lowercased().filter { !"_- ".contains($0) } ?? ""
  }
}
