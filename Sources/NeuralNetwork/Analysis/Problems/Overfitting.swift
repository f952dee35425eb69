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
    let (update, before) = (best.update, best.training())
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

  /// Losses at an update; that on the training samples is asked of the best one only.
  fileprivate typealias Scores = (update: Int, heldOut: Double, training: () -> Double)

  /// Those at updates before: as they were observed, or where none were, of networks that it has come through.
  fileprivate var earlierScores: [Scores] {
    let observed = history.observations.compactMap { one -> Scores? in
      guard one.update > 0, one.update < position.update, let heldOut = one.heldOutLoss,
        heldOut.isFinite, let training = one.trainingLoss
      else { return nil }
      return (one.update, heldOut, { training })
    }
    guard observed.isEmpty else { return observed }
    return earlierPlaces.map { place in
      (place.update, heldOutLoss(of: place.network), { loss(of: place.network, on: dataset) })
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
