import NeuralNetwork
import TerminalCanvas

/// What lessons and the playground share: runs on the screen, and the keys that act on them.
public enum Workbench {
  /// What happens to the runs and to their pictures.
  public enum Message: Hashable, Sendable {
    // Time.
    case togglePlaying
    case advance(StepSize), rewind(StepSize)
    /// To an update that was seen; or by tenths of the time that was.
    case scrub(to: Int), scrubTenths(Int)
    case faster, slower
    case restart, newSeed
    /// Back to the last good update of a run that has diverged.
    case recover

    // The run.
    case scaleLearningRate(RateStep)
    case cycleActivation, cycleLoss
    case toggleComparison, switchRun
    case checkGradient
    case selectParameter(Int), selectSample(Int)
    /// The value of the selected parameter, as it is typed.
    case beginValue, typeValue(Character), eraseValue, commitValue

    // The screen.
    case focusNextPanel, focusPreviousPanel, toggleZoom
    case focus(Panel)
    case toggleLogScale, toggleLogTime, toggleSorting, smoothMore, toggleLegend
    case cycleHistogram, selectMistake
  }
}

extension Workbench.Message {
  /// Whether it does something to the runs, and not only to their pictures.
  var changesRuns: Bool {
    switch self {
    case .togglePlaying, .advance, .rewind, .scrub, .scrubTenths, .restart, .newSeed, .recover,
      .scaleLearningRate, .cycleActivation, .cycleLoss, .toggleComparison, .commitValue:
      true
    default: false
    }
  }
}

/// How a key moves the learning rate.
public enum RateStep: Hashable, Sendable {
  /// To the next of 1, 2, 5 · 10ᵏ.
  case coarseUp, coarseDown
  /// By one in the second significant digit.
  case fineUp, fineDown
  /// Back to what the experiment says.
  case reset
}

extension Model {
  /// The scale of the losses; with the scores of held-out samples in focus, losses or accuracies.
  private mutating func toggleScale() {
    if look.focusedPanel == .trainval, summary.heldOutAccuracy != nil {
      look.showsAccuracy.toggle()
    } else {
      look.lossScale = lossScale(self) == .linear ? .logarithmic : .linear
    }
  }

  mutating func update(_ message: Workbench.Message) -> [Effect] {
    // On the runs of the page before, a key would do something else than on this page's. What a transcript takes must not
    // depend on how fast the machine is.
    guard !message.changesRuns || !awaitsRuns || transcript != nil else {
      notice = "This page's runs are still being trained"
      return []
    }
    switch message {
    case .togglePlaying: return togglePlaying()
    case .advance(let step): return explore(.advance(step))
    case .rewind(let step): return explore(.rewind(step))
    case .scrub(let update): return scrub(to: update)
    case .scrubTenths(let tenths): return scrub(byTenths: tenths)
    case .faster: return setPace(look.pace.next(1, updatesPerEpoch: run.updatesPerEpoch))
    case .slower: return setPace(look.pace.next(-1, updatesPerEpoch: run.updatesPerEpoch))
    case .restart: return restart()
    case .recover: return recover()
    case .newSeed:
      let seed = run.experiment.seed &+ 1
      notice = "The run begins again, from seed \(seed)"
      return explore(.reseed(seed))

    case .scaleLearningRate(let step): return moveLearningRate(by: step)
    case .cycleActivation: return cycleActivation()
    case .cycleLoss: return cycleLoss()
    case .toggleComparison: return explore(.toggleComparison)
    case .switchRun: return switchRun()
    case .checkGradient: return checkGradient()
    case .selectParameter(let rows): return selectParameter(by: rows)
    case .selectSample(let rows): return selectSample(by: rows)
    case .beginValue: beginValue()
    case .typeValue(let character): typeValue(character)
    case .eraseValue: eraseValue()
    case .commitValue: return commitValue()

    case .focusNextPanel: focusPanel(by: 1)
    case .focusPreviousPanel: focusPanel(by: -1)
    case .toggleZoom: toggleZoom()
    case .focus(let panel): look.focusedPanel = panel
    case .toggleLogScale: toggleScale()
    case .smoothMore: smoothMore()
    case .toggleSorting: look.sortsByChange.toggle()
    case .toggleLogTime: look.isLogTime.toggle()
    case .cycleHistogram: look.histogram = look.histogram.next
    case .selectMistake: return selectMistake()
    case .toggleLegend: overlay = .legend(page: 0)
    }
    return []
  }
}
