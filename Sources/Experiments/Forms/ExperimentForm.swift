import NeuralNetwork

/// An experiment as rows that can be changed one by one: the list of fields with the values in force.
public struct ExperimentForm: Hashable, Sendable {
  /// Rows under one heading.
  public struct Section: Hashable, Sendable {
    /// The heading.
    public let title: String
    /// The rows.
    public let rows: [FormRow]
  }

  /// In the order of a file.
  public let sections: [Section]

  /// All rows.
  public var rows: [FormRow] { sections.flatMap(\.rows) }

  /// The form of a recipe, and of the document that it began with; of samples that are written out it says what they are called.
  public init(
    _ document: ExperimentDocument, _ experiment: Experiment, samples: String? = nil
  ) {
    sections = ExperimentField.sections.map { section in
      let rows = section.fields.flatMap { Self.rows(of: $0, document, experiment) }
      return Section(
        title: section.title,
        rows: rows.map { row in
          guard let samples, row.value == nil, row.path == ["data"] else { return row }
          return FormRow(
            path: row.path, form: row.form, summary: row.summary, value: nil, usual: samples)
        })
    }
  }

  /// The form of a recipe that no file has written down.
  public init(_ experiment: Experiment) {
    let nothing = ExperimentDocument(
      root: .group([]), source: SourceText(name: "experiment", text: ""))
    self.init(nothing, experiment)
  }

  /// The row of a field and those of the keys behind it; none for what is written out, unless it is.
  private static func rows(
    of field: ExperimentField, _ document: ExperimentDocument, _ experiment: Experiment
  ) -> [FormRow] {
    let value = field.value(experiment) ?? (field.isLive ? nil : document[field.name])
    guard value != nil || field.canBeChosen else { return [] }
    let row = FormRow(
      path: [field.name], form: field.form, summary: field.summary, value: value,
      usual: field.absence(experiment))
    return [row]
      + keys(of: field, value).map { key in
        FormRow(
          path: [field.name, key.name], form: key.form, summary: key.summary,
          value: value?[key.name] ?? key.usual, usual: "–")
      }
  }

  /// The keys that have rows of their own: all of a named group, of others those that are there.
  private static func keys(of field: ExperimentField, _ value: YAMLNode?) -> [ValueForm.Key] {
    guard let value else { return [] }
    let name = value["name"]?.text ?? value.text
    if let name, field.form.names.contains(name) {
      // The learning rate has a row of its own.
      return field.form.keys(named: name).filter { $0.name != "lr" }
    }
    guard let members = value.members else { return [] }
    if case .group(let keys) = field.form { return keys }
    let given = Set(members.map(\.key))
    return field.form.keys().filter { given.contains($0.name) }
  }
}

extension ValueForm {
  /// Whether it is chosen from a list or turned, and not written out.
  var isChosen: Bool {
    switch self {
    case .list, .word: false
    case .either(let forms): !forms.contains { $0.isTable }
    default: true
    }
  }

  /// The keys that go with a name.
  fileprivate func keys(named name: String) -> [Key] {
    switch self {
    case .named(let variants): variants.first { $0.name == name }?.keys ?? []
    case .either(let forms): forms.lazy.map { $0.keys(named: name) }.first { !$0.isEmpty } ?? []
    default: []
    }
  }

  /// Rows of values.
  fileprivate var isTable: Bool {
    if case .list(.list) = self { true } else { false }
  }
}
