import NeuralNetwork
import TerminalCanvas

/// The places of a small network's graph: how far its layers and units stand apart, and what has room below their numbers.
///
/// Numbers and lines come first; pictures of units take what they leave.
struct NetworkGraphPlan {
  /// Beyond this a column has no room for the numbers of a layer's units.
  static let largestLayer = 4
  private static let largestGap = 90
  /// A number of five columns, with a column of its line on either side.
  private static let smallestGap = 7
  /// Columns between layers that lines keep where pictures grow into the room beside numbers.
  private static let comfortableGap = 14
  /// The same in a chain, whose lines lead along over curves.
  private static let chainGap = 10
  /// In a chain no line slants, so that a number needs no more than its own columns; elsewhere activations of four decimals wait
  /// for a column more.
  private static func roomyGap(_ shape: [Int]) -> Int { shape.max() == 1 ? 7 : 8 }

  let rect: Rect
  let shape: [Int]
  let nodeWidths: [Int]
  let gap: Int
  /// Columns of an activation: with 6 it has four decimals.
  let numberWidth: Int
  /// Rows from one unit to the next.
  let pitch: Int
  /// Rows of the map of what a unit responds to; 0 where it has no room.
  let mapRows: Int
  /// Rows of the curve of a unit's activation, where there are no maps; 0 where it has no room.
  let curveRows: Int
  /// Rows from the highest unit to the end of the numbers and pictures of the lowest.
  let height: Int
  /// Columns of the numbers of each layer's units.
  private let numberWidths: [Int]

  /// - Parameters:
  ///   - picture: what is to be drawn.
  ///   - isMapped: whether the inputs span a plane, so that units have maps.
  ///   - rect: the room for it.
  ///   - isSpread: whether units move apart where there is more room than they can use.
  init(_ picture: NetworkPicture, isMapped: Bool, in rect: Rect, isSpread: Bool = true) {
    self.rect = rect.inset(left: 1)
    let shape = picture.network.shape
    let places = max(1, shape.count - 1)
    func gap(_ nodeWidths: [Int], margin: Int = 1) -> Int {
      (rect.width - margin - nodeWidths.reduce(0, +)) / places
    }
    numberWidth = gap(picture.nodeWidths(number: 6)) >= Self.roomyGap(shape) ? 6 : 5
    let numbers = picture.nodeWidths(number: numberWidth)
    numberWidths = numbers
    let isOverCurves = !isMapped && shape.max() == 1
    let spare = max(0, gap(numbers) - (isOverCurves ? Self.chainGap : Self.comfortableGap))
    let rows = Rows(picture, height: rect.height, isSpread: isSpread)
    mapRows =
      isMapped ? rows.maps(width: (numbers.min() ?? 0) + spare * places / shape.count) : 0
    curveRows =
      isMapped ? 0 : rows.curves(width: (numbers.dropFirst().min() ?? 0) + spare)
    nodeWidths = numbers.enumerated().map { [mapRows, curveRows] layer, columns in
      max(columns, 2 * (mapRows + (picture.hasCurve(layer: layer) ? curveRows : 0)))
    }
    // A sign behind the last number needs a column of its own, and the loss of several outputs words before it.
    let margin = spare == 0 ? 1 : picture.network.outputCount == 1 ? 2 : 5
    self.gap = min(Self.largestGap, gap(nodeWidths, margin: margin))
    pitch = rows.pitch(maps: mapRows, curves: curveRows)
    height = rows.height(maps: mapRows, curves: curveRows)
    self.shape = shape
  }

  /// Whether every unit has its two rows and every weight a place for its number.
  var fits: Bool {
    let tallest = shape.max() ?? 0
    return tallest <= Self.largestLayer && rect.height >= max(4, tallest * 3 - 1)
      && gap >= Self.smallestGap
      && shape.indices.dropFirst().allSatisfy { min(shape[$0 - 1], shape[$0]) < pitch }
  }

  func column(of layer: Int) -> Int {
    rect.x + nodeWidths.prefix(layer).reduce(0, +) + layer * gap
  }

  /// The columns of the lines into a layer: in a chain they lead along over the pictures, elsewhere they slant beside them.
  func lines(into layer: Int) -> Range<Int> {
    let widths = shape.allSatisfy { $0 == 1 } ? numberWidths : nodeWidths
    return column(of: layer - 1) + widths[layer - 1]..<column(of: layer)
  }

  /// Whether the weights into a layer stand beside the units that they leave, and not beside those that they enter: where
  /// that makes the shorter lists, which are easier to assign to their lines.
  func isBesideSource(layer: Int) -> Bool {
    shape[layer] < shape[layer - 1]
  }

  /// The row of a unit: layers are spread over the height and centered on one another.
  func row(layer: Int, unit: Int) -> Int {
    let tallest = shape.max() ?? 1
    let top = rect.y + max(tallest == 1 ? 1 : 0, (rect.height - height) / 2)
    return min(top + ((tallest - shape[layer]) * pitch) / 2 + (unit - 1) * pitch, rect.maxY - 1)
  }

