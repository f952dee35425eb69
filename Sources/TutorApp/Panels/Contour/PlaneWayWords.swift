import NeuralNetwork
import TerminalCanvas

/// The way of a run over the loss surface in sentences: where it leads, and how often it turns in each direction.
struct PlaneWayWords {
  private let title: String
  private let names: [String]
  private let ways: [[Double]]

  init(
    name: String, _ plane: PlaneParameters, _ network: Network, _ places: [PlanePath.Place]
  ) {
    title = name.isEmpty ? "Its way" : "The way of \(name)"
    names = [plane.x, plane.y].map(network.symbol)
    ways = [places.map(\.x), places.map(\.y)]
  }

  private var count: Int { ways[0].count }

  /// From where to where, and how often each parameter turns back; nothing of a run that has not moved.
  var summary: [String] {
    guard count > 1 else { return [] }
    let parts = zip(names, ways).map { name, way in
      "\(name) from \(number(way[0])) to \(number(way[way.count - 1]))\(turnWords(way))"
    }
    return ["\(title): \(parts.joined(separator: "; "))."]
  }

  private func turnWords(_ way: [Double]) -> String {
    let turns = turns(way)
    let range = "between \(number(way.min() ?? 0)) and \(number(way.max() ?? 0))"
    return turns == 0 ? ", straight" : ", turning back \(turns.counted("time")), \(range)"
  }

  /// How often it moves back after it moved ahead, or the other way round, as far as a picture would show it.
  private func turns(_ way: [Double]) -> Int {
    let least = ((way.max() ?? 0) - (way.min() ?? 0)) / 1000
    let steps = zip(way.dropFirst(), way).map { $0 - $1 }.filter { abs($0) > least }
    return zip(steps.dropFirst(), steps).count { ($0 < 0) != ($1 < 0) }
  }

  /// Places along the way, from its beginning to its end.
  var places: [String] {
    guard count > 2 else { return [] }
    let places = (0..<count).spread(mostToldPlaces).map { index in
      "(\(number(ways[0][index])), \(number(ways[1][index])))"
    }
    return [
      "\(title), places (\(names.joined(separator: ", "))): \(places.joined(separator: ", "))."
    ]
  }
}
