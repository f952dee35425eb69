import NeuralNetwork
import Workbench

extension DrillKind {
  /// Where an update of plain gradient descent takes a parameter.
  static let step = DrillKind(name: "step") { workspace, stream in
    let run = workspace.focusedRun
    let indices = run.network.parameterIndices
    let index = indices[stream.index(below: indices.count)]
    guard run.activeExperiment.optimizer.rule == .sgd, let old = run.number("\(index)"),
      let gradient = run.number("\(index).grad"), let change = run.number("\(index).change"),
      case let rate = run.learningRate, abs(change + rate * gradient) <= 1e-9 * abs(change),
      abs(change) > 0.02, let quantity = Quantity(parsing: "\(index)")
    else { return nil }
    let name = index.isBias ? "bias" : "weight"
    return Drill(
      "A \(name) is \(Drill.text(old)), its gradient is \(Drill.text(gradient)), and η is "
        + "\(Drill.text(rate)). Where does the update take it?",
      quantity, named: "\(index)", after: .ahead(1, .update),
      because: "\(Drill.text(old)) − \(Drill.text(rate)) · (\(Drill.text(gradient))).",
      on: workspace)
  }
}