  /// The room of a unit: down to the next one of its layer, or to the end.
  func area(layer: Int, unit: Int) -> Rect {
    let (x, y) = (column(of: layer), row(layer: layer, unit: unit))
    let bottom = unit < shape[layer] ? y + pitch : rect.maxY
    return Rect(x: x, y: y, width: nodeWidths[layer], height: min(bottom, rect.maxY) - y)
  }
}

/// How the rows of a graph are shared out between numbers and the pictures below them.
private struct Rows {
  private static let mostOfPicture = 10
  /// A map of fewer says nothing.
  private static let leastOfMap = 2
  private static let leastOfCurve = 4

  private let picture: NetworkPicture
  private let available: Int
  private let isSpread: Bool
  private var shape: [Int] { picture.network.shape }
  private var tallest: Int { max(1, picture.network.shape.max() ?? 1) }

  init(_ picture: NetworkPicture, height: Int, isSpread: Bool) {
    (self.picture, available, self.isSpread) = (picture, height, isSpread)
  }

  /// As many rows for a map as every unit has under its numbers, twice as wide.
  func maps(width: Int) -> Int {
    let notes = tallest == 1 ? 6 : 3 * tallest
    let room = min((available - notes) / tallest, width / 2, Self.mostOfPicture)
    return room >= Self.leastOfMap ? room : 0
  }

  /// The same for a curve.
  func curves(width: Int) -> Int {
    guard shape.indices.contains(where: picture.hasCurve), Self.leastOfCurve <= width / 2 else {
      return 0
    }
    // The weight of a chain stands above its line.
    let room = available - (tallest == 1 ? 1 : 0)
    return (Self.leastOfCurve...min(Self.mostOfPicture, width / 2)).last {
      height(maps: 0, curves: $0) <= room
    } ?? 0
  }

  /// From one unit to the next.
  func pitch(maps: Int, curves: Int) -> Int {
    if maps > 0 { return maps + 3 }
    let crowded = shape.indices.filter { picture.hasCurve(layer: $0) && shape[$0] > 1 }
    if curves > 0, let lines = crowded.map({ picture.linesOverCurve(layer: $0) }).max() {
      // A row between a curve and the next number.
      return lines + curves + 1
    }
    let last = picture.linesOfLastUnit(hasPictures: false)
    let spread = min((available + 1) / tallest, (available - last) / max(1, tallest - 1))
    return min(isSpread ? 16 : 8, max(3, spread))
  }

  /// From the highest unit to the end of the lowest.
  func height(maps: Int, curves: Int) -> Int {
    let pitch = pitch(maps: maps, curves: curves)
    let last = picture.linesOfLastUnit(hasPictures: maps + curves > 0)
    let numbers = (tallest - 1) * pitch + last + maps
    guard curves > 0 else { return numbers }
    let ends = shape.indices.filter { picture.hasCurve(layer: $0) }.map { layer in
      (tallest + shape[layer] - 2) * pitch / 2 + picture.linesOverCurve(layer: layer, isLast: true)
        + curves
    }
    return max(numbers, ends.max() ?? 0)
  }
}

extension NetworkPicture {
  private var isChain: Bool { network.shape.allSatisfy { $0 == 1 } }

  /// Rows from a unit to its curve: those of its numbers when all are known, so that it stays in its place when they come.
  ///
  /// In a chain the curves stand side by side.
  func linesOverCurve(layer: Int, isLast: Bool = false) -> Int {
    linesOfNumbers(layer: isChain ? depth : layer, isLast: isLast)
  }

  /// The unit itself, its bias, its δ, and of an output the target and, below the last, the loss.
  private func linesOfNumbers(layer: Int, isLast: Bool) -> Int {
    let bias = network.contains(.bias(layer: layer, unit: 1)) ? 1 : 0
    return 2 + bias + (layer == depth ? isLast ? 2 : 1 : 0)
  }

  /// Rows of the numbers below one another at the lowest unit: an output has its target, the loss and δ besides.
  fileprivate func linesOfLastUnit(hasPictures: Bool) -> Int {
    let shape = network.shape
    let tallest = shape.max() ?? 1
    guard tallest > 1 else { return 5 }
    guard shape.last == tallest else { return hasPictures ? 3 : 2 }
    return network.contains(.bias(layer: depth, unit: tallest)) ? 5 : 4
  }

  /// Columns of each layer's units in a graph: the symbol, a blank and a number of this width; `b` and a signed number.
  fileprivate func nodeWidths(number: Int) -> [Int] {
    network.shape.indices.map { layer in
      let symbol = glyphs.columns(of: symbol(layer: layer))
      let inputs = network.shape[0] > 1 ? 1 : 0
      if layer == 0 { return symbol + inputs + 6 }
      // In a chain the bias may reach under the line that leads on.
      let isLedOn = isChain && layer < network.depth
      return isLedOn ? symbol + 1 + number : max(symbol + 1 + number, number + 3)
    }
  }
}
