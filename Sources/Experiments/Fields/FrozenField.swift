import NeuralNetwork

extension ExperimentField {
  static let frozen = ExperimentField(
    "frozen", .list(.word), summary: "what training leaves as it is",
    help:
      "What training leaves as it is from the next update on: a layer, its weights or biases, or single parameters, "
      + "`[layer1, layer2.b, \"layer3.w[1,2]\"]`; no penalty or decay touches them",
    usual: "nothing", examples: ["[layer1]", "[layer1.b, \"layer1.w[1,1]\"]"], parts: [.frozen],
    isLive: true,
    read: { value, reading in
      if let parts = value.list("a list such as [layer1]", of: part) {
        reading.experiment.frozen = parts
      }
    },
    write: { $0.frozen.isEmpty ? nil : YAMLNode($0.frozen.map { YAMLNode("\($0)") }) },
    reset: { $0.frozen = [] },
    canBeChosen: true)

  private static func part(_ value: YAMLValue) -> FrozenPart? {
    guard let text = value.text(of: "a part of a network such as layer1") else { return nil }
    if let part = FrozenPart(parsing: text) { return part }
    value.diagnose(
      "'\(SafeText.visible(text))' is not part of a network: write layer1, layer1.w, layer1.b or \"layer1.w[1,2]\"."
    )
    return nil
  }
}
