/// A data set that has a name.
///
/// To add one, write a file that ends in its record, and put the record into `all`.
public struct NamedDataset: ListedRecord {
  /// The name that files use.
  public let name: String
  /// As a menu shows it.
  public let title: String
  /// What is in it, in a few words.
  public let summary: String
  /// Where it comes from; nil where that is nobody's.
  public internal(set) var source: String?
  /// What may be asked of it, with its own defaults.
  public internal(set) var settings: [Setting] = []
  /// How many classes its targets are, unless that is a setting; nil: its targets are numbers.
  public internal(set) var classes: Int?
  /// The samples for the values of all its settings; nil: they are read from a file.
  let make: (@Sendable (Values, inout RandomStream) -> Dataset)?

  /// What was asked of a set, with its defaults for the rest.
  struct Values {
    let options: DatasetOptions
    let settings: [Setting]

    subscript(setting: Setting) -> Double {
      options[setting] ?? settings.first { $0.key == setting.key }?.usual ?? 0
    }
  }
}

extension NamedDataset {
  /// Every one, in the order of a menu.
  public static let all: [NamedDataset] = [
    .line, .sine, .and, .or, .xor, .blobs, .circles, .moons, .spirals, .digits, .insects,
  ]

  /// Whether its targets are classes.
  public var isClassification: Bool { classes != nil }

  /// The loss that usually goes with it.
  public func defaultLoss(_ options: DatasetOptions = DatasetOptions()) -> Loss {
    guard let classes else { return .meanSquaredError }
    let count = settings.contains(.classes) ? options.classes ?? classes : classes
    return count > 2 ? .categoricalCrossEntropy : .binaryCrossEntropy
  }

  /// Draws the set from a seed.
  func drawn(
    _ options: DatasetOptions, seed: UInt64
  ) throws(ExperimentError) -> Dataset {
    guard let make else {
      throw ExperimentError(
        .data, "The \(name) are read from a file: hand their numbers over as explicit data.")
    }
    var stream = RandomStream(seed: seed, purpose: .data)
    return make(Values(options: options, settings: settings), &stream)
  }
}

/// What may be asked of a named data set; nil leaves the set's own value.
public struct DatasetOptions: Hashable, Sendable {
  private var values = SettingValues()

  /// Options, all left alone unless given.
  public init(
    samples: Int? = nil, noise: Double? = nil, classes: Int? = nil, slope: Double? = nil,
    intercept: Double? = nil, turns: Double? = nil
  ) {
    let all: [(Setting, Double?)] = [
      (.samples, samples.map(Double.init)), (.noise, noise), (.classes, classes.map(Double.init)),
      (.slope, slope), (.intercept, intercept), (.turns, turns),
    ]
    for (setting, value) in all { self[setting] = value }
  }

  /// The value of a setting.
  public subscript(setting: Setting) -> Double? {
    get { values[setting] }
    set { values[setting] = newValue }
  }

  /// How many samples.
  public var samples: Int? { self[.samples].flatMap { Int(exactly: $0) } }
  /// How many classes.
  public var classes: Int? { self[.classes].flatMap { Int(exactly: $0) } }

  /// Whether the numbers make sense.
  func check() throws(ExperimentError) {
    let known: [Setting] = [.samples, .noise, .classes, .slope, .intercept, .turns]
    guard let problem = values.problem(in: known) else { return }
    throw ExperimentError(.data, problem)
  }
}

extension Setting {
  /// How many samples a data set has.
  public static let samples = Setting(
    "samples", symbol: "N", .count(1...1_000_000), usual: 100, noun: "a number of samples",
    "how many samples")
  /// The deviation of the normal noise on a data set.
  public static let noise = Setting(
    "noise", .nonNegative, usual: 0, "the deviation of the normal noise")
  /// How many classes a data set has.
  public static let classes = Setting(
    "classes", symbol: "K", .count(2...100), usual: 2, noun: "a number of classes",
    "how many classes")
  static let slope = Setting("slope", .number, usual: 2, "how steep the line is")
  static let intercept = Setting("intercept", .number, usual: 0, "the line's height at 0")
  static let turns = Setting("turns", .number, usual: 1, "how often an arm goes round")
}
