import NeuralNetwork

/// An experiment as a file describes it.
public struct ExperimentFile {
  /// The recipe.
  public let experiment: Experiment
  /// The names of the classes, where the data gives any.
  ///
  /// One for each column of the targets, or for 0 and 1 in a single column.
  public let classNames: [String]?

  /// The keys of a reference case, of which `spec` is the experiment.
  private static let caseKeys = ["name", "description", "tags", "tolerance", "spec", "expected"]

  /// Reads an experiment file: YAML or JSON.
  /// - Throws: everything that is wrong with it.
  public init(_ source: SourceText) throws(Diagnostics) {
    let yaml = YAMLSource(source, mayReadFiles: true)
    guard let file = yaml.root(of: source.text).flatMap(Self.init), yaml.diagnostics.isEmpty else {
      throw Diagnostics(yaml.diagnostics)
    }
    self = file
  }

  /// The experiment of a file.
  /// - Throws: everything that is wrong with it.
  public static func read(_ source: SourceText) throws(Diagnostics) -> Experiment {
    try ExperimentFile(source).experiment
  }

  /// The experiment of a mapping, complete and accepted by the engine; nil after complaints.
  init?(_ root: YAMLValue) {
    let root = Self.spec(root) ?? root
    guard let fields = root.fields(of: "An experiment", known: ExperimentParser.keys) else {
      return nil
    }
    let count = root.source.diagnostics.count
    let patch = ExperimentParser(fields: fields).patch()
    Self.requireParts(fields)
    guard root.source.diagnostics.count == count else { return nil }
    do { experiment = try patch.complete() } catch {
      root.source.diagnose(error.sentence, at: Self.position(of: error.part, in: fields))
      return nil
    }
    guard Self.isAccepted(experiment, fields) else { return nil }
    classNames = patch.classNames
  }

  private static func spec(_ root: YAMLValue) -> YAMLValue? {
    guard root.member("spec") != nil else { return nil }
    return root.fields(of: "A reference case", known: caseKeys)?["spec"]
  }

  private static func requireParts(_ fields: YAMLFields) {
    if fields["data"] == nil, fields["inputs"] == nil, fields["targets"] == nil {
      fields.value.diagnose(
        "An experiment needs 'inputs' and 'targets', or 'data' with a data set's name.")
    }
    if fields["layers"] == nil, fields["hidden"] == nil {
      fields.value.diagnose(
        "An experiment needs 'layers', or 'hidden' with the units of its hidden layers.")
    }
  }

  private static func isAccepted(_ experiment: Experiment, _ fields: YAMLFields) -> Bool {
    do {
      try experiment.check()
      return true
    } catch {
      fields.value.source.diagnose(error.sentence, at: position(of: error.part, in: fields))
      return false
    }
  }

  /// Where the file gives the part that the engine rejects.
  private static func position(of part: ExperimentError.Part, in fields: YAMLFields)
    -> SourcePosition
  {
    if case .layer(let number) = part, let layers = fields["layers"]?.items(),
      layers.indices.contains(number - 1)
    {
      return layers[number - 1].position
    }
    return keys(of: part).lazy.compactMap { fields.position(of: $0) }.first ?? fields.value.position
  }

  private static func keys(of part: ExperimentError.Part) -> [String] {
    switch part {
    case .data: ["data", "inputs", "targets"]
    case .holdout: ["holdout", "test"]
    case .layer: ["layers", "hidden"]
    case .loss: ["loss"]
    case .optimizer: ["optimizer", "learning_rate"]
    case .schedule: ["schedule"]
    case .penalty: ["l1", "l2"]
    case .clipping: ["clip"]
    case .batches: ["batches", "batch_size"]
    case .steps: ["steps"]
    case .augmentation: ["augment"]
    case .earlyStopping: ["early_stopping"]
    case .fault: ["fault"]
    case .change: []
    }
  }
}
