import NeuralNetwork
import Platform

/// How good a network is on some samples, as inference.
struct TrainingFigures {
  /// The samples' name in a summary and in JSON.
  let title, key: String
  let samples: Int
  /// The objective on the samples to learn from, penalties included; without them on all others.
  let loss: Double
  /// The same without penalties.
  let dataLoss: Double
  /// The share that is classified right; nil where there are no classes.
  let accuracy: Double?
  /// The share of the variance that is explained; nil for classes and for targets that do not vary.
  let rSquared: Double?
  /// The root mean square error in the targets' own unit, where targets are scaled; nil elsewhere.
  let error: Double?
  /// How often a sample of class i (row) was taken for class j (column); nil where there are no classes.
  let confusion: Matrix?

  /// The figures of the samples that a run learns from and, where there are any, of those held out and those for the test.
  ///
  /// They are those of the run's own network, or of another one in its place.
  static func all(of run: Run, with network: Network? = nil) -> [TrainingFigures] {
    let network = network ?? run.network
    return sets(of: run).map { TrainingFigures(run, network, $0.title, $0.key, $0.data) }
  }

  /// The losses of the same samples alone.
  static func losses(of run: Run) -> [Double] {
    [run.objective] + [run.heldOutLoss, run.testLoss].compactMap { $0 }
  }

  private static func sets(of run: Run) -> [(title: String, key: String, data: Dataset)] {
    let sets = [
      ("training", "", run.dataset), ("held out", "heldout_", run.heldOut),
      ("test", "test_", run.test),
    ]
    return sets.compactMap { title, key, data in data.map { (title, key, $0) } }
  }

  private init(_ run: Run, _ network: Network, _ title: String, _ key: String, _ data: Dataset) {
    (self.title, self.key, samples) = (title, key, data.count)
    let isTraining = key.isEmpty
    let isOwn = network == run.network
    dataLoss = isTraining && isOwn ? run.datasetLoss : run.loss(of: network, on: data)
    loss = !isTraining ? dataLoss : isOwn ? run.objective : run.objective(of: network)
    accuracy = run.accuracy(of: network, on: data)
    let outputs = network.outputs(for: data.inputs)
    let isClassification = accuracy != nil
    rSquared =
      isClassification ? nil : Metrics.rSquared(outputs: outputs, targets: data.targets)
    error = run.targetScaler.map { _ in
      Metrics.rootMeanSquareError(
        outputs: run.outputs(of: network, on: data), targets: run.targets(of: data))
    }
    confusion = run.confusion(outputs: outputs, of: data)
  }
}

extension TrainingFigures {
  /// `training: loss 0.7 → 0.1, accuracy 97.5 %`, the loss as it was and as it is.
  func line(firstLoss: Double) -> String {
    // A NaN may have a sign, which says nothing.
    let text = "\(title): loss \(firstLoss) → \(loss.isNaN ? "nan" : "\(loss)")"
    let part = loss.isFinite && dataLoss != loss ? " (data_loss \(dataLoss))" : ""
    let offset = error.map { String(printf: ", off by %.4g in the targets' unit", $0) }
    return text + part + (quality.map { ", \($0.name) \($0.value)" } ?? "") + (offset ?? "")
  }

  /// The accuracy, or R² where there are no classes.
  var quality: (name: String, value: String)? {
    if let accuracy { return ("accuracy", percentText(accuracy, decimals: 1)) }
    return rSquared.flatMap { $0.isFinite ? $0 : nil }.map {
      ("R²", String(printf: abs($0) < 1e4 ? "%.4f" : "%.3g", $0))
    }
  }

  /// The members of a JSON object.
  var members: [(key: String, json: String)] {
    [
      (key + "loss", JSONText.number(loss)), (key + "data_loss", JSONText.number(dataLoss)),
      (key + "accuracy", accuracy.map(JSONText.number) ?? "null"),
      (key + "r_squared", rSquared.map(JSONText.number) ?? "null"),
      (key + "rms_error", error.map(JSONText.number) ?? "null"),
    ]
  }
}
