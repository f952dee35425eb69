import NeuralNetwork
import TerminalCanvas

/// How the learner looks at the runs: it changes no number.
///
/// Each page of a lesson begins with a look of its own, so nothing leaks from one into the next.
public struct Look: Hashable, Sendable {
  /// How fast a playing run goes.
  public var pace = Pace.walking
  /// The panel that the keys of panels act on.
  public var focusedPanel: Panel?
  /// The panel that the learner wants to see first.
  public var calledPanel: Panel?
  /// Whether the focused panel fills the screen.
  public var isZoomed = false
  /// The scale of the loss; nil: the one that shows most of it.
  public var lossScale: Scale?
  /// Whether updates are drawn on a logarithmic scale.
  public var isLogTime = false
  /// How much of the past a moving average over the loss keeps, one of `smoothings`; nil: the first where batches make the
  /// loss noisy.
  public var smoothing: Double?
  /// None, and more and more.
  static let smoothings = [0, 0.9, 0.97, 0.99]
  /// The updates that the loss is drawn of; nil: all of them.
  public var span: ClosedRange<Int>?
  /// Whether the table of parameters begins with the one that changes most.
  public var sortsByChange = false
  /// Whether training and held-out samples are shown by their accuracies in place of their losses.
  public var showsAccuracy = false
  /// What the histogram is of.
  public var histogram = HistogramSubject.weights
  /// Whether the keys of the learning rate move all runs together.
  public var movesAllRates = false
  /// The parameter that the chain rule and the gradient check speak of.
  public var selected: ParameterIndex?
  /// The value that is being typed for it; nil when none is.
  var typedValue: String?
  /// The sample of the data set, from 0, that the pictures of one sample show; nil leaves the choice to them.
  public internal(set) var sample: Int?
  /// The sample, from 0, of those held out (or without them of the data set) that gallery and confusion show.
  public internal(set) var guess: Int?

  /// A look at all of it, with nothing chosen.
  public init() {}
}

extension Look {
  /// Keeps to what a run has.
  ///
  /// The selection goes to the parameter nearest to one that is gone, and a sample that is gone is no longer chosen. What was
  /// being typed for another parameter is for none.
  mutating func keep(to run: Run) {
    let found = selected.map { run.network.nearest(to: $0) }
    if found != selected { (selected, typedValue) = (found, nil) }
    if let sample, sample >= run.dataset.count { self.sample = nil }
    let judged = run.data(of: .heldOut) ?? run.dataset
    if let guess, guess >= judged.count { self.guess = nil }
  }
}
