import NeuralNetwork
import Workbench

extension DrillKind {
  /// What softmax makes of a few scores.
  static let share = DrillKind(name: "share") { workspace, stream in
    let run = workspace.focusedRun
    let (depth, count) = (run.depth, run.network.outputCount)
    let unit = stream.index(below: count) + 1
    let scores = (1...count).compactMap { run.number("layer\(depth).z[\($0)]") }
    guard run.network.layers[depth - 1].activation == .softmax, (2...4).contains(count),
      scores.allSatisfy({ abs($0) < 6 }), let quantity = Quantity(parsing: "output[\(unit)]")
    else { return nil }
    let powers = scores.map { "exp(\(Drill.text($0)))" }
    return Drill(
      "Softmax gets the scores \(scores.map(Drill.text).joined(separator: " and ")). "
        + "What share does the \(["first", "second", "third", "fourth"][unit - 1]) get?",
      quantity, named: "output[\(unit)]",
      because: "\(powers[unit - 1]) / (\(powers.joined(separator: " + "))).", on: workspace)
  }
}
