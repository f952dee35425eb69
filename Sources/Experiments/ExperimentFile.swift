import NeuralNetwork

/// An experiment as a document describes it: the document and what it says, read and accepted by the engine.
public struct ExperimentFile: Sendable {
  /// What was read; nil for a recipe that no document describes.
  private var given: ExperimentDocument?
  /// The recipe.
  public private(set) var experiment: Experiment
  /// The names of the classes, where the data gives any.
  ///
  /// One for each column of the targets, or for 0 and 1 in a single column.
  public let classNames: [String]?
  /// The names of the inputs, where the data gives any.
  public let inputNames: [String]?
  /// How the columns of a table became inputs, where the data is one.
  public let table: TableForm?
  /// What is not wrong, but should be known: what was left out, or taken for what.
  public let notes: [Diagnostic]
  /// The samples that were read from files.
  private let samples: FileSamples

  /// Reads an experiment file: YAML or JSON.
  /// - Throws: everything that is wrong with it.
  public init(_ source: SourceText) throws(Diagnostics) {
    self = try ExperimentDocument(source).read()
  }

  /// A recipe that no document describes.
  public init(_ experiment: Experiment) {
    (given, self.experiment, table) = (nil, experiment, nil)
    (inputNames, classNames) = (nil, nil)
    (notes, samples) = ([], FileSamples())
  }

  /// The document: the one that was read, or one that says what the recipe says.
  public var document: ExperimentDocument { given ?? ExperimentDocument(experiment) }

  /// The files that it was read from.
  public var files: [String] { given?.files ?? [] }

  /// The experiment of a file.
  /// - Throws: everything that is wrong with it.
  public static func read(_ source: SourceText) throws(Diagnostics) -> Experiment {
    try ExperimentFile(source).experiment
  }

  /// The same with values in place of others: the edited document, read again.
  /// - Throws: everything that is wrong with the result.
  public func replacing(_ edits: [ExperimentEdit]) throws(Diagnostics) -> ExperimentFile {
    try document.read(replacing: edits, knowing: self)
  }

  /// The same from another seed.
  public func reseeded(_ seed: UInt64) -> ExperimentFile {
    var result = self
    result.experiment.seed = seed
    result.given = given.flatMap {
      try? $0.replacing([ExperimentEdit("seed", value: YAMLNode(seed))])
    }
    return result
  }
}

extension ExperimentDocument {
  /// What the document says.
  /// - Throws: everything that is wrong with it.
  ///
  /// Files that `other` has read are not read again.
  public func read(knowing other: ExperimentFile? = nil) throws(Diagnostics) -> ExperimentFile {
    let yaml = YAMLSource(
      source, mayReadFiles: mayReadFiles, mayPlantFaults: mayPlantFaults)
    other?.tellFiles(to: yaml)
    guard let file = ExperimentFile(self, reportingTo: yaml), yaml.diagnostics.isEmpty else {
      throw Diagnostics(yaml.diagnostics)
    }
    return file
  }

  /// What the document says with values in place of others.
  /// - Throws: everything that is wrong with the result.
  public func read(
    replacing edits: [ExperimentEdit], knowing other: ExperimentFile? = nil
  ) throws(Diagnostics) -> ExperimentFile {
    let edited: ExperimentDocument
    do { edited = try replacing(edits) } catch {
      let path = error.edit.path.joined(separator: ".")
      throw Diagnostics([
        Diagnostic(file: source.name, message: "There is no place for '\(path)' in the experiment.")
      ])
    }
    return try edited.read(knowing: other)
  }

  /// What the document says with settings of the command line in place of its own.
  /// - Throws: everything that is wrong with the result, with the settings' names where they are to blame.
  public func read(
    with settings: [Override], knowing other: ExperimentFile? = nil
  ) throws(Diagnostics) -> ExperimentFile {
    var edits: [ExperimentEdit] = []
    for setting in settings {
      guard let edit = setting.edit else {
        throw diagnostics(
          "The value cannot be read: write one as in an experiment file.", about: [setting])
      }
      edits.append(edit)
    }
    let edited: ExperimentDocument
    do { edited = try replacing(edits) } catch {
      let index = edits.firstIndex(of: error.edit) ?? 0
      throw diagnostics("There is no place for it in the file.", about: [settings[index]])
    }
    do { return try edited.read(knowing: other) } catch {
      // What was put in has no place in the file, so the complaint names the setting.
      let homeless = error.list.filter { $0.position == nil && $0.file == source.name }
      guard !settings.isEmpty, !homeless.isEmpty else { throw error }
      throw diagnostics(homeless.map(\.message).joined(separator: " "), about: settings)
    }
  }

  private func diagnostics(_ message: String, about settings: [Override]) -> Diagnostics {
    let names = settings.map(\.description).joined(separator: " ")
    return Diagnostics([Diagnostic(file: "\(source.name) with \(names)", message: message)])
  }
}

extension ExperimentFile {
  /// What a document says, complete and accepted by the engine; nil after complaints.
  init?(_ document: ExperimentDocument, reportingTo yaml: YAMLSource) {
    let root = YAMLValue(node: document.root, source: yaml)
    let count = yaml.diagnostics.count
    guard let fields = ExperimentReading.fields(of: root, "An experiment") else { return nil }
    var reading = ExperimentReading(fields)
    Self.requireParts(fields)
    guard yaml.diagnostics.count == count else { return nil }
    do {
      try reading.finish()
      try reading.experiment.check()
    } catch {
      yaml.diagnose(error.sentence, at: Self.position(of: error.part, in: fields))
      return nil
    }
    (given, experiment) = (document, reading.experiment)
    table = reading.given?.form
    inputNames = reading.inputNames ?? table?.inputNames
    classNames = reading.classNames ?? reading.given?.kind?.classNames
    samples = yaml.files
    notes = yaml.notes
  }

  /// The experiment that a lesson opens with; nil after complaints.
  package init?(inLesson value: YAMLValue, mayPlantFaults: Bool) {
    let document = ExperimentDocument(
      root: value.node, source: value.source.source, mayReadFiles: false,
      mayPlantFaults: mayPlantFaults)
    self.init(document, reportingTo: value.source)
  }

  fileprivate func tellFiles(to yaml: YAMLSource) { yaml.files = samples }

  private static func requireParts(_ fields: YAMLFields) {
    if fields["data"] == nil, fields["inputs"] == nil, fields["targets"] == nil {
      fields.value.diagnose(
        "An experiment needs 'inputs' and 'targets', or 'data' with a data set's name.")
    }
    if fields["layers"] == nil, fields["hidden"] == nil {
      fields.value.diagnose(
        "An experiment needs 'hidden' with the units of its hidden layers, such as 'hidden: [8]' "
          + "or 'hidden: []' for none; or 'layers'.")
    }
  }

  /// Where the document says the part that the engine rejects; nil where no file says it.
  private static func position(of part: ExperimentError.Part, in fields: YAMLFields)
    -> SourcePosition?
  {
    if case .layer(let number) = part, let items = fields["layers"]?.node.items,
      items.indices.contains(number - 1)
    {
      return items[number - 1].position
    }
    let givers = ExperimentField.all.filter {
      $0.isResponsible(for: part) && fields[$0.name] != nil
    }
    return givers.isEmpty ? fields.value.node.position : fields.position(of: givers[0].name)
  }
}

extension ExperimentField {
  fileprivate func isResponsible(for part: ExperimentError.Part) -> Bool {
    if case .layer = part { return parts.contains { if case .layer = $0 { true } else { false } } }
    return parts.contains(part)
  }
}
