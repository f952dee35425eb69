/// One walk forward and back over all samples that a run learns from, in pieces.
///
/// Dropout and augmentation are left out; batch normalization takes the figures of each piece.
struct SampleWalk {
  let plan: Plan
  let trainer: Trainer

  /// How many samples are looked at together.
  static let piece = 1024

  /// A walk that has not begun.
  init(_ run: Run) {
    plan = Plan(run.activePlan, lookingAt: .size(Self.piece, isShuffled: false))
    trainer = Trainer(plan)
    trainer.load(State(update: 0, network: run.network, moments: plan.firstState.moments))
  }

  /// Walks, and looks at each piece once its losses and gradients lie in the trainer; the loss of all samples is the sum of
  /// the pieces' losses, each times its share.
  func forEachPiece(_ look: (_ losses: Trainer.Losses, _ share: Double) -> Void) {
    for piece in 0..<plan.updatesPerEpoch {
      trainer.update = piece
      trainer.loadBatch()
      let losses = trainer.backpropagate()
      look(losses, Double(trainer.batch.count) / Double(plan.dataset.count))
    }
  }

  /// Adds the share of a piece to gradients over all samples.
  func add(to gradients: inout [Double], _ share: Double) {
    for index in gradients.indices { gradients[index] += share * trainer.arena.gradients[index] }
  }

  /// The objective over all samples with one parameter moved.
  func objective(moving offset: Int, by distance: Double) -> Double {
    let value = trainer.arena.model[offset]
    trainer.arena.model[offset] = value + distance
    defer { trainer.arena.model[offset] = value }
    var objective = 0.0
    forEachPiece { losses, share in objective += share * losses.objective }
    return objective
  }
}
