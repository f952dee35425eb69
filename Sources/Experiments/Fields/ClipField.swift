import NeuralNetwork

extension ExperimentField {
  static let clip = ExperimentField(
    "clip",
    .group([
      .init("type", .choice(["norm", "value"]), "what is limited", isRequired: true),
      .init("max", .number(.positive), "the limit", isRequired: true),
    ]),
    summary: "limits the gradient",
    help:
      "`{type: norm, max: 1}` over all parameters together, or `{type: value, max: 1}` for each",
    usual: "no limit", examples: ["{type: norm, max: 1}", "{type: value, max: 0.5}"],
    parts: [.clipping],
    isLive: true,
    read: { value, reading in
      guard let fields = value.fields(of: "'clip'", known: ["type", "max"]) else { return }
      let type = fields.required("type", in: "'clip'")?.name(
        among: ["norm", "value"], "kind of clipping")
      guard let type, let limit = fields.required("max", in: "'clip'")?.number() else { return }
      reading.experiment.clipping = type == "norm" ? .norm(limit) : .value(limit)
    },
    write: { experiment in
      switch experiment.clipping {
      case nil: nil
      case .norm(let limit): .group([("type", "norm"), ("max", YAMLNode(limit))])
      case .value(let limit): .group([("type", "value"), ("max", YAMLNode(limit))])
      }
    },
    reset: { $0.clipping = nil })
}
