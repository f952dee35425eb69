import NeuralNetwork

/// Reads how the parameters change, and until when: optimizer, schedule, clipping, augmentation, early stopping.
enum TrainingParser {
  /// The settings of optimizers beside the rate, each once.
  private static let optimizerSettings = Optimizer.Rule.all.flatMap(\.settings).reduce(
    into: [String]()
  ) { keys, setting in
    if !keys.contains(setting.key) { keys.append(setting.key) }
  }
  static let optimizerKeys = ["name", "lr"] + optimizerSettings

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
    for key in optimizerSettings where !rule.settings.contains(where: { $0.key == key }) {
      guard let position = fields.position(of: key) else { continue }
      let owners = Optimizer.Rule.all.filter { $0.settings.contains { $0.key == key } }
      fields.value.source.diagnose(
        "The optimizer '\(rule)' has no '\(key)': leave it out, or name one that has it: "
          + "\(owners.map(\.name).joined(separator: ", ")).",
        at: position)
    }
  }

  private static func readSettings(_ fields: YAMLFields, into optimizer: inout Optimizer) {
    for setting in optimizer.rule.settings {
      if let value = fields.value(of: setting) { optimizer[setting] = value }
    }
  }

  static func schedule(_ value: YAMLValue) -> Schedule? {
    guard let place = value.isMapping ? value.member("name") : value else {
      return value.reject("'schedule' needs 'name'.")
    }
    guard let schedule = place.choice(Schedule.self, "schedule") else { return nil }
    let keys = schedule.settings.map(\.key)
    guard value.isMapping || keys.isEmpty else {
      let settings = keys.map { ", \($0): …" }.joined()
      return value.reject(
        "The schedule '\(schedule)' has settings: write {name: \(schedule)\(settings)}.")
    }
    guard value.isMapping else { return schedule }
    return value.fields(of: "The schedule '\(schedule)'", known: ["name"] + keys)
      .flatMap { read(schedule, $0) }
  }

  private static func read(_ schedule: Schedule, _ fields: YAMLFields) -> Schedule? {
    var schedule = schedule
    for setting in schedule.settings {
      if setting.usual == nil || fields[setting.key] != nil {
        _ = fields.required(setting.key, in: "The schedule '\(schedule)'")
        guard let value = fields.value(of: setting) else { return nil }
        schedule[setting] = value
      }
    }
    return schedule
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
