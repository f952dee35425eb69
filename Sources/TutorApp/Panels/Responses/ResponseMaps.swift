import NeuralNetwork
import TerminalCanvas
import Workbench

/// What every unit of a network puts out over the plane of its inputs: a small map a unit.
struct ResponseMaps: Sendable {
  /// Places across and down.
  let size: Size
  /// By layer, the inputs first: a row a place, a column a unit.
  private let outputs: [Matrix]
  private let scales: [ResponseScale]
  private let isLine: Bool

  init(of network: Network, over plane: InputPlane, size: Size) {
    self.size = size
    isLine = plane.y == nil
    let places = plane.places(size)
    outputs = [places] + network.activations(for: places)
    let inputs = [plane.x, plane.y ?? plane.x].map(ResponseScale.init)
    scales =
      inputs
      + zip(network.layers, outputs.dropFirst()).map {
        ResponseScale($0.activation.range, holding: $1.elements)
      }
  }

  /// How a place looks to a unit (from 1) of a layer, where layer 0 are the inputs.
  func tone(layer: Int, unit: Int, x: Int, y: Int) -> Tone? {
    let place = isLine ? x : y * size.width + x
    let scale = layer == 0 ? scales[unit - 1] : scales[layer + 1]
    return Tone(.sign, scale.share(outputs[layer][place, unit - 1]))
  }
}

/// How outputs lie on the scale of signs: from −1 for the least to 1 for the most of them.
struct ResponseScale: Hashable {
  private let middle: Double
  private let reach: Double

  /// The whole range where it has two ends; else from 0 as far as the values reach.
  init(_ range: ClosedRange<Double>, holding values: [Double]) {
    let isBounded = range.lowerBound.isFinite && range.upperBound.isFinite
    middle = isBounded ? (range.lowerBound + range.upperBound) / 2 : 0
    let largest = values.lazy.filter(\.isFinite).map(abs).max() ?? 0
    reach = isBounded ? (range.upperBound - range.lowerBound) / 2 : largest > 0 ? largest : 1
  }

  /// From one end of an axis to the other.
  init(_ axis: Axis) {
    middle = (axis.lower + axis.upper) / 2
    reach = (axis.upper - axis.lower) / 2
  }

  func share(_ value: Double) -> Double { (value - middle) / reach }
}

extension Model {
  /// The maps of the units of a run in so many places; nil where the inputs span no plane.
  func responseMaps(_ size: Size) -> ResponseMaps? {
    guard let plane = InputPlane(run.dataset), size.width > 0, size.height > 0 else { return nil }
    let key = PictureCache.Key(
      name: "responses", run: workspace.focus, size: size, axes: [plane.x, plane.y ?? plane.x])
    return pictures.value(for: key, of: run.network) {
      ResponseMaps(of: run.network, over: plane, size: size)
    }
  }
}

extension Canvas {
  /// Draws the map of a unit over a rectangle; the maps have as many places as it has samples.
  mutating func draw(_ maps: ResponseMaps, layer: Int, unit: Int, in rect: Rect) {
    drawTones(in: rect) { x, y in
      x < maps.size.width && y < maps.size.height
        ? maps.tone(layer: layer, unit: unit, x: x, y: y) : nil
    }
  }
}
