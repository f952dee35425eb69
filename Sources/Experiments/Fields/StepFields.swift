import NeuralNetwork

extension ExperimentField {
  static let steps = ExperimentField(
    "steps", .integer(0...Limits.updates), summary: "updates of a run without a screen",
    help: "How many updates `train` and `sweep` make unless told otherwise", usual: "1000",
    examples: ["500"], parts: [.steps],
    isLive: true,
    read: { value, reading in
      if let steps = value.integer(0...Limits.updates, "a number of updates") {
        reading.experiment.steps = steps
      }
    },
    write: { $0.steps.map { YAMLNode($0) } },
    reset: { $0.steps = nil })

  static let recordSteps = ExperimentField(
    "record_steps", .list(.integer(0...Limits.updates)),
    summary: "updates that a trace shows in full",
    help: "Which updates, counted from 0, `train --trace` shows in full", usual: "none",
    examples: ["[0, 9]"], parts: [.steps],
    isLive: true,
    read: { value, reading in
      let steps = value.list("a list of updates", atMost: 10_000) {
        $0.integer(0...Limits.updates, "an update")
      }
      if let steps { reading.experiment.recordedSteps = steps }
    },
    write: {
      $0.recordedSteps.isEmpty ? nil : YAMLNode($0.recordedSteps.map { YAMLNode($0) })
    },
    reset: { $0.recordedSteps = [] })
}
