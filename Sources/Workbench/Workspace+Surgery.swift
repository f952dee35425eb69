import Experiments
import NeuralNetwork

/// Operations on the network of the focused run; the weights that are left stay as they are, and a new run begins with them.
extension Workspace {
  /// Adds a unit to a hidden layer (from 1): what leads into it is drawn, what leads out is 0, so that nothing else changes.
  /// - Throws: when there is no such layer, or it cannot be changed.
  public mutating func addUnit(toLayer layer: Int) throws(Diagnostics) {
    var layers = try writtenLayers(changing: layer)
    let drawn = try drawnNetwork(changing: layer) { $0 + 1 }.weights(layer: layer)
    layers[layer - 1].weights.append(Array(drawn.row(drawn.rows - 1)))
    layers[layer - 1].biases?.append(0)
    for unit in layers[layer].weights.indices { layers[layer].weights[unit].append(0) }
    try begin(with: layers)
  }

  /// Takes a unit (from 1) of a hidden layer away, with all that leads into it and out of it.
  /// - Throws: when there is no such unit, or it is the only one.
  public mutating func removeUnit(_ unit: Int, fromLayer layer: Int) throws(Diagnostics) {
    var layers = try writtenLayers(changing: layer)
    let count = layers[layer - 1].weights.count
    guard (1...count).contains(unit), count > 1 else {
      throw Self.refusal(
        count > 1
          ? "Layer \(layer) has units 1 to \(count)." : "It is the only unit of layer \(layer).")
    }
    layers[layer - 1].weights.remove(at: unit - 1)
    layers[layer - 1].biases?.remove(at: unit - 1)
    for row in layers[layer].weights.indices { layers[layer].weights[row].remove(at: unit - 1) }
    try begin(with: layers)
  }

  /// Adds a hidden layer of some units before the output layer; it and the output layer are drawn, the others stay.
  /// - Throws: when the engine rejects it.
  public mutating func addLayer(units: Int) throws(Diagnostics) {
    var layers = try writtenLayers()
    var new = layers[max(0, layers.count - 2)]
    new.node["activation"] = YAMLNode(
      (focusedRun.depth > 1 ? focusedRun.activation : Activation.tanh).name)
    (new.units, layers[layers.count - 1].units) = (units, focusedRun.network.outputCount)
    layers.insert(new, at: layers.count - 1)
    try begin(with: layers)
  }

  /// Takes a hidden layer (from 1) away; the layer after it is drawn anew, the others stay.
  /// - Throws: when there is no such layer.
  public mutating func removeLayer(_ layer: Int) throws(Diagnostics) {
    var layers = try writtenLayers(changing: layer)
    layers[layer].units = focusedRun.network.shape[layer + 1]
    layers.remove(at: layer - 1)
    try begin(with: layers)
  }

  // MARK: Layers, written out

  /// A layer with the weights that it has now; or with a number of units, to be drawn.
  private struct WrittenLayer {
    var node: YAMLNode
    var weights: [[Double]]
    var biases: [Double]?
    var units: Int?

    var written: YAMLNode {
      var node = node
      for key in ["units", "weights", "biases", "init", "scale"] { node[key] = nil }
      guard units == nil else {
        node["units"] = units.map { YAMLNode($0) }
        return node
      }
      node["weights"] = YAMLNode(weights)
      if let biases { node["biases"] = YAMLNode(biases) }
      return node
    }
  }

  private func writtenLayers(changing layer: Int? = nil) throws(Diagnostics) -> [WrittenLayer] {
    let (run, network) = (focusedRun, focusedRun.network)
    if let layer, !(1..<max(1, network.depth)).contains(layer) {
      throw Self.refusal(
        network.depth > 1
          ? "The hidden layers are 1 to \(network.depth - 1)." : "There is no hidden layer.")
    }
    guard run.activeExperiment.layers.allSatisfy({ $0.batchNorm == nil }) else {
      throw Self.refusal(
        "Batch-normalized layers keep running figures that a new run has not got: it is not done there."
      )
    }
    let nodes = ExperimentDocument(run.activeExperiment)["layers"]?.items ?? []
    return nodes.enumerated().map { index, node in
      let weights = network.weights(layer: index + 1)
      return WrittenLayer(
        node: node, weights: weights.rowsOfNumbers,
        biases: network.biases(layer: index + 1))
    }
  }

  /// A network drawn from the seed as the recipe draws it, with another number of units in one layer.
  private func drawnNetwork(
    changing layer: Int, _ units: (Int) -> Int
  ) throws(Diagnostics) -> Network {
    var experiment = focusedRun.activeExperiment
    for index in experiment.layers.indices { experiment.layers[index].explicit = nil }
    experiment.layers[layer - 1].units = units(experiment.layers[layer - 1].units)
    do { return try Run(experiment).network } catch { throw Self.refusal(error.sentence) }
  }

  private mutating func begin(with layers: [WrittenLayer]) throws(Diagnostics) {
    let edit = ExperimentEdit("layers", value: YAMLNode(layers.map(\.written)))
    try begin(fileInForce.replacing([edit]))
  }

  private static func refusal(_ sentence: String) -> Diagnostics {
    Diagnostics([Diagnostic(file: "network", message: sentence)])
  }
}
