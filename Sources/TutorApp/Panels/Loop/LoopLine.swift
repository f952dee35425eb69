import NeuralNetwork
import TerminalCanvas

/// A line of the training loop, with what it works on now.
struct LoopLine {
  /// The line itself.
  let text: String
  /// How deep it is nested.
  let depth: Int
  /// Its variables as they are now; empty where there is nothing to say yet.
  let value: String
  /// The same in fewer characters, for where there is little room.
  let brief: String
  /// What it does, in a sentence, for where there is room.
  let detail: String
  /// Whether it is the line that has just run.
  let isRunning: Bool
}

/// The training loop of a run, line by line: those lines that its recipe has.
struct TrainingLoopText {
  private let run: Run
  private let step: TrainingStep
  private let phase: Phase
  private let isPlayingOn: Bool
  private let veil: Veil
  private let pinnedSample: Int

  init(_ model: Model) {
    run = model.run
    step = model.shownStep
    phase = model.run.position.phase
    isPlayingOn = model.isPlaying && model.look.pace > .phases
    (veil, pinnedSample) = (model.veil, model.pinnedSample)
  }

  /// Every line of this recipe's loop, from the top.
  var lines: [LoopLine] {
    [first, epoch, shuffle, batch, forward, loss, backward, clip, update, heldOut, end]
      .compactMap(\.self)
  }

  private enum Part { case first, batch, forward, loss, backward, update }

  /// What has just run: while a run plays fast, its batches one after the other.
  private var part: Part {
    if isPlayingOn { return .batch }
    switch phase {
    case .start: return run.previousStep == nil ? .first : .update
    case .forward: return .forward
    case .loss: return .loss
    case .backward: return .backward
    }
  }

  private func line(
    _ text: String, depth: Int, _ value: String, _ detail: String, _ part: Part? = nil,
    brief: String = ""
  ) -> LoopLine {
    LoopLine(
      text: text, depth: depth, value: value, brief: brief, detail: detail,
      isRunning: part == self.part)
  }

  private var recipe: Experiment { run.activeExperiment }
  private var hasBatches: Bool { run.updatesPerEpoch > 1 }

  private var first: LoopLine {
    line(
      "θ ← first values", depth: 0, "seed \(run.experiment.seed)",
      "\(run.network.parameterCount) weights and biases, drawn from the seed or written out", .first
    )
  }

  private var epoch: LoopLine {
    line(
      "for each epoch", depth: 0, "\(step.update / run.updatesPerEpoch) done",
      "once through all \(run.dataset.count) samples")
  }

  private var shuffle: LoopLine? {
    guard case .size(_, let isShuffled) = recipe.batches, isShuffled, hasBatches else { return nil }
    return line("shuffle the samples", depth: 1, "", "so that each epoch has other batches")
  }

  private var batch: LoopLine {
    let count = "\(step.sampleIndices.count) sample" + (step.sampleIndices.count == 1 ? "" : "s")
    guard hasBatches else {
      return line("take all samples", depth: 1, count, "one batch, so one update an epoch", .batch)
    }
    let number = step.update % run.updatesPerEpoch + 1
    return line(
      "for each batch", depth: 1, "\(number) of \(run.updatesPerEpoch), \(count)",
      "the last batch of an epoch may be short", .batch)
  }

  private var bodyDepth: Int { hasBatches ? 2 : 1 }

  private var forward: LoopLine {
    var (value, brief) = ("", "")
    if case .forward(let layer) = phase { value = "layer \(layer) of \(run.depth)" }
    if phase > .forward(layer: run.depth) || part == .update { (value, brief) = outputTexts }
    return line(
      "forward: y from x", depth: bodyDepth, value, "layer by layer z = W a + b and a = f(z)",
      .forward, brief: brief)
  }

  /// The first output of the pinned sample, or of the batch's first where that is not in it: with whose it is and without.
  private var outputTexts: (long: String, brief: String) {
    let row = step.row(of: pinnedSample) ?? 0
    guard step.outputs.elements.count > row * step.outputs.columns else { return ("", "") }
    let output = "y \(number(step.outputs[row, 0]))"
    guard step.sampleCount > 1 else { return (output, output) }
    return ("sample \(step.sampleIndices[row] + 1): \(output)", output)
  }

  private var loss: LoopLine {
    let isKnown = (phase >= .loss || part == .update) && !veil.hidesLoss
    return line(
      "loss: E from y and T", depth: bodyDepth,
      isKnown ? "\(run.lossName) \(number(step.loss))" : "",
      "\(recipe.loss.name): \(recipe.loss.formula)", .loss,
      brief: isKnown ? "E \(step.loss.formatted(significant: 3))" : "")
  }

  private var backward: LoopLine {
    var value = ""
    if case .backward(let layer) = phase, phase != .whole {
      value = "layer \(layer) of \(run.depth)"
    } else if phase == .whole || part == .update, !veil.hides(.gradientNorm) {
      value = "‖∇‖ \(number(step.totalGradientNorm))"
    }
    return line(
      "backward: ∇ from E", depth: bodyDepth, value,
      "from the output back, δ of each layer and the gradient of each weight", .backward)
  }

  private var clip: LoopLine? {
    switch recipe.clipping {
    case .norm(let most):
      line("clip ∇", depth: bodyDepth, "‖∇‖ ≤ \(compact(most))", "all of it shrunk alike")
    case .value(let most):
      line("clip ∇", depth: bodyDepth, "each ≤ \(compact(most))", "each number by itself")
    case nil: nil
    }
  }

  private var update: LoopLine {
    let (optimizer, rule) = (recipe.optimizer, recipe.optimizer.rule)
    let isPlain = rule == .sgd
    return line(
      isPlain ? "update: θ ← θ − η ∇" : "update: θ by \(rule.title)", depth: bodyDepth,
      "η \(compact(step.learningRate))", optimizer.formula.joined(separator: ", "), .update)
  }

  private var heldOut: LoopLine? {
    guard let heldOut = run.heldOut else { return nil }
    return line(
      "look at held-out samples", depth: 1, "\(heldOut.count) samples",
      "nothing is learned from them")
  }

  private var end: LoopLine {
    let patience = recipe.earlyStopping?.patience
    return line(
      patience == nil ? "until you stop it" : "until no progress", depth: 0,
      patience.map { "\($0) epochs" } ?? "update \(run.position.update)",
      patience == nil ? "the loop itself has no end" : "then back to the best place")
  }
}
