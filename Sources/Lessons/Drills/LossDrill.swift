import NeuralNetwork
import Workbench

extension DrillKind {
  /// What one sample costs, of one output or of the shares of classes.
  static let loss = DrillKind(name: "loss") { workspace, stream in
    let run = workspace.focusedRun
    let (loss, targets) = (run.loss, Array(run.step.targets.row(0)))
    guard let unit = targets.indices.max(by: { targets[$0] < targets[$1] }),
      targets.count == 1 || loss == .categoricalCrossEntropy, loss.argument == .output,
      let output = run.number("output[\(unit + 1)]"), abs(output) < 100,
      let quantity = Quantity(parsing: "data_loss")
    else { return nil }
    let said =
      targets.count == 1
      ? "The output y is \(Drill.text(output)), the target t is \(Drill.text(targets[unit]))."
      : "The true class has a share of \(Drill.text(output))."
    let because = targets.count == 1 ? loss.formula : "−ln \(Drill.text(output))"
    return Drill(
      "\(said) What is the loss, as \(loss.name) measures it?", quantity, named: "data_loss",
      because: "\(because).", on: workspace)
  }
}
