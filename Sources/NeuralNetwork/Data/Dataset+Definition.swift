extension Dataset.Name {
  /// Everything there is to say about one named data set.
  public struct Definition: Sendable {
    /// As a menu shows it.
    public let title: String
    /// What is in it, in a few words.
    public let summary: String
    /// Whether its targets are classes.
    public let isClassification: Bool
  }

  /// The set's name and what is in it.
  public var definition: Definition {
    switch self {
    case .line:
      Definition(title: "line", summary: "points on y = 2 x", isClassification: false)
    case .sine:
      Definition(title: "sine", summary: "y = sin(π x) for x in ±1", isClassification: false)
    case .and:
      Definition(title: "AND", summary: "both inputs are 1", isClassification: true)
    case .or:
      Definition(title: "OR", summary: "at least one input is 1", isClassification: true)
    case .xor:
      Definition(title: "XOR", summary: "exactly one input is 1", isClassification: true)
    case .blobs:
      Definition(title: "blobs", summary: "clouds on a circle", isClassification: true)
    case .circles:
      Definition(title: "circles", summary: "one ring inside another", isClassification: true)
    case .moons:
      Definition(title: "moons", summary: "two half rings, interlocked", isClassification: true)
    case .spirals:
      Definition(title: "spirals", summary: "arms wound round the middle", isClassification: true)
    case .digits:
      Definition(title: "digits", summary: "handwritten, 8 by 8 pixels", isClassification: true)
    case .insects:
      Definition(
        title: "insects", summary: "three kinds by height and weight", isClassification: true)
    }
  }
}
