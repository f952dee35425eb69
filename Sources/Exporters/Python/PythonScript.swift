import Experiments
import NeuralNetwork

/// What both kinds of scripts are made of.
struct PythonScript {
  let experiment: Experiment
  /// The run before its first update.
  let first: Run
  let draws: RunDraws
  let loss: ExportedLoss
  let optimizer: ExportedOptimizer
  private let activations: [ExportedActivation]
  private let schedule: ExportedSchedule

  /// The keys of an experiment that scripts carry over, or need not know.
  static let keys = [
    "data", "inputs", "targets", "input_names", "class_names", "holdout", "test", "scaling",
    "target_scaling", "augment",
    "layers", "layers.units", "layers.weights", "layers.biases", "layers.activation",
    "layers.init", "layers.scale", "layers.slope", "layers.batch_norm", "layers.residual",
    "layers.dropout", "layers.trainable", "loss", "class_weights", "optimizer", "learning_rate",
    "schedule", "clip", "l1", "l2", "frozen", "batch_size", "shuffle", "batches",
    "early_stopping", "seed", "steps", "record_steps",
  ]

  init(_ run: ExportedRun) throws {
    experiment = run.experiment
    first = try run.start()
    if let layer = first.network.layers.first(where: { !$0.frozen.isEmpty }) {
      throw ExportError(
        "Single parameters of layer \(layer.number) are frozen, which a script cannot say: freeze whole layers, their weights or biases."
      )
    }
    activations = try first.network.layers.map { try .of($0.activation) }
    loss = try .of(experiment.loss)
    optimizer = try .of(experiment.optimizer.rule)
    schedule = try .of(experiment.schedule)
    draws = try RunDraws(run, from: first)
  }

  var layers: [Layer] { first.network.layers }
  func activation(of layer: Layer) -> ExportedActivation { activations[layer.number - 1] }
  var isRateConstant: Bool { experiment.schedule == .constant }

  /// The comment that a script begins with.
  func title(_ library: String) -> [String] {
    let sizes = first.network.shape.map { "\($0)" }.joined(separator: "-")
    return [
      "\"\"\"A network of \(sizes) units, trained with \(library): \(loss.original.title), \(optimizer.original.title).",
      "",
      "Written by Downhill. It prints each update and the loss of its batch before it is made, as",
      "'downhill train --trace --json' has them in 'losses'; they agree but for rounding.",
      "\"\"\"", "",
    ]
  }

  /// The samples, and what is drawn in the run.
  func data(_ array: (String) -> String) -> [String] {
    var lines = [
      "# The samples, as the network sees them: a row of inputs and a row of targets each."
        + (experiment.scaling == nil ? "" : " They are scaled."),
      "X = " + array(PythonText.rows(first.dataset.inputs)),
      "T = " + array(PythonText.rows(first.dataset.targets)), "",
    ]
    if let weights = sampleWeights {
      lines += [
        "# What the loss of each sample is multiplied by: the weight of its class.",
        "C = " + array(PythonText.rows(weights)), "",
      ]
    }
    if let batches = draws.batches {
      lines += [
        "# The samples of each update; after the last list comes the first again.",
        "batches = " + PythonText.rows(batches), "",
      ]
    }
    if !draws.inputs.isEmpty {
      lines += [
        "# The inputs of each update, moved at random.",
        "moved = " + PythonText.matrices(draws.inputs), "",
      ]
    }
    for (layer, scales) in draws.dropoutScales.sorted(by: { $0.key < $1.key }) {
      lines += [
        "# Dropout of layer \(layer) in each update: 0 for a unit that is left out.",
        "dropout\(layer) = " + PythonText.matrices(scales), "",
      ]
    }
    return lines
  }

  /// The weight of each sample's class; nil without class weights.
  private var sampleWeights: Matrix? {
    guard let weights = experiment.classWeights, let labels = first.dataset.labels else {
      return nil
    }
    return Matrix(labels.map { [weights[$0]] })
  }

  /// The function that says the rate of update k.
  var learningRate: [String] {
    let rate = schedule.rate(experiment.schedule, base: experiment.optimizer.learningRate)
    return ["def learning_rate(k):", "    return \(rate)", "", ""]
  }

  /// The lines of the loop that choose the batch of update k.
  func batch(_ array: (String) -> String) -> [String] {
    var lines = ["x, t = X, T"]
    if draws.batches != nil {
      lines = ["chosen = batches[k % len(batches)]", "x, t = X[chosen], T[chosen]"]
    }
    if !draws.inputs.isEmpty { lines.append("x = " + array("moved[k]")) }
    return lines
  }

  /// The loss of a batch out of the costs of its outputs.
  func mean(of costs: String) -> String {
    var costs = costs
    if experiment.classWeights != nil {
      costs = (draws.batches == nil ? "C" : "C[chosen]") + " * (\(costs))"
    }
    return loss.original.mean == .overSamples ? "(\(costs)).sum() / len(x)" : "(\(costs)).mean()"
  }

  /// Lines of the loop that copy the parameters to which early stopping goes back.
  func keeping(_ copy: String) -> [String] {
    draws.best == draws.updates ? [] : ["if k == \(draws.best):", "    best = \(copy)"]
  }

  /// Lines after the loop that take the copy in.
  func goingBack(_ lines: [String]) -> [String] {
    draws.best == draws.updates
      ? [] : ["", "# Early stopping: back to the lowest loss on held-out samples."] + lines
  }

  /// The numbers of the layers whose weights are penalized.
  var penalized: [Int] { layers.filter { $0.trainable.contains(.weights) }.map(\.number) }
}
