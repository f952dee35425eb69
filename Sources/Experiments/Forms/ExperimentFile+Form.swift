import NeuralNetwork

extension ExperimentFile {
  /// The experiment as rows of a form.
  public var form: ExperimentForm { ExperimentForm(document, experiment) }

  /// The edit that gives a row its next value, or the one before: the nearest that the experiment takes.
  /// - Throws: why it takes none.
  public func step(_ row: FormRow, by direction: Int) throws(Diagnostics) -> ExperimentEdit {
    try stepped(row, by: direction) { [$0] }.edits[0]
  }

  /// The edits that such a step means, with the experiment and the row's value that come of them.
  func stepped(
    _ row: FormRow, by direction: Int, meaning: (ExperimentEdit) -> [ExperimentEdit]
  ) throws(Diagnostics) -> (edits: [ExperimentEdit], file: ExperimentFile, value: YAMLNode?) {
    var problem: Diagnostics?
    for value in ValueSteps.candidates(for: row, direction) {
      let edits = meaning(ExperimentEdit(path: row.path, value: value))
      do {
        let changed = try replacing(edits)
        let now = changed.form.rows.first { $0.path == row.path }?.value
        // Taking a key away is a step only where nothing counts then.
        if now != row.value, !value.isNull || now == nil { return (edits, changed, now) }
      } catch { problem = problem ?? error }
    }
    throw problem
      ?? Diagnostics([
        Diagnostic(file: row.key, message: "No other value comes next: Enter types one.")
      ])
  }

  /// Whether another file says the same: what is learned, and what inputs and classes are called.
  public func saysTheSame(as other: ExperimentFile) -> Bool {
    experiment == other.experiment && inputNames == other.inputNames
      && classNames == other.classNames
  }

  /// The edit that gives a row a value as somebody has typed it; an empty text takes the key away.
  /// - Throws: what is wrong with it.
  public func edit(_ path: [String], typed text: String) throws(Diagnostics) -> ExperimentEdit {
    guard !text.trimmed.isEmpty else { return try clearing(path) }
    guard let value = YAMLNode(parsing: text) else {
      throw Diagnostics([
        Diagnostic(
          file: path.joined(separator: "."),
          message: "The value cannot be read: write one as in an experiment file.")
      ])
    }
    return ExperimentEdit(path: path, value: value)
  }
}

/// The edit that takes a key away.
private func clearing(_ path: [String]) throws(Diagnostics) -> ExperimentEdit {
  let edit = ExperimentEdit(path: path, value: .null)
  let key = edit.path.first ?? ""
  guard ExperimentField.named(key) == nil else { return edit }
  let hint = Suggestion.hint(for: key, among: ExperimentField.names)
  throw Diagnostics([
    Diagnostic(
      file: key, message: "An experiment has no key '\(SafeText.visible(key))'.\(hint)")
  ])
}

extension Change {
  /// What it says as an edit of the experiment's document; nil where that says nothing of it.
  public var edit: ExperimentEdit? {
    switch self {
    case .learningRate(let rate): ExperimentEdit("learning_rate", value: YAMLNode(rate))
    case .hiddenActivation(let activation):
      ExperimentEdit("activation", value: YAMLNode(activation.name))
    case .loss(let loss): ExperimentEdit("loss", value: YAMLNode(loss.name))
    case .recipe(let recipe, let path):
      ExperimentEdit(
        path: [path], value: ExperimentField.named(path)?.value(recipe) ?? .null)
    case .parameter, .samples: nil
    }
  }
}
