import NeuralNetwork
import Workbench

extension DrillKind {
  /// What AdaGrad or RMSprop makes of its memory of squares.
  static let squares = DrillKind(name: "squares") { workspace, stream in
    let optimizer = workspace.focusedRun.activeExperiment.optimizer
    guard [.adagrad, .rmsprop].contains(optimizer.rule),
      let (later, index) = Drill.remembering(workspace, &stream), case let run = later.focusedRun,
      let old = run.previousStep?.secondMoment(index), let gradient = run.number("\(index).grad"),
      gradient * gradient > 0.001, let quantity = Quantity(parsing: "\(index).s")
    else { return nil }
    let (s, g) = (Drill.text(old), Drill.text(gradient))
    let alpha = Drill.text(optimizer.alpha)
    let isSum = optimizer.rule == .adagrad
    return Drill(
      "\(optimizer.rule.title)'s s of a weight is \(s), and its gradient is \(g)"
        + (isSum ? "" : ", α is \(alpha)") + ". What is s after the update?",
      quantity, named: "\(index).s",
      because: isSum ? "\(s) + (\(g))²." : "\(alpha) · \(s) + (1 − \(alpha)) · (\(g))².", on: later)
  }
}
