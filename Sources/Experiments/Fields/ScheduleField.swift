import NeuralNetwork

extension ExperimentField {
  static let schedule = ExperimentField(
    "schedule",
    .either([
      .choice(Schedule.all.filter(\.settings.isEmpty).map(\.name)),
      .named(Schedule.all.map { .init($0.name, $0.settings.map { .init($0) }) }),
    ]),
    summary: "how the learning rate changes from update to update",
    help:
      "`{name: step, step_size: 100, gamma: 0.5}`, `{name: exponential, gamma: 0.99}`, `{name: cosine, t_max: 500, "
      + "lr_min: 0}`, `{name: linear, steps: 500}` (to 0), `{name: warm_up, steps: 50}`; counted in updates",
    usual: "constant",
    examples: [
      "constant", "{name: step, step_size: 5, gamma: 0.5}", "{name: exponential, gamma: 0.99}",
      "{name: cosine, t_max: 50, lr_min: 0.01}", "{name: linear, steps: 50}",
      "{name: warm_up, steps: 5}",
    ], parts: [.schedule], isLive: true,
    read: { value, reading in
      if let schedule = ScheduleParser.schedule(value) { reading.experiment.schedule = schedule }
    },
    write: { $0.schedule == .constant ? nil : ScheduleParser.node($0.schedule) },
    reset: { $0.schedule = .constant })
}

/// Reads and writes schedules.
enum ScheduleParser {
  static func schedule(_ value: YAMLValue) -> Schedule? {
    guard let place = value.isGroup ? value.member("name") : value else {
      return value.reject("'schedule' needs 'name'.")
    }
    guard let schedule = place.choice(Schedule.self, "schedule") else { return nil }
    let needed = schedule.settings.filter { $0.usual == nil }.map { ", \($0.key): …" }
    guard value.isGroup || needed.isEmpty else {
      return value.reject(
        "The schedule '\(schedule)' has settings: write {name: \(schedule)\(needed.joined())}.")
    }
    guard value.isGroup else { return schedule }
    let keys = ["name"] + schedule.settings.map(\.key)
    return value.fields(of: "The schedule '\(schedule)'", known: keys).flatMap {
      read(schedule, $0)
    }
  }

  private static func read(_ schedule: Schedule, _ fields: YAMLFields) -> Schedule? {
    var schedule = schedule
    for setting in schedule.settings where setting.usual == nil || fields[setting.key] != nil {
      _ = fields.required(setting.key, in: "The schedule '\(schedule)'")
      guard let value = fields.value(of: setting) else { return nil }
      schedule[setting] = value
    }
    return schedule
  }

  static func node(_ schedule: Schedule) -> YAMLNode {
    .group(
      [("name", YAMLNode(schedule.name))]
        + schedule.settings.map { ($0.key, YAMLNode(schedule[$0], of: $0)) })
  }
}
