import NeuralNetwork

extension ExperimentField {
  static let optimizer = ExperimentField(
    "optimizer",
    .either([
      .choice(Optimizer.Rule.names),
      .named(Optimizer.Rule.all.map { .init($0.name, [rate] + $0.settings.map { .init($0) }) }),
    ]),
    summary: "how an update follows from the gradient",
    help: "A name (\(list(Optimizer.Rule.names))), or `{name: adam, lr: 0.01}`. "
      + owners(of: \Optimizer.Rule.settings),
    usual: "sgd",
    examples: ["adam", "{name: momentum, momentum: 0.8}", "{name: rmsprop, centered: true}"],
    parts: [.optimizer], isLive: true,
    read: { OptimizerParser.read($0, into: &$1) },
    write: { OptimizerParser.node($0.optimizer) },
    reset: { $0.optimizer = Optimizer(.sgd, learningRate: $0.optimizer.learningRate) },
    makeRoom: { root, value in
      // A new rule keeps the rate, unless it brings its own.
      if value["lr"] != nil {
        root["learning_rate"] = nil
      } else if let rate = root["optimizer"]?["lr"] {
        root["learning_rate"] = rate
      }
      return false
    })

  private static let rate = ValueForm.Key("lr", .number(.nonNegative), "how far an update goes")

  static let learningRate = ExperimentField(
    "learning_rate", aliases: ["lr", "eta", "learningrate"], .number(.nonNegative),
    summary: "how far an update goes", help: "The same as the optimizer's `lr`",
    usual: "0.1", examples: ["0.5"], parts: [.optimizer],
    read: { value, reading in
      if reading.fields["optimizer"]?.member("lr") != nil {
        reading.fields.reject(
          "learning_rate", besides: "optimizer", because: "the optimizer has 'lr' already")
      }
      if let rate = value.number("a learning rate") {
        reading.experiment.optimizer.learningRate = rate
      }
    },
    write: { YAMLNode($0.optimizer.learningRate) },
    reset: { $0.optimizer.learningRate = ExperimentReading.usualRate },
    change: { .learningRate($0.optimizer.learningRate) })

  /// Which settings go with which of a kind: "`noise` goes with line, sine".
  static func owners<Record: ListedRecord>(
    of settings: KeyPath<Record, [Setting]>
  ) -> String {
    let keys = Record.all.flatMap { $0[keyPath: settings].map(\.key) }.reduce(into: [String]()) {
      if !$0.contains($1) { $0.append($1) }
    }
    return keys.map { key in
      let owners = Record.all.filter { $0[keyPath: settings].contains { $0.key == key } }
      return
        "`\(key)` goes with \(owners.count == Record.all.count ? "all" : list(owners.map(\.name)))"
    }.joined(separator: "; ")
  }
}

/// Reads and writes optimizers.
enum OptimizerParser {
  /// The keys of all rules, each once.
  private static let keys = Optimizer.Rule.all.flatMap(\.settings).map(\.key).reduce(
    into: [String]()
  ) { if !$0.contains($1) { $0.append($1) } }

  /// An optimizer by name or as a group; the rate stays as it is unless the group gives it.
  static func read(_ value: YAMLValue, into reading: inout ExperimentReading) {
    let old = reading.experiment.optimizer
    guard value.isGroup else {
      guard let rule = value.choice(Optimizer.Rule.self, "optimizer") else { return }
      return reading.experiment.optimizer = Optimizer(rule, learningRate: old.learningRate)
    }
    guard let fields = value.fields(of: "'optimizer'", known: ["name", "lr"] + keys) else { return }
    let learningRate = fields["lr"]?.number("a learning rate") ?? old.learningRate
    guard let name = fields["name"] else {
      reading.experiment.optimizer.learningRate = learningRate
      return rejectNameless(fields)
    }
    guard let rule = name.choice(Optimizer.Rule.self, "optimizer") else { return }
    rejectSettings(strangeTo: rule, in: fields)
    var optimizer = Optimizer(rule, learningRate: learningRate)
    for setting in rule.settings {
      if let value = fields.value(of: setting) { optimizer[setting] = value }
    }
    reading.experiment.optimizer = optimizer
  }

  private static func rejectNameless(_ fields: YAMLFields) {
    guard let extra = fields.keys.first(where: { $0.name != "lr" }) else { return }
    fields.value.source.diagnose(
      "'\(extra.name)' needs the optimizer's 'name'; those that have it: \(owners(of: extra.name)).",
      at: extra.place)
  }

  private static func rejectSettings(strangeTo rule: Optimizer.Rule, in fields: YAMLFields) {
    for key in keys where !rule.settings.contains(where: { $0.key == key }) {
      guard fields[key] != nil else { continue }
      fields.value.source.diagnose(
        "The optimizer '\(rule)' has no '\(key)': leave it out, or name one that has it: "
          + "\(owners(of: key)).",
        at: fields.position(of: key))
    }
  }

  /// The optimizers that have a setting.
  private static func owners(of key: String) -> String {
    Optimizer.Rule.all.filter { $0.settings.contains { $0.key == key } }.map(\.name)
      .joined(separator: ", ")
  }

  /// A rule's name, with those settings that are not its usual ones; the rate has a key of its own.
  static func node(_ optimizer: Optimizer) -> YAMLNode {
    let name = YAMLNode(optimizer.rule.name)
    let settings = optimizer.rule.settings.filter { optimizer[$0] != $0.usual }
    return settings.isEmpty
      ? name
      : .group([("name", name)] + settings.map { ($0.key, YAMLNode(optimizer[$0], of: $0)) })
  }
}
