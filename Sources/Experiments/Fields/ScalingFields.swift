import NeuralNetwork

extension ExperimentField {
  static let scaling = ExperimentField(
    "scaling",
    .either([
      kinds,
      .group([.init("inputs", kinds, "as alone"), .init("targets", kinds, "as target_scaling")]),
    ]),
    summary: "brings the inputs to a common size",
    help:
      "`standard` (mean 0, deviation 1) or `range` (0 to 1): each input column, by the training samples; "
      + "`{inputs: standard, targets: standard}` says `target_scaling` too",
    usual: "inputs as they are", examples: ["standard", "{inputs: range}"],
    read: { value, reading in
      guard value.isGroup else {
        reading.experiment.scaling = kind(value)
        return
      }
      guard let fields = value.fields(of: "'scaling'", known: ["inputs", "targets"]) else { return }
      reading.experiment.scaling = fields["inputs"].flatMap(kind)
      reading.experiment.targetScaling = fields["targets"].flatMap(kind)
    },
    write: { $0.scaling.map { YAMLNode($0.rawValue) } })

  static let targetScaling = ExperimentField(
    "target_scaling", kinds, summary: "brings the targets to a common size",
    help: "The same for the targets, for training alone: errors are reported in the original unit",
    usual: "targets as they are", examples: ["standard"], parts: [.loss],
    read: { value, reading in
      if reading.fields["scaling"]?.member("targets") != nil {
        reading.fields.reject(
          "target_scaling", besides: "scaling", because: "it has 'targets' already")
      }
      if let scaling = kind(value) {
        reading.experiment.targetScaling = scaling
      }
    },
    write: { $0.targetScaling.map { YAMLNode($0.rawValue) } })

  private static func kind(_ value: YAMLValue) -> Scaling? {
    guard ["none", "false", "no", "off"].contains(value.scalarText?.lowercased()) else {
      return value.choice(Scaling.self, "scaling")
    }
    return value.reject("Without scaling this key is left out.")
  }

  private static let kinds = ValueForm.choice(Scaling.allCases.map(\.rawValue))
}
