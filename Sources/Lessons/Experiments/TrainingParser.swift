import NeuralNetwork

/// Reads how the parameters change, and until when: optimizer, schedule, clipping, augmentation, early stopping.
enum TrainingParser {
  /// The settings of optimizers beside the rate, and the rules that have each.
  private static let optimizerSettings: [(key: String, rules: [Optimizer.Rule])] = [
    ("momentum", [.momentum, .nesterov, .rmsprop]), ("alpha", [.rmsprop]),
    ("centered", [.rmsprop]), ("beta1", [.adam, .adamw]), ("beta2", [.adam, .adamw]),
    ("eps", [.adagrad, .rmsprop, .adam, .adamw]), ("weight_decay", Optimizer.Rule.allCases),
    ("lr_decay", [.adagrad]), ("initial_accumulator", [.adagrad]),
  ]
  static let optimizerKeys = ["name", "lr"] + optimizerSettings.map(\.key)

  /// An optimizer, when the file names one, and its learning rate, when the file gives it.
  static func optimizer(_ value: YAMLValue) -> (optimizer: Optimizer?, learningRate: Double?)? {
    if !value.isMapping {
      let rule = value.choice(Optimizer.Rule.self, "optimizer")
      return rule.map { (Optimizer($0, learningRate: defaultRate), nil) }
    }
    guard let fields = value.fields(of: "'optimizer'", known: optimizerKeys) else { return nil }
    let rate = fields["lr"]?.number("a learning rate")
    guard let name = fields["name"] else {
      let extra = fields.keys.first { $0.name != "lr" }
      if let extra {
        value.source.diagnose("'\(extra.name)' needs the optimizer's 'name'.", at: extra.position)
      }
      return (nil, rate)
    }
    guard let rule = name.choice(Optimizer.Rule.self, "optimizer") else { return nil }
    rejectSettings(strangeTo: rule, in: fields)
    var optimizer = Optimizer(rule, learningRate: rate ?? defaultRate)
    readSettings(fields, into: &optimizer)
    return (optimizer, rate)
  }

  /// The learning rate of an experiment that gives none.
  static let defaultRate = 0.1

  private static func rejectSettings(strangeTo rule: Optimizer.Rule, in fields: YAMLFields) {
    for (key, rules) in optimizerSettings where !rules.contains(rule) {
      guard let position = fields.position(of: key) else { continue }
      let owners = rules.map(\.rawValue).joined(separator: ", ")
      fields.value.source.diagnose(
        "The optimizer '\(rule.rawValue)' has no '\(key)': leave it out, or name one that has it: \(owners).",
        at: position)
    }
  }

  private static func readSettings(_ fields: YAMLFields, into optimizer: inout Optimizer) {
    func read(_ key: String, _ place: WritableKeyPath<Optimizer, Double>) {
      if let number = fields[key]?.number() { optimizer[keyPath: place] = number }
    }
    read("momentum", \.momentum)
    read("alpha", \.alpha)
    read("beta1", \.beta1)
    read("beta2", \.beta2)
    read("eps", \.epsilon)
    read("weight_decay", \.weightDecay)
    read("lr_decay", \.learningRateDecay)
    read("initial_accumulator", \.initialAccumulator)
    if let flag = fields["centered"]?.flag() { optimizer.isCentered = flag }
  }

  /// The keys of each schedule, all needed but `lr_min`.
  static let scheduleKeys = [
    "constant": [], "step": ["step_size", "gamma"], "exponential": ["gamma"],
    "cosine": ["t_max", "lr_min"], "warm_up": ["steps"],
  ]

  static func schedule(_ value: YAMLValue) -> Schedule? {
    guard let place = value.isMapping ? value.member("name") : value else {
      return value.reject("'schedule' needs 'name'.")
    }
    let names = ["constant", "step", "exponential", "cosine", "warm_up"]
    guard let name = place.name(among: names, "schedule"), let keys = scheduleKeys[name] else {
      return nil
    }
    guard value.isMapping || keys.isEmpty else {
      let settings = keys.map { ", \($0): …" }.joined()
      return value.reject(
        "The schedule '\(name)' has settings: write {name: \(name)\(settings)}.")
    }
    guard value.isMapping else { return .constant }
    return value.fields(of: "The schedule '\(name)'", known: ["name"] + keys)
      .flatMap { schedule(name, $0) }
  }

  private static func schedule(_ name: String, _ fields: YAMLFields) -> Schedule? {
    func number(_ key: String) -> Double? {
      fields.required(key, in: "The schedule '\(name)'")?.number()
    }
    func count(_ key: String) -> Int? {
      fields.required(key, in: "The schedule '\(name)'")?.integer(
        1...Limits.updates, "a number of updates")
    }
    switch name {
    case "step":
      guard let size = count("step_size"), let gamma = number("gamma") else { return nil }
      return .step(size: size, gamma: gamma)
    case "exponential": return number("gamma").map { .exponential(gamma: $0) }
    case "cosine":
      return count("t_max").map { .cosine(minimum: fields["lr_min"]?.number() ?? 0, steps: $0) }
    case "warm_up": return count("steps").map { .warmUp(steps: $0) }
    default: return .constant
    }
  }

  static func clipping(_ value: YAMLValue) -> Clipping? {
    guard let fields = value.fields(of: "'clip'", known: ["type", "max"]) else { return nil }
    let type = fields.required("type", in: "'clip'")?.name(
      among: ["norm", "value"], "kind of clipping")
    guard let type, let limit = fields.required("max", in: "'clip'")?.number() else { return nil }
    return type == "norm" ? .norm(limit) : .value(limit)
  }

  static func augmentation(_ value: YAMLValue) -> Augmentation? {
    guard let fields = value.fields(of: "'augment'", known: ["noise", "shift"]) else { return nil }
    if fields.keys.isEmpty { return value.reject("'augment' needs 'noise', 'shift' or both.") }
    return Augmentation(
      noise: fields["noise"]?.number() ?? 0,
      shift: fields["shift"]?.integer(0...Limits.unitsPerLayer, "a number of pixels") ?? 0)
  }

  static func earlyStopping(_ value: YAMLValue) -> EarlyStopping? {
    let fields = value.fields(of: "'early_stopping'", known: ["patience", "min_delta"])
    guard let fields,
      let patience = fields.required("patience", in: "'early_stopping'")?.integer(
        1...Limits.updates, "a number of epochs")
    else { return nil }
    return EarlyStopping(patience: patience, minimumDelta: fields["min_delta"]?.number() ?? 0)
  }
}
