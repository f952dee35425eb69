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
  /// The figure, from what was found out about a run; nil where it has none.
  let value: @Sendable (RunSummary, Workspace.LabeledRun) -> Double?
  let text: @Sendable (Double) -> String

  static let all = [
    RunFigure(title: "loss", descends: false, priority: 8) { summary, _ in
      summary.objective
    } text: {
      number($0)
    },
    RunFigure(title: "held out", descends: false, priority: 7) { summary, _ in
      summary.heldOutLoss
    } text: {
      number($0)
    },
    RunFigure(title: "right", descends: true, priority: 6) { summary, _ in
      summary.accuracy
    } text: {
      percent($0)
    },
    RunFigure(title: "held out right", descends: true, priority: 2) { summary, _ in
      summary.heldOutAccuracy
    } text: {
      percent($0)
    },
    RunFigure(title: "updates", descends: false, priority: 4) { _, labeled in
      Double(labeled.run.position.update)
    } text: {
      "\(Int($0))"
    },
    RunFigure(title: "time", descends: false, priority: 3) { _, labeled in
      labeled.trainingTime.seconds
    } text: {
      $0 < 10 ? "\($0.formatted(decimals: 2)) s" : "\(Int($0)) s"
    },
  ]
}

extension Model {
  /// A figure of one of the runs; nil where it has none.
  func figure(_ figure: RunFigure, ofRun index: Int) -> Double? {
    figure.value(summary(ofRun: index), workspace.runs[index])
  }

  /// The figures that some run has.
  var runFigures: [RunFigure] {
    RunFigure.all.filter { figure in
      workspace.runs.indices.contains { self.figure(figure, ofRun: $0) != nil }
    }
  }
}

extension Duration {
  fileprivate var seconds: Double {
    Double(components.seconds) + Double(components.attoseconds) * 1e-18
  }
}
