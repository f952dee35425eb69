import TerminalCanvas
import Workbench

/// How the runs of a survey are spread, as its bars show it: how many end where; of several settings each says it of itself.
func spreadWords(_ rows: [Survey.Row]) -> [String] {
  guard rows.count == 1, rows[0].count > 1 else { return [] }
  let bins = LossBins(of: rows, count: mostBins)
  let full = bins.bins.filter { $0.count > 0 }.map { "from \(compact($0.lower)): \($0.count)" }
  let lost = bins.diverged > 0 ? ["no number: \(bins.diverged)"] : []
  let name = rows.first?.measured.map { "Runs by \($0)" } ?? "How many runs end at which loss"
  return ["\(name): \((full + lost).joined(separator: ", "))."]
}

/// As many as a list that is heard may have.
private let mostBins = 8

extension LossBins {
  /// The bins of what was measured; where nothing was, of the losses.
  init(of rows: [Survey.Row], count: Int) {
    self.init(rows.flatMap { $0.values.isEmpty ? $0.losses : $0.values }, count: count)
  }
}
