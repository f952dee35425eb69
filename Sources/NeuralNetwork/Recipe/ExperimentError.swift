/// Why a recipe cannot be run, in one sentence that names what is wrong, both sizes where sizes clash, and what to do.
public struct ExperimentError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The part of the recipe that is at fault, so that a file's reader can point at its line.
  public enum Part: Hashable, Sendable {
    /// The samples, or the size of the whole network.
    case data
    /// Which samples are kept apart.
    case holdout
    /// A weight layer, counted from 1.
    case layer(Int)
    /// The loss, or its fit with the output layer or the targets.
    case loss
    /// The optimizer's settings.
    case optimizer
    /// How the learning rate changes from update to update.
    case schedule
    /// L1 or L2.
    case penalty
    /// What training leaves as it is.
    case frozen
    /// The limit of the gradient.
    case clipping
    /// Which samples each update uses.
    case batches
    /// How many updates a run makes.
    case steps
    /// How batches are moved.
    case augmentation
    /// When training ends before its last update.
    case earlyStopping
    /// A planted fault.
    case fault
    /// A change made while the run was under way.
    case change
  }

  /// The part of the recipe that is at fault.
  public let part: Part
  /// The whole explanation.
  public let sentence: String

  /// An error about `part`, explained by `sentence`.
  public init(_ part: Part, _ sentence: String) {
    self.part = part
    self.sentence = sentence
  }

  /// The sentence.
  public var description: String { sentence }
}

/// The sizes that a run may have; a recipe from an unknown hand is rejected before it can exhaust the machine.
public enum Limits {
  /// Samples times the inputs and targets of each.
  public static let dataValues = 8_000_000
  /// Units in one layer.
  public static let unitsPerLayer = 4096
  /// Weight layers.
  public static let layers = 128
  /// Weights, biases, γ and β together.
  public static let parameters = 5_000_000
  /// Rows of a batch times the units of all layers: what one update must keep.
  public static let valuesPerUpdate = 32_000_000
  /// Updates of a run.
  public static let updates = 1_000_000_000
}
