import NeuralNetwork

/// A key of an experiment file: one record that holds all that is known of it.
///
/// Files, lessons' overrides, `--vary`, messages, help, the JSON Schema and forms walk `all`; a new key is
/// its file in `Fields` and its line there.
public struct ExperimentField: Sendable {
  /// The key.
  public let name: String
  /// Other spellings of it, which are read as the key.
  public let aliases: [String]
  /// What may stand behind it.
  public let form: ValueForm
  /// A few words: what a form shows beside it.
  public let summary: String
  /// All there is to say, in Markdown.
  public let help: String
  /// What counts where nothing is said.
  public let usual: String
  /// Values as a file may write them, each a whole one.
  public let examples: [String]
  /// The parts of the recipe that the engine may reject because of it.
  let parts: [ExperimentError.Part]
  /// Keys that cannot stand beside it in one file, and why; replacing one takes the other away.
  let excludes: [String: String]
  /// Reads the value into the recipe; what is wrong is reported.
  let read: @Sendable (YAMLValue, inout ExperimentReading) -> Void
  /// The value that says what a recipe says; nil where a file need not say it.
  package let write: @Sendable (Experiment) -> YAMLNode?
  /// Prepares a document for another value: takes away what would contradict it.
  ///
  /// Returns whether the value has found its place; otherwise it becomes the key's.
  let makeRoom: @Sendable (inout YAMLNode, YAMLNode) -> Bool
  /// Whether a running run can take another value from its next update on; otherwise a new run begins (↻).
  public let isLive: Bool
  /// Gives a recipe what counts where nothing is said.
  let reset: @Sendable (inout Experiment) -> Void
  /// What a run's journal notes when the value changes under way, where that is less than the whole recipe.
  let change: (@Sendable (Experiment) -> Change?)?
  /// The value in force in a recipe, as a form shows it; nil where the recipe has none that one value could say.
  let value: @Sendable (Experiment) -> YAMLNode?
  /// What a form shows where there is no such value.
  let absence: @Sendable (Experiment) -> String
  /// Whether a form has a row for it where nothing is said: not for what is written out by hand.
  let canBeChosen: Bool

  init(
    _ name: String, aliases: [String] = [], _ form: ValueForm, summary: String, help: String,
    usual: String,
    examples: [String], parts: [ExperimentError.Part] = [], excludes: [String: String] = [:],
    isLive: Bool = false,
    read: @escaping @Sendable (YAMLValue, inout ExperimentReading) -> Void,
    write: @escaping @Sendable (Experiment) -> YAMLNode?,
    reset: @escaping @Sendable (inout Experiment) -> Void = { _ in },
    makeRoom: @escaping @Sendable (inout YAMLNode, YAMLNode) -> Bool = { _, _ in false },
    change: (@Sendable (Experiment) -> Change?)? = nil,
    value: (@Sendable (Experiment) -> YAMLNode?)? = nil,
    absence: (@Sendable (Experiment) -> String)? = nil,
    canBeChosen: Bool? = nil
  ) {
    (self.name, self.aliases, self.form) = (name, aliases, form)
    (self.parts, self.excludes) = (parts, excludes)
    (self.summary, self.help, self.usual, self.examples) = (summary, help, usual, examples)
    (self.read, self.write, self.reset, self.makeRoom) = (read, write, reset, makeRoom)
    (self.isLive, self.change) = (isLive || change != nil, change)
    self.value = value ?? write
    // A sentence would not fit into a form.
    self.absence = absence ?? { _ in usual.count <= 14 ? usual : "none" }
    self.canBeChosen = canBeChosen ?? form.isChosen
  }
}

extension ExperimentField {
  /// Fields that a form shows under one heading.
  public struct Section: Sendable {
    /// The heading.
    public let title: String
    /// The fields, in the order of a file.
    public let fields: [ExperimentField]

    /// What there is to learn from.
    public static let data = Section(
      title: "data",
      fields: [
        .data, .inputs, .targets, .inputNames, .classNames, .holdout, .test, .scaling,
        .targetScaling, .augment,
      ])
    /// What learns.
    public static let network = Section(
      title: "network",
      fields: [
        .hidden, .activation, .output, .initializer, .scale, .batchNorm, .residual, .dropout,
        .layers, .weights,
      ])
    /// How it learns.
    public static let training = Section(
      title: "training",
      fields: [
        .loss, .classWeights, .optimizer, .learningRate, .schedule, .clip, .l1, .l2, .frozen,
        .batchSize, .shuffle, .batches, .earlyStopping, .seed, .steps, .recordSteps, .fault,
      ])
  }

  /// Every key under its heading, in the order of a file.
  public static let sections = [Section.data, .network, .training]

  /// Every key, in the order of a file.
  public static let all = sections.flatMap(\.fields)

  /// The keys.
  static let names = all.map(\.name)

  /// The field of a key.
  public static func named(_ name: String) -> ExperimentField? { all.first { $0.name == name } }

  /// The key that a spelling stands for.
  package static func key(_ spelling: String) -> String {
    all.first { $0.aliases.contains(spelling) }?.name ?? spelling
  }

  /// What to do about a key that is none: those of a group are often written beside it.
  static func correction(_ word: String) -> String? {
    let key = key(word.lowercased())
    if key != word, named(key) != nil { return "It is called '\(key)'." }
    if let meaning = ForeignWord.meaning(of: word) { return meaning }
    guard let owner = all.first(where: { $0.form.keys().contains { $0.name == word } }) else {
      return nil
    }
    let group = "{…, \(word): …}"
    let place = if case .list = owner.form { "[\(group), …]" } else { group }
    return "'\(word)' belongs inside '\(owner.name)': \(owner.name): \(place)."
  }

  /// The key that an option of a command line stands for, as other programs have it, with what to write behind it where it
  /// takes one form; nil where it stands for none.
  package static func key(ofOption option: String) -> String? {
    let key = key(option.lowercased().replacing("-", with: "_"))
    return named(key) != nil ? key : ForeignWord.key(of: option)
  }

  /// Whether one of the two cannot stand beside the other.
  func excludes(_ other: ExperimentField) -> Bool {
    excludes[other.name] != nil || other.excludes[name] != nil
  }
}
