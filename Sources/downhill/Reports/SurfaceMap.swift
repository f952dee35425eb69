import NeuralNetwork
import Platform

/// What `surface` prints.
struct SurfaceMap {
  let surface: LossSurface
  /// The names of the two parameters.
  let x, y: String

  // MARK: Text

  /// A character for each place: the darker, the smaller the loss among all.
  var text: String {
    let low = surface.losses.elements.filter(\.isFinite).min() ?? .nan
    let high = surface.losses.elements.filter(\.isFinite).max() ?? .nan
    var lines = grid.reversed().map { String($0) }
    lines.append(x + Self.range(surface.xs) + " to the right")
    lines.append(y + Self.range(surface.ys) + " upwards")
    let gaps =
      surface.losses.elements.contains(where: \.isNaN) ? "; ? where it is not a number" : ""
    lines.append(String(printf: "loss from %.4g (@) to %.4g ( )", low, high) + gaps)
    return lines.joined(separator: "\n") + "\n"
  }

  private static func range(_ values: [Double]) -> String {
    String(printf: ": %.4g to %.4g", values[0], values[values.count - 1])
  }

  /// From the lowest row to the highest.
  private var grid: [[Character]] {
    var grid = shades
    for (index, place) in surface.path.enumerated() {
      guard let column = Self.nearest(place.x, in: surface.xs),
        let row = Self.nearest(place.y, in: surface.ys)
      else { continue }
      let isEnd = index == surface.path.count - 1
      if grid[row][column] != "S" || isEnd {
        grid[row][column] = index == 0 ? "S" : isEnd ? "E" : "o"
      }
    }
    return grid
  }

  /// Ten shades, each for as many places as any other, and a question mark where the loss is no number.
  private var shades: [[Character]] {
    let sorted = surface.losses.elements.filter { !$0.isNaN }.sorted()
    let ramp = Array("@%#*+=-:. ")
    return surface.ys.indices.map { row in
      surface.losses.row(row).map { loss in
        guard !loss.isNaN else { return "?" }
        let rank = sorted.partitioningIndex { $0 >= loss }
        return ramp[min(ramp.count - 1, rank * ramp.count / sorted.count)]
      }
    }
  }

  private static func nearest(_ value: Double, in values: [Double]) -> Int? {
    let share = (value - values[0]) / (values[values.count - 1] - values[0])
    guard (0...1).contains(share) else { return nil }
    return Int((share * Double(values.count - 1)).rounded())
  }

  // MARK: CSV and JSON

  /// The surface's places, then the path's, whose losses are left empty.
  var csv: String {
    var text = "kind,update,x,y,loss\n"
    for (row, y) in surface.ys.enumerated() {
      for (column, x) in surface.xs.enumerated() {
        text += "surface,,\(x),\(y),\(surface.losses[row, column])\n"
      }
    }
    for place in surface.path { text += "path,\(place.update),\(place.x),\(place.y),\n" }
    return text
  }

  /// Everything as one object.
  var json: String {
    let rows = surface.ys.indices.map { Self.numbers(Array(surface.losses.row($0))) }
    let path = surface.path.map { place in
      JSONText.object([
        ("update", "\(place.update)"), ("x", JSONText.number(place.x)),
        ("y", JSONText.number(place.y)),
      ])
    }
    return JSONText.object([
      ("x", JSONText.string(x)), ("y", JSONText.string(y)), ("xs", Self.numbers(surface.xs)),
      ("ys", Self.numbers(surface.ys)), ("losses", JSONText.array(rows)),
      ("path", JSONText.array(path)),
    ]) + "\n"
  }

  private static func numbers(_ values: [Double]) -> String {
    JSONText.array(values.map(JSONText.number))
  }
}

extension [Double] {
  /// The first index from which on a condition holds, in an array where it holds from some index on.
  fileprivate func partitioningIndex(where isBehind: (Double) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
