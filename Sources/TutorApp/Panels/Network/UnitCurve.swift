import NeuralNetwork
import TerminalCanvas

/// A unit's activation as a small curve over z, with a point where the unit stands for the shown sample.
///
/// Curves of one function have one range, so that units may be held against one another; it grows in steps only and stands
/// still while points walk.
struct UnitCurve {
  private let layer: Layer
  private let z: Double?
  /// The point stands out as its number does, when the last step found it out.
  private let style: Style
  private let x: Axis
  private let y: Axis

  /// A curve for a unit of a layer (from 1) that has one.
  init(_ picture: NetworkPicture, layer: Int, unit: Int) {
    let own = picture.network.layers[layer - 1]
    let reach = 6.doubled(toHold: picture.largestZ(of: own.activation))
    let x = Axis(from: -reach, to: reach)
    let values = (0...48).map { own.activation.function(x.value(at: Double($0) / 48), own.slope) }
    let (low, high) = (values.min() ?? 0, values.max() ?? 1)
    let margin = (high - low) * 0.04
    (self.layer, self.x) = (own, x)
    y = Axis(from: min(0, low - (low < 0 ? margin : 0)), to: high + margin)
    z = picture.z(layer: layer, unit: unit)
    style = picture.style(foundIn: .forward(layer: layer))
  }

  func draw(in rect: Rect, on canvas: inout Canvas) {
    var raster = Raster(size: rect.size, glyphs: canvas.glyphs)
    guard raster.width > 2, raster.height > 2 else { return }
    drawZeros(on: &raster)
    drawFunction(on: &raster)
    raster.draw(on: &canvas, at: rect.origin, within: rect)
    guard let z, let dot = dot(z, f(z), in: raster) else { return }
    let cell = Point(
      x: rect.x + dot.x * rect.width / raster.width,
      y: rect.y + dot.y * rect.height / raster.height)
    canvas.write(String(PlotMark.shown.glyph), at: cell, style: style, within: rect)
  }

  private func f(_ z: Double) -> Double { layer.activation.function(z, layer.slope) }

  private func drawZeros(on raster: inout Raster) {
    guard let zero = dot(0, 0, in: raster) else { return }
    raster.column(x: zero.x, from: 0, to: Self.steps(raster.height), style: .rule)
    let (left, right) = (Point(x: 0, y: zero.y), Point(x: Self.steps(raster.width), y: zero.y))
    raster.line(from: left, to: right, style: .rule)
  }

  private func drawFunction(on raster: inout Raster) {
    let last = Self.steps(raster.width)
    let dots = (0...last).compactMap { column in
      let z = x.value(at: Double(column) / Double(last))
      return dot(z, f(z), in: raster)
    }
    // Where it rises by several dots they stand above one another, so that a jump is upright.
    for (before, dot) in zip(dots.prefix(1) + dots, dots) {
      let next = before.y + (dot.y - before.y).signum()
      raster.column(x: dot.x, from: next, to: dot.y, style: .muted)
    }
  }

  /// The dot of a place; nil where it has none.
  private func dot(_ z: Double, _ a: Double, in raster: Raster) -> Point? {
    guard let across = x.fraction(of: z), let up = y.fraction(of: a) else { return nil }
    // What lies beyond an edge is no further than one curve away: no number of dots is as large as a run that blows up.
    func dot(_ fraction: Double, of count: Int) -> Int {
      Int((min(2, max(-1, fraction)) * Double(Self.steps(count))).rounded())
    }
    return Point(x: dot(across, of: raster.width), y: dot(1 - up, of: raster.height))
  }

  /// From the first of some dots to the last that leaves one in the middle, for 0.
  private static func steps(_ dots: Int) -> Int { (dots - 1) / 2 * 2 }
}

extension NetworkPicture {
  /// Whether the activation of a layer is a curve: what softmax makes of a number hangs on others, and inputs have none.
  func hasCurve(layer: Int) -> Bool {
    layer > 0 && network.layers[layer - 1].activation != .softmax
  }

  /// How far from 0 the units of an activation stand for the sample, as far as it is known.
  fileprivate func largestZ(of activation: Activation) -> Double {
    let layers = network.layers.filter { $0.activation == activation }
    let all = layers.flatMap { layer in
      (1...max(1, layer.units)).compactMap { z(layer: layer.number, unit: $0) }
    }
    return all.map(abs).filter(\.isFinite).max() ?? 0
  }
}
