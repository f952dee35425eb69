import Experiments
import NeuralNetwork

/// What every layer of a network makes of one input, and how each unit comes to its number.
struct InputWay {
  /// A layer, from 1, and a unit of it, from 0.
  struct Place: Hashable {
    let layer, unit: Int
  }

  private let network: Network
  /// The names of the inputs, where a table gives them.
  private let inputNames: [String]
  /// The input, and what each layer puts out.
  private let values: [[Double]]

  /// Nil where the network takes inputs of another length.
  init?(of inputs: [Double], through network: Network, _ names: [String]? = nil) {
    guard inputs.count == network.inputCount else { return nil }
    self.network = network
    inputNames = (names ?? []).map { SafeText.visible($0) }
    let matrix = Matrix(rows: 1, columns: inputs.count, elements: inputs)
    values = [inputs] + network.activations(for: matrix).map(\.elements)
  }

  /// A place that the network has.
  func place(_ layer: Int, _ unit: Int) -> Place {
    let layer = min(max(1, layer), network.depth)
    return Place(layer: layer, unit: min(max(0, unit), network.shape[layer] - 1))
  }

  /// The units of every layer, the inputs first.
  var shape: [Int] { values.map(\.count) }

  /// What a unit puts out.
  func output(of place: Place) -> Double { values[place.layer][place.unit] }

  /// The same of any layer, from 0: the inputs.
  func output(layer: Int, unit: Int) -> Double { values[layer][unit] }

  /// What bends the sums of a layer.
  func activation(of layer: Int) -> String { network.layers[layer - 1].activation.title }

  /// How the panels write a weight.
  func weightName(_ input: Int, of place: Place) -> String {
    network.symbol(.weight(layer: place.layer, unit: place.unit + 1, input: input + 1))
  }

  /// How the panels write what goes into a layer, by its place from 0.
  func symbol(ofInput input: Int, to layer: Int) -> String {
    guard layer == 1 else { return network.symbol("a", layer: layer - 1, unit: input + 1) }
    if inputNames.indices.contains(input) { return inputNames[input] }
    return network.inputCount == 1 ? "x" : "x" + subscripted(input + 1)
  }

  /// What the network puts out.
  var outputs: [Double] { values[values.count - 1] }

  /// What a layer is, in a line.
  func heading(_ place: Place) -> String {
    let layer = network.layers[place.layer - 1]
    let kind = place.layer == network.depth ? "output layer" : "hidden layer"
    return "Layer \(place.layer) of \(network.depth), \(kind): "
      + "\(layer.inputs.counted("number")) in, \(layer.units.counted("unit")) of \(layer.activation.title)"
  }

  /// The weighted sum of a unit with its bias.
  func sum(of place: Place) -> Double {
    terms(place).reduce(bias(place) ?? 0) { $0 + $1.product }
  }

  func bias(_ place: Place) -> Double? {
    network.biases(layer: place.layer).map { $0[place.unit] }
  }

  func terms(_ place: Place) -> [(
    input: Int, weight: Double, value: Double, product: Double
  )] {
    let weights = network.weights(layer: place.layer)
    return values[place.layer - 1].enumerated().map { input, value in
      let weight = weights[place.unit, input]
      return (input, weight, value, weight * value)
    }
  }

  /// Each unit of a layer in a line: its sum, and what it puts out.
  func units(of layer: Int, most: Int) -> [String] {
    (0..<min(most, network.shape[layer])).map { unit in
      let place = Place(layer: layer, unit: unit)
      return "unit \(unit + 1)  z \(compact(sum(of: place)))  a \(compact(values[layer][unit]))"
    }
  }

  /// How a unit comes to its number: the largest terms, the others together, the sum and what becomes of it.
  func sum(_ place: Place, most: Int) -> [String] {
    let terms = terms(place).sorted { abs($0.product) > abs($1.product) }
    let shown = terms.prefix(terms.count <= most ? most : max(1, most - 1))
    var lines = ["unit \(place.unit + 1) of layer \(place.layer)"]
    lines += bias(place).map { [" b = \(compact($0))"] } ?? []
    lines += shown.map { term in
      " w[\(place.unit + 1),\(term.input + 1)] · \(name(ofInput: term.input, to: place.layer)) = "
        + "\(compact(term.weight)) · \(compact(term.value)) = \(compact(term.product))"
    }
    if shown.count < terms.count {
      let rest = terms.dropFirst(shown.count)
      lines.append(
        " \(rest.count) smaller terms together \(compact(rest.reduce(0) { $0 + $1.product }))")
    }
    return lines + ending(place)
  }

  /// What an input to a layer, from 0, is called.
  private func name(ofInput input: Int, to layer: Int) -> String {
    guard layer == 1 else { return "a\(input + 1)" }
    return inputNames.indices.contains(input) ? inputNames[input] : "x\(input + 1)"
  }

  private func ending(_ place: Place) -> [String] {
    [" z = \(compact(sum(of: place))), the sum"] + extras(place).map { " " + $0 } + [
      " a = \(compact(output(of: place))), by \(activation(of: place.layer))"
    ]
  }

  /// What else is done to a sum on its way to the output.
  func extras(_ place: Place) -> [String] {
    let layer = network.layers[place.layer - 1]
    return (layer.batchNormEpsilon == nil ? [] : ["z is normalized before the activation"])
      + (layer.isResidual ? ["what came in is added behind it"] : [])
  }

  /// What comes out in the end.
  func verdict(_ run: Run, _ names: ClassNames) -> String {
    let numbers = outputs.prefix(10).map { compact($0) }.joined(separator: " ")
    guard run.dataset.classCount != nil else { return "In the end: \(numbers)" }
    let matrix = Matrix(rows: 1, columns: outputs.count, elements: outputs)
    return "In the end: class \(names.said(run.classes(of: matrix)[0])), from \(numbers)"
  }
}
