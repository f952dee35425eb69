import NeuralNetwork
import Workbench

/// The part of a run's way over which a curve is drawn, before the run has gone it.
public struct CurveStretch: Hashable, Sendable {
  /// The update where it begins.
  public let first: Int
  /// The update where it ends.
  public let last: Int
  /// The loss where it begins.
  public let beginning: Double
  /// Whether it is the loss over the held-out samples, and not that of the batches.
  public let isHeldOut: Bool

  /// Nil where the way leads back or its end is not known, is too short for its columns, or begins without a loss.
  init?(of run: Run, _ move: Move, isHeldOut: Bool) {
    guard let last = move.lastUpdate(from: run) else { return nil }
    let loss = isHeldOut ? run.heldOutLoss : run.step.loss
    (first, self.last, self.isHeldOut) = (run.position.update, last, isHeldOut)
    guard last - first >= CurveSketch.columns, let loss, loss > 0, loss.isFinite else { return nil }
    beginning = loss
  }

  /// The middle of a column, in updates.
  public func middle(of column: Int) -> Double {
    Double(first) + (Double(column) + 0.5) * Double(last - first) / Double(CurveSketch.columns)
  }

  /// The loss that a height stands for.
  public func loss(at height: Int) -> Double {
    beginning * Double(height) / Double(CurveSketch.beginning)
  }

  /// How the curve of a run that has gone it goes; nil where a column has no loss.
  func shape(of run: Run) -> CurveShape? {
    columns(of: run).map { .of($0, from: beginning) }
  }

  /// Whether a drawing is as near to the curve of a run that has gone it as its few heights allow.
  func isNear(_ sketch: CurveSketch, _ run: Run) -> Bool {
    guard let columns = columns(of: run) else { return false }
    return zip(sketch.heights, columns).allSatisfy { height, value in
      abs(loss(at: height) - value) < 0.75 * loss(at: 1)
    }
  }

  /// The mean of each column; nil where one of them has no loss.
  private func columns(of run: Run) -> [Double]? {
    let points = isHeldOut ? run.heldOutPoints : run.lossPoints
    var columns: [[Double]] = Array(repeating: [], count: CurveSketch.columns)
    for point in points where point.update > first && point.update <= last {
      let column = (point.update - first - 1) * CurveSketch.columns / (last - first)
      columns[column].append(point.loss)
    }
    // A run that has diverged goes no further: its loss has risen beyond all numbers.
    guard run.divergence != nil || columns.allSatisfy({ !$0.isEmpty }) else { return nil }
    let means = columns.map { $0.reduce(0, +) / Double($0.count) }
    return means.map { $0.isFinite ? $0 : .infinity }
  }
}

extension Move {
  /// The update that it leads to; nil where that depends on the way.
  fileprivate func lastUpdate(from run: Run) -> Int? {
    switch self {
    case .toUpdate(let update): update
    case .toEpoch(let epoch): run.update(afterEpochs: epoch)
    case .ahead(let count, .update): run.update(ahead: .update, count: count)
    case .ahead(let count, .epoch): run.update(ahead: .epoch, count: count)
    default: nil
    }
  }
}

extension Run {
  fileprivate var lossPoints: [(update: Int, loss: Double)] {
    curve.buckets.map { ($0.lastUpdate, $0.last) } + [(position.update, step.loss)]
  }

  fileprivate var heldOutPoints: [(update: Int, loss: Double)] {
    let past = history.observations.compactMap { one in
      one.heldOutLoss.map { (one.update, $0) }
    }
    return past + (heldOutLoss.map { [(position.update, $0)] } ?? [])
  }
}
