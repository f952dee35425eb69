import NeuralNetwork

extension ExperimentField {
  static let earlyStopping = ExperimentField(
    "early_stopping",
    .group([
      .init("patience", .integer(1...Limits.updates), "epochs without a gain", isRequired: true),
      .init("min_delta", .number(.nonNegative), "how much lower a loss must be to count"),
    ]),
    summary: "ends training when held-out samples gain nothing",
    help:
      "`{patience: 10, min_delta: 0}` beside a `holdout`: `train` and `sweep` stop after 10 epochs in which the "
      + "held-out loss did not fall by more than `min_delta`, and go back to where it last did",
    usual: "never", examples: ["{patience: 3}", "{patience: 3, min_delta: 0.01}"],
    parts: [.earlyStopping],
    isLive: true,
    read: { value, reading in
      guard value.isGroup else {
        return value.diagnose(
          "Say how many epochs it waits for a gain: 'early_stopping: {patience: 10}'.")
      }
      let fields = value.fields(of: "'early_stopping'", known: ["patience", "min_delta"])
      guard let fields,
        let patience = fields.required("patience", in: "'early_stopping'")?.integer(
          1...Limits.updates, "a number of epochs")
      else { return }
      reading.experiment.earlyStopping = EarlyStopping(
        patience: patience, minimumDelta: fields["min_delta"]?.number() ?? 0)
    },
    write: { experiment in
      experiment.earlyStopping.map {
        .group([
          ("patience", YAMLNode($0.patience)),
          ("min_delta", $0.minimumDelta == 0 ? nil : YAMLNode($0.minimumDelta)),
        ])
      }
    },
    reset: { $0.earlyStopping = nil })
}
