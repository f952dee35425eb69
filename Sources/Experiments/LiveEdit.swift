import NeuralNetwork

extension ExperimentEdit {
  /// What a run's journal notes when the value changes while the run is under way.
  ///
  /// `experiment` is the recipe with all changes made so far.
  /// - Throws: what is wrong with the value, or that a change needs a new run.
  public func change(in experiment: Experiment) throws(Diagnostics) -> Change {
    let name = path.joined(separator: ".")
    let yaml = YAMLSource(SourceText(name: "'\(name)'", text: ""))
    guard let change = change(in: experiment, reportingTo: yaml) else {
      throw Diagnostics(yaml.diagnostics)
    }
    return change
  }

  private func change(in experiment: Experiment, reportingTo yaml: YAMLSource) -> Change? {
    let position = value.position
    guard let key = path.first, let field = ExperimentField.named(key) else {
      yaml.diagnose("An experiment has no key '\(path.first ?? "")'.", at: position)
      return nil
    }
    guard field.isLive else {
      yaml.diagnose(
        "'\(field.name)' decides how a run begins: changing it takes a new run (↻), 'experiment' in a lesson.",
        at: position)
      return nil
    }
    func change(to experiment: Experiment) -> Change {
      field.change?(experiment) ?? .recipe(experiment, path: field.name)
    }
    if path.count == 1, value.isNull {
      var usual = experiment
      field.reset(&usual)
      return change(to: usual)
    }
    guard let node = value(in: field, of: experiment) else {
      yaml.diagnose("There is no place for '\(path.joined(separator: "."))' here.", at: position)
      return nil
    }
    let group = YAMLValue(node: .group([(field.name, node)]), source: yaml)
    guard let fields = ExperimentReading.fields(of: group, "An experiment") else { return nil }
    let reading = ExperimentReading(fields, into: experiment, isPartial: true)
    return yaml.diagnostics.isEmpty ? change(to: reading.experiment) : nil
  }

  /// The field's whole value with the edit's in its place.
  private func value(in field: ExperimentField, of experiment: Experiment) -> YAMLNode? {
    let old = field.write(experiment)
    return YAMLNode.replacing(path.dropFirst(), in: old, with: value, field.form)
  }
}
