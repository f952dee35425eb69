import Experiments
import NeuralNetwork

/// How much there is to compute: a lesson's author can ask for more than anybody would wait for.
struct TrainingWork {
  /// The most products, which take about half a minute.
  private static let limit = 5e10
  /// What an update costs however small the network is, in products.
  private static let costOfUpdate = 1000.0

  private let runs: Int
  private let updates: Int
  private let products: Double

  /// So many runs like one, each of so many updates.
  init(runs: Int = 1, updates: Int, of run: Run) {
    let samples = run.dataset.count / max(1, run.updates(inEpochs: 1))
    let ofUpdate = Double(run.network.parameterIndices.count) * Double(samples) + Self.costOfUpdate
    (self.runs, self.updates) = (runs, updates)
    products = Double(runs) * Double(updates) * ofUpdate
  }

  /// What a move takes at most.
  init(_ move: Move, _ run: Run) {
    let updates =
      switch move {
      case .toUpdate(let update): update - run.position.update
      case .toEpoch(let epoch): run.updates(inEpochs: epoch) - run.position.update
      case .ahead(let count, .update): count
      case .ahead(let count, .epoch): run.updates(inEpochs: count)
      case .toStop(let limit), .until(_, let limit): limit
      default: 0
      }
    self.init(updates: max(0, updates), of: run)
  }

  /// - Throws: what to do about it, where it is too much.
  func check(at position: SourcePosition) throws(LessonError) {
    guard products > Self.limit else { return }
    let what = runs > 1 ? "\(runs) runs of \(updates) updates are" : "\(updates) updates are"
    let advice = runs > 1 ? "fewer updates, seeds or settings" : "fewer updates"
    throw LessonError(
      "\(what) more than anybody waits for: give \(advice), or a smaller network.", at: position)
  }
}
