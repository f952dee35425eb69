import Experiments
import NeuralNetwork

/// What a network makes of new rows, as a table in CSV.
struct Predictions {
  private let run: Run
  private let targetNames: [String]
  /// The names of the classes, in the order of the outputs; nil where the outputs are no classes.
  private let classes: [String]?
  /// Whether outputs are probabilities.
  private let areProbabilities: Bool

  init(_ run: Run, _ form: TableForm, classNames: [String]?) {
    self.run = run
    targetNames = form.targetNames
    let count = max(2, run.network.outputCount)
    let areClasses = run.accuracy != nil && !run.hasLabels
    classes = areClasses ? classNames ?? (0..<count).map(String.init) : nil
    areProbabilities = run.hasShares
  }

  /// The table for inputs as the data has them, a row each.
  func csv(for inputs: Matrix) -> String {
    let scaled = run.scaler?.scaled(inputs) ?? inputs
    let outputs = run.network.outputs(for: scaled)
    let values = run.targetScaler?.unscaled(outputs) ?? outputs
    let rows = (0..<values.rows).map { fields(of: Array(values.row($0))) }
    return ([head] + rows).map { CSVText.line($0) }.joined()
  }

  private var head: [String] {
    guard let classes else { return targetNames }
    return [targetNames.first ?? "class"] + figureNames(classes)
  }

  private func figureNames(_ classes: [String]) -> [String] {
    if areProbabilities { return classes.map { "p(\($0))" } }
    return run.network.outputCount == 1 ? ["score"] : classes.map { "score(\($0))" }
  }

  private func fields(of outputs: [Double]) -> [String] {
    guard let classes else { return outputs.map(CSVText.number) }
    let figures = areProbabilities && outputs.count == 1 ? [1 - outputs[0], outputs[0]] : outputs
    return [label(outputs).map { classes[$0] } ?? ""] + figures.map(CSVText.number)
  }

  /// The class that outputs stand for, the first of those that tie; nil where an output is no number.
  private func label(_ outputs: [Double]) -> Int? {
    guard !outputs.contains(where: \.isNaN) else { return nil }
    if outputs.count == 1 { return outputs[0] > run.loss.boundary ? 1 : 0 }
    return outputs.indices.max {
      outputs[$0] < outputs[$1] || (outputs[$0] == outputs[$1] && $0 > $1)
    }
  }
}
