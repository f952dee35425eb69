import Experiments
import NeuralNetwork
import Workbench

/// What the keys do to the run in the workspace.
extension Model {
  /// Sends a command of the learner's own; the lesson's place stays one key away.
  mutating func explore(_ command: TrainingCommand) -> [Effect] {
    place?.isExploring = true
    return [.send(command)]
  }

  /// Begins again, and stands; in the playground no number that was typed stays, and that is said.
  mutating func restart() -> [Effect] {
    let byHand = run.journal.entries.count { !$0.change.isSetting }
    if place == nil, byHand > 0 {
      notice =
        "Begun again from the recipe's first numbers: \(byHand.counted("change")) of parameters by hand \(byHand == 1 ? "is" : "are") gone; undo brings all back"
    }
    isPlaying = false
    return [.send(.pause)] + explore(.restart(keepingStart: place != nil))
  }

  mutating func togglePlaying() -> [Effect] {
    // Where a playing run is stopped by hand depends on the clock, which no replay has.
    if transcript != nil, !isPlaying {
      return explore(.playTo(run.position.update + run.updatesInTenSeconds(of: look.pace)))
    }
    isPlaying.toggle()
    return isPlaying ? explore(.play(look.pace)) : [.send(.pause)]
  }

  /// To an update, as far as it was seen.
  mutating func scrub(to update: Int) -> [Effect] {
    let goal = min(max(0, update), lastSeenUpdate)
    guard goal != run.position.update else { return [] }
    isPlaying = false
    return [.send(.pause)] + explore(.seek(goal))
  }

  mutating func scrub(byTenths tenths: Int) -> [Effect] {
    guard lastSeenUpdate > 0 else {
      notice = "No update was seen yet; u makes one, p plays"
      return []
    }
    let step = max(1, lastSeenUpdate / 10)
    return scrub(to: run.position.update + tenths * step)
  }

  mutating func setPace(_ pace: Pace) -> [Effect] {
    look.pace = pace
    // While a run plays, the status line says its pace, and where it stands.
    guard !isPlaying else { return [.send(.play(pace))] }
    notice = "Speed: \(pace.label)"
    return []
  }

  mutating func moveLearningRate(by step: RateStep) -> [Effect] {
    if look.movesAllRates || isTeaching, workspace.runs.count > 1 {
      return act("the rates of all runs") { workspace throws(Diagnostics) in
        workspace.forEachRun { run in
          let base = run.experiment.optimizer.learningRate
          run.apply(
            .learningRate(LearningRateSteps.moved(run.baseLearningRate, by: step, base: base)))
        }
      }
    }
    let rate = LearningRateSteps.moved(
      run.baseLearningRate, by: step, base: run.experiment.optimizer.learningRate)
    guard rate != run.baseLearningRate else {
      notice = "The learning rate is \(compact(rate)) already"
      return []
    }
    return explore(.change(.learningRate(rate)))
  }

  mutating func cycleActivation() -> [Effect] {
    guard let now = run.hiddenActivation else {
      notice = "This network has no hidden layer to change"
      return []
    }
    let menu = Activation.hiddenChoices
    let index = menu.firstIndex(of: now).map { ($0 + 1) % menu.count } ?? 0
    notice = "The hidden units are \(menu[index].title) now"
    return explore(.change(.hiddenActivation(menu[index])))
  }

  mutating func cycleLoss() -> [Effect] {
    let menu = run.lossChoices
    guard menu.count > 1, let index = menu.firstIndex(of: run.loss) else {
      notice = "No other loss goes with this output layer"
      return []
    }
    let next = menu[(index + 1) % menu.count]
    notice = "The loss is the \(next.title) now"
    return explore(.change(.loss(next)))
  }

  mutating func switchRun() -> [Effect] {
    guard workspace.runs.count > 1 else {
      notice = "There is one run only; c forks another to compare with"
      return []
    }
    return [.send(.focus((workspace.focus + 1) % workspace.runs.count))]
  }

  mutating func checkGradient() -> [Effect] {
    guard let selected = look.selected else {
      notice = "Select a parameter first, with \(selectionKeys)"
      return []
    }
    guard !isAhead, !veil.hidesGradient(selected) else {
      notice = "This gradient is what is asked: commit a guess first"
      return []
    }
    overlay = .gradientCheck(GradientCheck.check(selected, in: run))
    return []
  }

  mutating func selectSample(by rows: Int) -> [Effect] {
    let count = run.dataset.count
    look.sample = (pinnedSample + rows + count) % count
    look.guess = nil
    notice = "Sample \(pinnedSample + 1) of \(count)"
    return []
  }

  /// The next sample that is taken for another class than its own; it is pinned where the network learns from it.
  mutating func selectMistake() -> [Effect] {
    guard !isAhead else {
      notice = "What is classified wrong waits for your guess"
      return []
    }
    guard let guesses = summary.guesses else {
      notice = "The targets mark no classes, so none is wrong"
      return []
    }
    let mistakes = guesses.mistakes
    guard let next = mistakes.first(where: { $0 > chosenGuess ?? -1 }) ?? mistakes.first else {
      notice = "No \(guesses.name) sample is classified wrong"
      return []
    }
    look.guess = next
    if guesses.samples == .training { look.sample = next }
    notice =
      "Sample \(next + 1) of \(guesses.truths.count) (\(guesses.name)) is \(classNames[guesses.truths[next]]), "
      + "and the network says \(classNames.said(guesses.guesses[next])); "
      + "\(mistakes.count) \(mistakes.count == 1 ? "is" : "are") wrong"
    return []
  }

  mutating func selectParameter(by rows: Int) -> [Effect] {
    let all = run.network.parameterIndices
    guard !all.isEmpty else { return [] }
    let now = look.selected.flatMap { all.firstIndex(of: $0) }
    let next = now.map { min(max(0, $0 + rows), all.count - 1) } ?? 0
    look.selected = all[next]
    return []
  }
}

extension Run {
  /// The updates that a pace makes in ten seconds; of one that has no clock, those of the fastest that has.
  fileprivate func updatesInTenSeconds(of pace: Pace) -> Int {
    switch pace {
    case .epochs: max(1, update(ahead: .epoch, count: 40) - position.update)
    case .phases, .slow: 20
    default: 10 * (pace.rate ?? 1000)
    }
  }
}
