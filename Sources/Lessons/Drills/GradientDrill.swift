import NeuralNetwork
import Workbench

extension DrillKind {
  /// The gradient of a weight from what comes back and what came in, where a batch is one sample.
  static let gradient = DrillKind(name: "gradient") { workspace, stream in
    let run = workspace.focusedRun
    let layer = stream.index(below: run.depth) + 1
    let unit = stream.index(below: run.network.shape[layer]) + 1
    let input = stream.index(below: run.network.shape[layer - 1]) + 1
    let index = ParameterIndex.weight(layer: layer, unit: unit, input: input)
    let source = layer == 1 ? "input[\(input)]" : "layer\(layer - 1).a[\(input)]"
    guard let delta = run.number("layer\(layer).delta[\(unit)]"), let comesIn = run.number(source),
      let gradient = run.number("\(index).grad"), abs(gradient) > 0.01,
      abs(gradient - delta * comesIn) <= 1e-9 * abs(gradient),
      let quantity = Quantity(parsing: "\(index).grad")
    else { return nil }
    return Drill(
      "δ of a unit is \(Drill.text(delta)), and \(Drill.text(comesIn)) comes in through one of its weights. "
        + "What is the gradient of that weight?",
      quantity, named: "\(index).grad",
      because: "\(Drill.text(delta)) · \(Drill.text(comesIn)).", on: workspace)
  }
}
