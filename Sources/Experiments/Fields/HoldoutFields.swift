import NeuralNetwork

extension ExperimentField {
  static let holdout = keptApart(
    "holdout", \.holdout, summary: "samples that training never sees",
    help:
      "Samples that training never sees, to decide by: a share of all such as 0.2 (of each class alike), `{last: 0.2}` for samples in order, or `{data: …}` or "
      + "`{inputs: …, targets: …}` of their own")

  static let test = keptApart(
    "test", \.test, summary: "samples to look at once, in the end",
    help: "Samples that nothing is decided by, to be looked at in the end; written like `holdout`")

  private static func keptApart(
    _ name: String, _ place: any WritableKeyPath<Experiment, Holdout?> & Sendable, summary: String,
    help: String
  ) -> ExperimentField {
    ExperimentField(
      name,
      .either([
        .number(.share),
        .group([
          .init("last", .number(.share), "the share of the samples at the end"),
          .init("data", .either([]), "as for an experiment"),
          .init("inputs", .list(.list(.number(.any))), "as for an experiment"),
          .init("targets", .list(.list(.number(.any))), "as for an experiment"),
        ]),
      ]), summary: summary, help: help, usual: "none",
      examples: ["0.25", "{last: 0.25}", "{data: {name: moons, samples: 10}}"], parts: [.holdout],
      read: { value, reading in
        if let holdout = reading.holdout(value, of: name) {
          reading.experiment[keyPath: place] = holdout
        }
      },
      write: { $0[keyPath: place].flatMap(write) })
  }

  private static func write(_ holdout: Holdout) -> YAMLNode? {
    switch holdout {
    case .share(let share): YAMLNode(share)
    // Cross-validation asks for it, no file does.
    case .fold: nil
    case .lastShare(let share): .group([("last", YAMLNode(share))])
    case .data(.named(let name, let options)):
      .group([("data", DataParser.node(name, options))])
    case .data(let recipe):
      recipe.written.map {
        .group([("inputs", YAMLNode($0.inputs)), ("targets", YAMLNode($0.targets))])
      }
    }
  }
}

extension ExperimentReading {
  /// Samples that are kept apart; their classes are those of the samples to learn from.
  fileprivate func holdout(_ value: YAMLValue, of key: String) -> Holdout? {
    if !value.isGroup { return share(value).map { .share($0) } }
    var demand = demand
    demand.units = demand.units ?? GivenData(recipe: experiment.data).units
    let fields = value.fields(of: "'\(key)'", known: ["last", "data", "inputs", "targets"])
    if let last = fields?["last"] {
      for key in ["data", "inputs", "targets"] {
        fields?.reject(
          key, besides: "last", because: "the last samples are some of the experiment's")
      }
      return share(last).map { .lastShare($0) }
    }
    return fields.flatMap {
      DataParser(source: source, demand: demand, model: given).data(among: $0)
    }
    .map { .data($0.recipe) }
  }

  private func share(_ value: YAMLValue) -> Double? {
    guard let share = value.number("a share of the samples") else { return nil }
    guard NumberRange.share.contains(share) else {
      return value.reject("A share of \(share) cannot be kept apart: choose one between 0 and 1.")
    }
    return share
  }
}
