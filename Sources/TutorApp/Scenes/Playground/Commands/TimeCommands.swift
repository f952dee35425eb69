import NeuralNetwork

extension PlaygroundCommand {
  /// Commands that move along time.
  static let time = [goto, step, back, play, pause, stop, speed, restart]

  private static let goto = PlaygroundCommand(
    "goto", "UPDATE", help: "Go to an update, ahead or back; 'goto epoch 3' to an epoch",
    completions: { _, before in before.isEmpty ? ["epoch"] : [] },
    run: { model, text throws(CommandProblem) in
      let words = text.split(separator: " ").map(String.init)
      let isEpoch = words.first == "epoch"
      let usage = "Write where to: goto 1200, or goto epoch 3"
      guard words.count == (isEpoch ? 2 : 1) else { throw CommandProblem(usage) }
      let number = try wholeNumber(words.last, usage)
      let update = isEpoch ? model.run.update(afterEpochs: number) : min(number, Limits.updates)
      return model.go(to: update)
    })

  private static let step = PlaygroundCommand(
    "step", "COUNT", help: "Go ahead by a number of updates; also 'step 2 epochs', 'step phase'",
    completions: { _, _ in StepSize.words.map(\.0) },
    run: { model, text throws(CommandProblem) in
      let (count, size) = try stride(text)
      guard size != .phase else { return model.walk(phases: count) }
      guard count > 1 else { return model.repeating(.advance(size), count) }
      return model.explore(.seek(model.run.update(ahead: size, count: count)))
    })

  private static let back = PlaygroundCommand(
    "back", "COUNT", help: "Go back by a number of updates; also 'back 2 epochs', 'back phase'",
    completions: { _, _ in StepSize.words.map(\.0) },
    run: { model, text throws(CommandProblem) in
      let (count, size) = try stride(text)
      guard size != .phase else { return model.walk(phases: -count) }
      return model.explore(.seek(max(0, model.run.update(back: size, count: count))))
    })

  private static let play = PlaygroundCommand(
    "play", "UNTIL",
    help: "Train until a stop or 'pause'; 'play epoch' to the end of the epoch",
    completions: { _, before in before.isEmpty ? ["epoch"] : [] },
    run: { model, text throws(CommandProblem) in
      switch text {
      case "": return model.isPlaying ? [] : model.togglePlaying()
      case "epoch": return model.go(to: model.run.position.update + model.run.updatesToEpochEnd)
      default: throw CommandProblem("Write play, or play epoch; 'stop' says when to stop")
      }
    })

  private static let pause = PlaygroundCommand(
    "pause", help: "Stop playing",
    run: { model, _ throws(CommandProblem) in
      model.isPlaying = false
      return [.send(.pause)]
    })

  private static let speed = PlaygroundCommand(
    "speed", "NAME", help: "How fast a run plays: \(Pace.names.joined(separator: ", "))",
    isAnywhere: true, completions: { _, before in before.isEmpty ? Pace.names : [] },
    run: { model, text throws(CommandProblem) in
      guard let pace = Pace.named(text) else {
        throw CommandProblem("A speed is one of: \(Pace.names.joined(separator: ", "))")
      }
      // Where nothing is open yet, what is opened begins with it.
      if model.scene is GalleryScene { model.usualPace = pace }
      return model.setPace(pace)
    })

  private static let restart = PlaygroundCommand(
    "restart", help: "Begin again from the recipe's first numbers, with the settings in force",
    run: { model, _ throws(CommandProblem) in model.restart() })

  private static func stride(_ text: String) throws(CommandProblem) -> (Int, StepSize) {
    var words = text.split(separator: " ").map(String.init)
    var size = StepSize.update
    if let known = StepSize.words.first(where: { $0.0 == words.last || $0.0 + "s" == words.last }) {
      size = known.1
      words.removeLast()
    }
    let count = try words.first.map { word throws(CommandProblem) in
      try wholeNumber(word, "Write how many: step 10, or step 2 epochs")
    }
    return (min(count ?? 1, Limits.updates), size)
  }
}

/// A whole number from 0 that a command has been given.
func wholeNumber(_ word: String?, _ usage: String) throws(CommandProblem) -> Int {
  guard let word, let number = Int(word), number >= 0 else { throw CommandProblem(usage) }
  return number
}

extension StepSize {
  /// What commands call them.
  fileprivate static let words: [(String, StepSize)] = [
    ("phase", .phase), ("update", .update), ("epoch", .epoch),
  ]
}

extension Model {
  /// The same step several times.
  fileprivate mutating func repeating(_ command: TrainingCommand, _ count: Int) -> [Effect] {
    Array(repeating: explore(command), count: count).flatMap { $0 }
  }

  /// Goes ahead or back by phases: to the end of the step that they lead to, and from there back to the phase.
  fileprivate mutating func walk(phases count: Int) -> [Effect] {
    let (all, position) = (Phase.all(depth: run.depth), run.position)
    let here = position.update * all.count + (all.firstIndex(of: position.phase) ?? 0)
    let (update, phase) = max(0, here + count).quotientAndRemainder(dividingBy: all.count)
    guard update != position.update else {
      return repeating(count < 0 ? .rewind(.phase) : .advance(.phase), abs(count))
    }
    return explore(.seek(update)) + repeating(.rewind(.phase), all.count - 1 - phase)
  }

  /// Goes to an update, ahead or back.
  mutating func go(to update: Int) -> [Effect] {
    explore(.playTo(update))
  }
}
