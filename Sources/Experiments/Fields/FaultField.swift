import NeuralNetwork

extension ExperimentField {
  /// A mistake in the engine, which nobody but a lesson about mistakes may ask for.
  static let fault = ExperimentField(
    "fault", .choice(Fault.names), summary: "a mistake in the engine",
    help:
      "In lessons only that say `faulty: true` in their head: a mistake in the engine for the learner to find, such as "
      + "no_hidden_slope or bias_sign",
    usual: "none", examples: [], parts: [.fault],
    read: { value, reading in
      guard reading.source.mayPlantFaults else {
        return value.diagnose(
          "A fault can be planted only by a lesson that says 'faulty: true' in its head.")
      }
      if let fault = value.choice(Fault.self, "fault") { reading.experiment.fault = fault }
    },
    write: { $0.fault.map { YAMLNode($0.name) } },
    canBeChosen: false)
}
