import NeuralNetwork
import TerminalCanvas
import Workbench

/// A figure of a run that the table of runs shows and sorts by.
struct RunFigure: Sendable {
  let title: String
  /// Whether the largest is the best.
  let descends: Bool
  /// What narrow screens keep the longest has the highest.
  let priority: Int
  /// The figure; nil where a run has none.
  let value: @Sendable (Workspace.LabelledRun) -> Double?
  let text: @Sendable (Double) -> String

  static let all = [
    RunFigure(title: "loss", descends: false, priority: 8) {
      $0.run.objective
    } text: {
      number($0)
    },
    RunFigure(title: "held out", descends: false, priority: 7) {
      $0.run.heldOutLoss
    } text: {
      number($0)
    },
    RunFigure(title: "right", descends: true, priority: 6) {
      $0.run.accuracy
    } text: {
      percent($0)
    },
    RunFigure(title: "held out right", descends: true, priority: 2) {
      $0.run.heldOutAccuracy
    } text: {
      percent($0)
    },
    RunFigure(title: "updates", descends: false, priority: 4) {
      Double($0.run.position.update)
    } text: {
      "\(Int($0))"
    },
    RunFigure(title: "time", descends: false, priority: 3) {
      $0.trainingTime.seconds
    } text: {
      $0 < 10 ? "\($0.formatted(decimals: 2)) s" : "\(Int($0)) s"
    },
  ]
}

extension Duration {
  fileprivate var seconds: Double {
    Double(components.seconds) + Double(components.attoseconds) * 1e-18
  }
}
