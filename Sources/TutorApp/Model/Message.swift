import Lessons
import NeuralNetwork
import TerminalCanvas

/// Everything that can happen to the model: what the learner means by a key, and what comes back from outside.
public enum Message: Hashable, Sendable {
  // The lesson.
  case next, back
  case returnToLesson
  case showHint, showSolution
  case answer(Int)
  case scrollText(Int)
  case openList

  // Time.
  case togglePlaying
  case advance(StepSize), rewind(StepSize)
  case faster, slower
  case restart, newSeed

  // The run.
  case scaleLearningRate(RateStep)
  case cycleActivation, cycleLoss
  case toggleComparison, switchRun
  case checkGradient
  case selectParameter(Int), selectSample(Int)

  // The screen.
  case focusNextPanel, focusPreviousPanel, toggleZoom
  case toggleLogScale, toggleSmoothing, cycleGlyphs
  case toggleHelp, turnPage(Int), close
  case redraw, suspend, quit

  // A list or a typed answer.
  case moveSelection(Int), choose
  case beginTyping, type(Character), eraseTyped, commitTyped
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
