import NeuralNetwork
import Platform

/// What remains when the smallest weights of a trained network are set to 0.
struct PruningTable {
  /// One share of the weights.
  private struct Row {
    let share: Double
    /// How many weights are not 0.
    let weightsLeft: Int
    let figures: [TrainingFigures]
  }

  private let rows: [Row]

  /// Prunes by each share, from the whole network each time; the network as it is comes first.
  init(of run: Run, shares: [Double]) {
    rows = ([0] + shares).map { share in
      let network = run.network.pruned(share: share)
      return Row(
        share: share, weightsLeft: Self.weightsLeft(in: network),
        figures: TrainingFigures.all(of: run, with: network))
    }
  }

  private static func weightsLeft(in network: Network) -> Int {
    (1...network.depth).reduce(0) { sum, layer in
      sum + network.weights(layer: layer).elements.count { $0 != 0 }
    }
  }

  /// A line for each share.
  var lines: [String] {
    let head = rows[0].figures.flatMap { figures in
      ["\(figures.title) loss"] + (figures.quality.map { [$0.name] } ?? [])
    }
    return ["", "pruned: the smallest weights set to 0"]
      + alignedRows([["pruned", "weights left"] + head] + rows.map(cells))
  }

  private func cells(_ row: Row) -> [String] {
    [String(printf: "%g %%", row.share * 100), "\(row.weightsLeft)"]
      + row.figures.flatMap { figures in
        [String(printf: "%.4g", figures.loss)] + (figures.quality.map { [$0.value] } ?? [])
      }
  }

  /// A JSON array with an object for each share.
  var json: String {
    JSONText.array(
      rows.map { row in
        JSONText.object(
          [("share", JSONText.number(row.share)), ("weights_left", "\(row.weightsLeft)")]
            + row.figures.flatMap(\.members))
      })
  }
}
