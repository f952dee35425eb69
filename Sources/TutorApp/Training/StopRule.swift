import NeuralNetwork
import Workbench

/// What a playing run stops for by itself.
public struct StopRule: Hashable, Sendable {
  /// What it waits for.
  public enum Kind: Hashable, Sendable {
    /// So many updates made.
    case update(Int)
    /// So many epochs made.
    case epoch(Int)
    /// Whatever a goal or a wait may say.
    case condition(Condition)
    /// The loss has not fallen by a thousandth for so many epochs.
    case plateau(epochs: Int)
    /// Every sample is classified right.
    case separation
    /// The next update cannot be made.
    case divergence
  }

  let kind: Kind

  /// As a command writes it.
  var text: String {
    switch kind {
    case .update(let update): "update \(update)"
    case .epoch(let epoch): "epoch \(epoch)"
    case .condition(let condition): condition.text
    case .plateau(let epochs): "plateau \(epochs)"
    case .separation: "separation"
    case .divergence: "divergence"
    }
  }

  /// What has come about, and what to try, in a sentence.
  func sentence(_ run: Run) -> String {
    let place = "Stopped after \(run.position.update.counted("update"))"
    return switch kind {
    case .update, .epoch:
      "\(place), as asked: \(text). Play goes on; U and E go back; c forks the run here, to try two ways on."
    case .condition(let condition):
      "\(place): \(condition.text) holds. Play goes on until it holds anew; 'stop off' waits for nothing."
    case .plateau(let epochs):
      "\(place): for \(epochs.counted("epoch")) the loss has not fallen by a thousandth. Try another learning rate, "
        + "momentum or Adam, or more units."
    case .separation:
      "\(place): every sample is classified right for the first time. Do held-out samples agree?"
    case .divergence:
      (run.divergence?.sentence ?? place)
        + " Go back with U and try a smaller learning rate, clip, or smaller first weights."
    }
  }
}

/// A rule and what it has seen of a run.
struct StopWatch: Sendable {
  let rule: StopRule
  /// Whether it has fired, and what it waits for has held ever since.
  private var isSpent = false
  /// The lowest loss at the end of an epoch, and that epoch.
  private var best: (loss: Double, epoch: Int)?

  init(_ rule: StopRule) { self.rule = rule }

  /// How far a run may train before it must be looked at again; 1 at least.
  func updatesToLook(_ run: Run) -> Int {
    switch rule.kind {
    case .update(let update): ahead(update, run)
    case .epoch(let epoch): ahead(run.updates(inEpochs: epoch), run)
    case .condition: 1
    case .plateau, .separation: run.updatesToEpochEnd
    case .divergence: .max
    }
  }

  private func ahead(_ update: Int, _ run: Run) -> Int {
    update > run.position.update ? update - run.position.update : .max
  }

  /// Looks at a run; true when it must stop now.
  mutating func look(at run: Run) -> Bool {
    let holds = holds(run)
    defer { isSpent = holds }
    return holds && !isSpent
  }

  private mutating func holds(_ run: Run) -> Bool {
    switch rule.kind {
    case .update(let update): run.position.update == update
    case .epoch(let epoch): run.position.update == run.updates(inEpochs: epoch)
    case .condition(let condition): condition.holds(on: run)
    case .separation: run.accuracy == 1
    case .divergence: run.divergence != nil
    case .plateau(let epochs): isFlat(run, for: epochs)
    }
  }

  private mutating func isFlat(_ run: Run, for epochs: Int) -> Bool {
    let (loss, epoch) = (run.loss(of: run.network, on: run.dataset), run.epoch)
    guard let best, epoch >= best.epoch, loss > best.loss * (1 - 1e-3) else {
      best = (loss, epoch)
      return false
    }
    return epoch - best.epoch >= epochs
  }
}
