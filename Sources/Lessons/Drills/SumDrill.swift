import NeuralNetwork
import Workbench

extension DrillKind {
  /// How many inputs a sum that is worked out by hand has at most.
  private static let mostInputs = 3

  /// The weighted sum of a unit.
  static let sum = DrillKind(name: "weighted sum") { workspace, stream in
    let run = workspace.focusedRun
    let layer = stream.index(below: run.depth) + 1
    let unit = stream.index(below: run.network.shape[layer]) + 1
    let count = run.network.shape[layer - 1]
    let inputs = (1...count).compactMap { input in
      run.number(layer == 1 ? "input[\(input)]" : "layer\(layer - 1).a[\(input)]")
    }
    let weights = (1...count).compactMap { run.number("layer\(layer).w[\(unit),\($0)]") }
    guard count <= mostInputs, inputs.count == count, weights.count == count,
      let quantity = Quantity(parsing: "layer\(layer).z[\(unit)]")
    else { return nil }
    let bias = run.number("layer\(layer).b[\(unit)]")
    let products = zip(weights, inputs).map { "\(Drill.text($0)) · (\(Drill.text($1)))" }
    let terms = products + (bias.map { [Drill.text($0)] } ?? [])
    return Drill(
      "A unit gets \(listed(inputs)). \(count == 1 ? "Its weight is" : "Its weights are") \(listed(weights))"
        + (bias.map { ", its bias is \(Drill.text($0))" } ?? "") + ". What is z?",
      quantity, named: "layer\(layer).z[\(unit)]",
      because: terms.joined(separator: " + ") + ".", on: workspace)
  }

  private static func listed(_ values: [Double]) -> String {
    values.map(Drill.text).joined(separator: " and ")
  }
}
