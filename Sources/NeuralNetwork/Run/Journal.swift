/// What was changed while a run was under way.
///
/// With the recipe and a position it decides every bit of the state.
public struct Journal: Hashable, Sendable {
  /// A change and the update (from 0) that is the first to feel it.
  public struct Entry: Hashable, Sendable {
    /// The first update to feel the change, from 0.
    public let update: Int
    /// What was changed.
    public let change: Change

    /// A change at an update.
    public init(update: Int, change: Change) {
      self.update = update
      self.change = change
    }
  }

  /// In order of their updates; of the same kind of change at one update only the last is kept, and of samples every one.
  public private(set) var entries: [Entry] = []

  /// A journal without entries.
  public init() {}

  /// Writes a change down at an update and forgets all that was written for later updates: that future did not happen.
  public mutating func record(_ change: Change, at update: Int) {
    entries.removeAll {
      $0.update > update
        || ($0.update == update && change.kind != nil && $0.change.kind == change.kind)
    }
    entries.append(Entry(update: update, change: change))
  }

  /// The update of the next entry.
  func next(after update: Int) -> Int { entries.first { $0.update > update }?.update ?? .max }
}

/// Something that may be changed while a run is under way; it takes effect at the next update.
public enum Change: Hashable, Sendable {
  /// The base rate η₀ of the schedule.
  case learningRate(Double)
  /// The activation of every hidden layer; weights stay as they are.
  case hiddenActivation(Activation)
  /// The loss; the output layer stays as it is.
  case loss(Loss)
  /// Sets one parameter by hand.
  case parameter(ParameterIndex, Double)
  /// The recipe as a whole, of which the setting at a path is what was changed: anything that need not restart the run.
  ///
  /// Make it from `Run.activeExperiment`, so that earlier changes stay. An optimizer of another rule starts without memory.
  case recipe(Experiment, path: String)
  /// Changes one of the samples to learn from; where epochs have other batches then, a new one begins.
  case samples(SampleEdit)

  /// Whether it is one of samples.
  package var isOfSamples: Bool { if case .samples = self { true } else { false } }

  /// What two changes have in common when the later one takes the earlier one's place.
  enum Kind: Hashable {
    case learningRate, hiddenActivation, loss
    case recipe(path: String)
    case parameter(ParameterIndex)
  }

  /// Nil for what takes no other one's place.
  var kind: Kind? {
    switch self {
    case .learningRate: .learningRate
    case .hiddenActivation: .hiddenActivation
    case .loss: .loss
    case .parameter(let index, _): .parameter(index)
    case .recipe(_, let path): .recipe(path: path)
    case .samples: nil
    }
  }
}
