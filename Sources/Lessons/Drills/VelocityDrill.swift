import Experiments
import NeuralNetwork
import Workbench

extension DrillKind {
  /// How far momentum moves a parameter at its second update, when there is a velocity.
  static let velocity = DrillKind(name: "velocity") { workspace, stream in
    guard workspace.focusedRun.activeExperiment.optimizer.rule == .momentum,
      let (later, index) = Drill.remembering(workspace, &stream), case let run = later.focusedRun,
      let velocity = run.previousStep?.firstMoment(index),
      let change = run.number("\(index).change"),
      let gradient = run.number("\(index).grad"),
      let quantity = Quantity(parsing: "\(index).change")
    else { return nil }
    let (mu, rate) = (run.activeExperiment.optimizer.momentum, run.learningRate)
    guard abs(change + rate * (mu * velocity + gradient)) <= 1e-9 * abs(change) else { return nil }
    let (v, g) = (Drill.text(velocity), Drill.text(gradient))
    return Drill(
      "The velocity of a weight is \(v), its gradient is \(g), μ is \(Drill.text(mu)), and η is "
        + "\(Drill.text(rate)). By how much does the update change the weight?",
      quantity, named: "\(index).change",
      because:
        "v ← \(Drill.text(mu)) · (\(v)) + (\(g)), and the change is −\(Drill.text(rate)) · v.",
      on: later)
  }
}

extension Drill {
  /// A run after its first update, and one of its weights: what an optimizer remembers is no longer 0.
  static func remembering(
    _ workspace: Workspace, _ stream: inout RandomStream
  ) -> (Workspace, ParameterIndex)? {
    var later = workspace
    guard (try? later.go(.ahead(1, .update), at: .init(line: 1))) != nil else { return nil }
    let weights = later.focusedRun.network.parameterIndices.filter { !$0.isBias }
    guard !weights.isEmpty else { return nil }
    return (later, weights[stream.index(below: weights.count)])
  }
}
