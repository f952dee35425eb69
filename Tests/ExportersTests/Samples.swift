import Experiments
import NeuralNetwork
import Testing

@testable import Exporters

/// Experiments that are exported.
enum Samples {
  /// A network with an activation, a loss and an optimizer, where the engine allows them together.
  static let combinations: [(name: String, run: ExportedRun)] = Activation.all.flatMap { f in
    Loss.all.flatMap { loss in
      Optimizer.Rule.all.compactMap { rule in
        combination(f, loss, rule).map { ("\(f) \(loss) \(rule)", $0) }
      }
    }
  }

  /// No gradient is zero but for rounding, where another library may take another sign.
  ///
  /// Lion has none from the first weights of this seed. Under the absolute error biases move by whole multiples of one step,
  /// so that no target lies on one.
  private static func combination(
    _ activation: Activation, _ loss: Loss, _ rule: Optimizer.Rule
  ) -> ExportedRun? {
    let isOutput = activation.place == .outputLayer
    let output = loss.output ?? (isOutput ? activation : .linear)
    guard !isOutput || output == activation else { return nil }
    let inputs = [[0.1, -0.7], [1.2, 0.4], [-0.6, 0.9], [0.3, 1.5], [-1.1, -0.2]]
    let (no, yes) = loss == .meanAbsoluteError ? (0.0712, 0.9134) : (0, 1)
    let targets = [[yes, no], [no, yes], [yes, no], [no, yes], [no, yes]]
    let experiment = Experiment(
      data: .explicit(inputs: inputs, targets: targets),
      layers: [
        LayerRecipe(units: 3, activation: isOutput ? .tanh : activation, slope: 0.1),
        LayerRecipe(units: 2, activation: output),
      ], loss: loss, optimizer: Optimizer(rule, learningRate: 0.05), seed: 5)
    return (try? experiment.check()).map { ExportedRun(ExperimentFile(experiment), updates: 6) }
  }

  /// Every other thing that an experiment may ask for.
  static let features =
    [
      "data: {name: moons, samples: 20}\nhidden: [4]\nbatch_size: 6",
      "data: {name: moons, samples: 20}\nhidden: [4]\nbatch_size: 6\nshuffle: false",
      "data: xor\nhidden: [3]\nbatches: [[0, 3], [1], [2, 2, 1]]",
      "data: xor\nhidden: [4]\nl1: 0.01\nl2: 0.02\nclip: {type: norm, max: 0.05}",
      "data: xor\nhidden: [4]\nclip: {type: value, max: 0.01}\noptimizer: {name: adam, weight_decay: 0.1}",
      "data: xor\nhidden: [4]\noptimizer: {name: rmsprop, centered: true, momentum: 0.5, lr: 0.01}",
      "data: xor\nhidden: [4]\noptimizer: {name: adagrad, lr_decay: 0.1, initial_accumulator: 0.5}",
      "data: xor\nhidden: [4]\noptimizer: {name: nesterov, weight_decay: 0.01}",
      "data: xor\nhidden: [4]\noptimizer: {name: momentum, momentum: 0}",
      "data: xor\nhidden: [4]\noptimizer: {name: nesterov, momentum: 0}",
      "data: {name: moons, samples: 20}\nhidden: [6]\ndropout: 0.4\nbatch_size: 8",
      "data: {name: moons, samples: 20}\nhidden: [3]\naugment: {noise: 0.2}",
      "data: {name: blobs, samples: 20}\nhidden: [3]\nscaling: standard\nholdout: 0.25",
      "data: line\nhidden: [3]\nscaling: range\ntarget_scaling: standard\nloss: huber",
      "data: {name: moons, samples: 20}\nhidden: [3]\nclass_weights: [1, 3]\nbatch_size: 6",
      "inputs: [[0, 1], [1, 1], [1, 0], [0.5, 0.2]]\ntargets: [[1, 0], [0, 1], [1, 0], [0, 1]]\n"
        + "hidden: [3]\nloss: cce\nclass_weights: [2, 0.5]",
      "inputs: [[1, 2], [3, 4], [2, 0]]\ntargets: [[1], [0], [1]]\nlayers:\n"
        + "  - {units: 4, activation: relu, batch_norm: true}\n"
        + "  - {units: 4, activation: tanh, residual: true, dropout: 0.3}\n"
        + "  - {units: 4, activation: silu, residual: true, batch_norm: {gamma: [1, 2, 1, 1]}}\n"
        + "  - {units: 1, activation: sigmoid}\nloss: bce",
      "inputs: [[1, 2], [3, 4], [2, 0]]\ntargets: [[1], [0], [1]]\nlayers:\n"
        + "  - {weights: [[0.5, -0.5], [1, 0.2]], activation: tanh}\n  - {units: 1}\nl2: 0.1",
      "data: {name: blobs, samples: 16, classes: 4}\nlayers:\n"
        + "  - {units: 2, batch_norm: {gamma: [2, -1], beta: [0, 1], mean: [1, 5], variance: [2, 4], eps: 0.1}}\n"
        + "  - {units: 2, activation: relu, residual: true, biases: false}\n"
        + "  - {units: 4, activation: softmax}\nloss: cce\nholdout: 0.25\nbatch_size: 6",
      "data: {name: circles, samples: 30, noise: 0.1}\nhidden: [5, 4]\nactivation: elu\nloss: hinge\nbatch_size: 7\n"
        + "class_weights: [1, 4]\noptimizer: {name: lion, lr: 0.005, weight_decay: 0.1}",
      "data: {name: sine, samples: 30}\nhidden: [6]\nactivation: softplus\nloss: huber\ntarget_scaling: range\nholdout: 0.2\n"
        + "optimizer: {name: rmsprop, lr: 0.01, alpha: 0.9, momentum: 0.9, centered: true, weight_decay: 0.02}\nbatch_size: 5",
      "data: xor\nlayers:\n  - {units: 4, activation: sigmoid, trainable: {weights: false, biases: true}}\n"
        + "  - {units: 3, activation: silu, trainable: false}\n"
        + "  - {units: 1, activation: sigmoid, biases: false}\nloss: bce\nl1: 0.01\nl2: 0.1",
      "data: {name: moons, samples: 20, noise: 0.4}\nhidden: [6]\nholdout: 0.3\nlearning_rate: 1\n"
        + "early_stopping: {patience: 3}",
    ] + schedules

