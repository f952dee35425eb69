extension ProblemKind {
  /// The loss on held-out samples rises while that on the samples to learn from falls.
  public static let overfitting: ProblemKind = ProblemKind("overfitting") { found in
    let run = found.run
    guard let now = run.heldOutLoss, run.position.update > 0 else { return [] }
    guard let best = run.earlierScores.min(by: { $0.heldOut < $1.heldOut }), best.heldOut > 0,
      now > 1.2 * best.heldOut,
      // Beside what there was to learn, batches and rounding move it, too.
      now - best.heldOut > 0.01 * (found.baseline ?? run.firstObjective)
    else { return [] }
    let (update, before) = (best.update, best.training)
    // In training dropout and batch norm may make it another one: what is said are losses without them.
    let after = run.datasetLoss
    guard after < min(0.9 * before, found.baseline ?? before) else { return [] }
    return [
      TrainingProblem(
        .overfitting, headline: "Overfitting since about update \(update)",
        "Overfitting since about update \(update): there the loss on held-out samples was \(Decimal.short(best.heldOut)) and is "
          + "\(Decimal.short(now)) now, while that on the training samples fell from "
          + "\(Decimal.short(before)) to \(Decimal.short(after)).",
        remedy: run.remedyForOverfitting)
    ]
  }
}

extension Run {
  /// What the recipe does not do already.
  fileprivate var remedyForOverfitting: String {
    let recipe = activeExperiment
    let ways = [
      recipe.earlyStopping == nil ? "'early_stopping: {patience: 10}'" : nil, "more data",
      recipe.l2 > 0 ? "a larger 'l2'" : "'l2: 0.001'",
      recipe.layers.contains { $0.dropout != nil } ? nil : "'dropout: 0.2'", "or fewer units",
    ]
    return "What helps is \(ways.compactMap(\.self).joined(separator: ", "))."
  }

  /// The losses on training and held-out samples at updates before: those that were observed, or where none were, of networks
  /// that it has come through.
  fileprivate var earlierScores: [(update: Int, training: Double, heldOut: Double)] {
    let observed = history.observations.compactMap { one in
      one.trainingLoss.flatMap { training in
        one.heldOutLoss.map { (update: one.update, training: training, heldOut: $0) }
      }
    }
    let before = observed.filter {
      $0.update > 0 && $0.update < position.update && $0.heldOut.isFinite
    }
    guard before.isEmpty else { return before }
    return earlierPlaces.map {
      ($0.update, loss(of: $0.network, on: dataset), heldOutLoss(of: $0.network))
    }
  }

  /// Networks that it has come through: those that are kept, and sixteen on the way to the first of them.
  fileprivate var earlierPlaces: [(update: Int, network: Network)] {
    let kept = keyframes.keyframes.map(\.state).filter {
      $0.update > 0 && $0.update < position.update
    }
    let end = kept.first?.update ?? position.update
    guard kept.count < 4 else { return kept.map { ($0.update, $0.network) } }
    var run = self
    run.seek(to: Position(update: 0))
    let early = Set((0..<16).map { end * $0 / 16 }).sorted().map { update in
      run.seek(to: Position(update: update))
      return (update, run.network)
    }
    return early + kept.map { ($0.update, $0.network) }
  }

  fileprivate func heldOutLoss(of network: Network) -> Double {
    heldOut.map { loss(of: network, on: $0) } ?? .infinity
  }
}
