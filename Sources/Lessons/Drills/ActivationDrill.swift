import NeuralNetwork
import Workbench

extension DrillKind {
  /// What an activation makes of z, where a calculator has a key for it.
  static let activation = DrillKind(name: "activation") { workspace, stream in
    let run = workspace.focusedRun
    let layer = stream.index(below: run.depth) + 1
    let unit = stream.index(below: run.network.shape[layer]) + 1
    let activation = run.network.layers[layer - 1].activation
    guard [.sigmoid, .tanh, .relu].contains(activation),
      let z = run.number("layer\(layer).z[\(unit)]"), abs(z) < 6,
      run.network.layers[layer - 1].batchNormEpsilon == nil,
      let quantity = Quantity(parsing: "layer\(layer).a[\(unit)]")
    else { return nil }
    return Drill(
      "z of a \(activation.title) unit is \(Drill.text(z)). What does the unit put out?",
      quantity, named: "layer\(layer).a[\(unit)]",
      because: "\(activation.formula), with z = \(Drill.text(z)).", on: workspace)
  }
}
