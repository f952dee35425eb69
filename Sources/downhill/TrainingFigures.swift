import Foundation
import NeuralNetwork

/// How good a network is on some samples, as inference.
struct TrainingFigures {
  /// The samples' name in a summary and in JSON.
  let title, key: String
  let samples: Int
  let loss: Double
  /// The share that is classified right; nil where there are no classes.
  var accuracy: Double?
  /// The share of the variance that is explained; nil for classes and for targets that do not vary.
  var rSquared: Double?
  /// How often a sample of class i (row) was taken for class j (column); nil where there are no classes.
  var confusion: Matrix?

  /// The figures of the samples that a run learns from and, where there are any, of those held out.
  static func all(of run: Run) -> [TrainingFigures] {
    let training = TrainingFigures(
      run, "training", "", run.dataset, loss: run.datasetLoss, accuracy: run.accuracy)
    guard let data = run.heldOut, let loss = run.heldOutLoss else { return [training] }
    let heldOut = TrainingFigures(
      run, "held out", "held_out_", data, loss: loss, accuracy: run.heldOutAccuracy)
    return [training, heldOut]
  }

  private init(
    _ run: Run, _ title: String, _ key: String, _ data: Dataset, loss: Double, accuracy: Double?
  ) {
    (self.title, self.key, samples, self.loss) = (title, key, data.count, loss)
    self.accuracy = accuracy
    let outputs = run.network.outputs(for: data.inputs)
    if accuracy == nil {
      rSquared = Metrics.rSquared(outputs: outputs, targets: data.targets)
    } else {
      confusion = Metrics.confusion(outputs: outputs, targets: data.targets)
    }
  }
}

extension TrainingFigures {
  /// `loss 0.1, accuracy 97.5 %`, the loss as it was and as it is.
  func line(firstLoss: Double) -> String {
    // A NaN may have a sign, which says nothing.
    var text = "loss \(firstLoss) → \(loss.isNaN ? "nan" : "\(loss)")"
    if let accuracy { text += String(format: ", accuracy %.1f %%", accuracy * 100) }
    if let rSquared { text += String(format: ", R² %.4f", rSquared) }
    return text
  }

  /// The members of a JSON object.
  func members(firstLoss: Double) -> [(String, String)] {
    [
      (key + "samples", "\(samples)"), (key + "first_loss", JSONText.number(firstLoss)),
      (key + "loss", JSONText.number(loss)),
      (key + "accuracy", accuracy.map(JSONText.number) ?? "null"),
      (key + "r_squared", rSquared.map(JSONText.number) ?? "null"),
    ]
  }

  /// The counts as rows of a JSON array.
  var confusionJSON: String {
    guard let confusion else { return "null" }
    let rows = (0..<confusion.rows).map { row in
      "[" + confusion.row(row).map { "\(Int($0))" }.joined(separator: ",") + "]"
    }
    return "[" + rows.joined(separator: ",") + "]"
  }

  /// The counts as lines: a row for each true class, a column for each guess.
  var confusionTable: [String] {
    guard let confusion else { return [] }
    let counts = confusion.elements.map { "\(Int($0))" }
    let width = max(counts.map(\.count).max() ?? 1, "\(confusion.columns - 1)".count)
    let pad = { (text: String) in String(repeating: " ", count: width - text.count) + text }
    let head =
      "true \\ guess  " + (0..<confusion.columns).map { pad("\($0)") }.joined(separator: " ")
    return ["", "\(title): how often a class was taken for which", head]
      + (0..<confusion.rows).map { row in
        let cells = confusion.row(row).map { pad("\(Int($0))") }.joined(separator: " ")
        return String(repeating: " ", count: 12 - "\(row)".count) + "\(row)  " + cells
      }
  }
}