  /// A run with each example of each key of an experiment; weights are in another file, and a fault is for lessons alone.
  static func examples() throws -> [(name: String, run: ExportedRun)] {
    try ExperimentField.all.flatMap { field in
      try field.examples.map { example in
        let name = "\(field.name): \(example)"
        let data = field.name == "target_scaling" ? "line" : "moons"
        let rows = ["inputs": "[[0, 1], [1, 1], [1, 0]]", "targets": "[[1], [0], [1]]"]
        let base =
          rows[field.name] == nil && !field.name.hasSuffix("_names")
          ? "data: \(data)\nhidden: [3]\nholdout: 0.25\nbatch_size: 5\ninit: normal"
          : rows.map { "\($0): \($1)" }.joined(separator: "\n") + "\nhidden: [3]"
        let edit = try #require(ExperimentDocument(source(name))[field.name])
        let document = try ExperimentDocument(source(base))
          .replacing([ExperimentEdit(field.name, value: edit)])
        return (name, try run(document.text, updates: 6))
      }
    }
  }

  private static func source(_ text: String) -> SourceText { SourceText(name: "x", text: text) }

  private static let schedules = [
    "{name: step, step_size: 3, gamma: 0.5}", "{name: exponential, gamma: 0.9}",
    "{name: cosine, t_max: 6, lr_min: 0.01}", "{name: linear, steps: 6}",
    "{name: warm_up, steps: 5}",
  ].map { "data: xor\nhidden: [3]\nschedule: \($0)" }

  /// The run of an experiment file.
  static func run(_ text: String, updates: Int = 10) throws -> ExportedRun {
    let file = try ExperimentFile(SourceText(name: "x.yaml", text: text))
    return ExportedRun(file, updates: updates)
  }

  /// The losses that the engine's own record of a run has.
  static func losses(_ run: ExportedRun) throws -> [Double] {
    try #require(RunRecord(run.experiment, steps: run.updates).value["losses"]).numbers
  }
}
