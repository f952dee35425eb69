import NeuralNetwork

/// An experiment as a document: the keys of an experiment file, with their places where a file has them.
///
/// A lesson's override, `--vary`, an edit in a form and saving are one operation: replace at a path and read again.
public struct ExperimentDocument: Sendable {
  /// The keys and their values.
  public internal(set) var root: YAMLNode
  /// The file it comes from; what nobody has written has a name only.
  let source: SourceText
  /// Whether it may name files to read; what comes from strangers, such as a lesson, may not.
  let mayReadFiles: Bool
  /// Whether it may plant faults in the engine.
  let mayPlantFaults: Bool

  init(
    root: YAMLNode, source: SourceText, mayReadFiles: Bool = true, mayPlantFaults: Bool = false
  ) {
    self.root = root.withUsualSpelling
    self.source = source
    (self.mayReadFiles, self.mayPlantFaults) = (mayReadFiles, mayPlantFaults)
  }

  /// The document of a file in YAML or JSON: an experiment, or a reference case with one as its `spec`.
  /// - Throws: what is wrong with its form.
  public init(_ source: SourceText) throws(Diagnostics) {
    if let form = source.formInPlaceOfExperiment {
      throw Diagnostics([Diagnostic(file: source.name, message: form)])
    }
    let yaml = YAMLSource(source, mayReadFiles: true)
    guard let root = yaml.root(of: source.text), let spec = Self.spec(root) else {
      throw Diagnostics(yaml.diagnostics)
    }
    self.init(root: spec.node, source: source)
  }

  /// A document of keys that came from the file of a name, beside which others are looked for.
  public init(_ root: YAMLNode, source name: String) {
    self.init(root: root, source: SourceText(name: name, text: ""))
  }

  /// The name of the file that it comes from.
  public var sourceName: String { source.name }

  /// The document that says what a recipe says.
  ///
  /// Samples that came from a file are written out.
  public init(_ experiment: Experiment, name: String = "experiment") {
    let whole = experiment.withoutGaps
    let members = ExperimentField.all.map { ($0.name, $0.write(whole)) }
    self.init(
      root: .group(members), source: SourceText(name: name, text: ""),
      mayPlantFaults: experiment.fault != nil)
  }

  /// The keys of a reference case, of which `spec` is the experiment.
  private static let caseKeys = ["name", "description", "tags", "tolerance", "spec", "expected"]

  private static func spec(_ root: YAMLValue) -> YAMLValue? {
    guard root.member("spec") != nil else { return root }
    return root.fields(of: "A reference case", known: caseKeys)?["spec"]
  }

  /// What stands at a path: keys, and numbers from 1 for the items of lists; nil where nothing is said.
  public subscript(path: String...) -> YAMLNode? {
    path.reduce(root) { node, key in
      if let items = node?.items {
        return Int(key).flatMap { items.indices.contains($0 - 1) ? items[$0 - 1] : nil }
      }
      return node?[key]
    }
  }

  /// What its data are called: the name of a data set, or of a table without its folders; nil where samples are written out.
  public var dataName: String? {
    if let name = self["data"]?.text ?? self["data", "name"]?.text { return name }
    return self["data", "csv"]?.text?.split(separator: "/").last.map(String.init)
  }

  /// The values of keys that differ in another document, which was before.
  public func edits(since other: Self) -> [ExperimentEdit] {
    let (old, new) = (other.root.withoutPositions, root.withoutPositions)
    let keys = [new, old].flatMap { ($0.members ?? []).map(\.key) }
    let changed = ExperimentField.names.filter { keys.contains($0) && old[$0] != new[$0] }
    return changed.map { ExperimentEdit($0, value: new[$0] ?? .null) }
  }

  /// The document with values in place of others, or of none; `null` takes a key away.
  ///
  /// What a new value contradicts goes with the old one: a data set takes the place of written-out samples.
  /// - Throws: the first edit for which there is no place.
  public func replacing(_ edits: [ExperimentEdit]) throws(ExperimentEdit.NoPlace) -> Self {
    var result = self
    result.root = try ExperimentEdits.apply(edits, to: root)
    return result
  }
}

extension Experiment {
  /// The keys that a file needs to say what the recipe says; "layers.slope" is one inside layers.
  package var writtenKeys: [String] {
    let root = ExperimentDocument(self).root
    let inside = (root["layers"]?.items ?? []).flatMap { $0.members ?? [] }.map {
      "layers.\($0.key)"
    }
    return (root.members ?? []).map(\.key) + inside
  }
}

extension YAMLNode {
  /// A group of an experiment's keys in which other spellings stand as the keys that they mean.
  var withUsualSpelling: YAMLNode {
    guard let members else { return self }
    let given = Set(members.map(\.key))
    let renamed = members.map { member in
      let key = ExperimentField.key(member.key)
      return given.contains(key)
        ? member : Member(key, member.value, position: member.position)
    }
    return YAMLNode(.group(renamed), position: position)
  }
}
