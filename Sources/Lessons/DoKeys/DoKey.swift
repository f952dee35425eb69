import Experiments
import Workbench

/// A key of a `do` block: one record that holds all that is known of it.
///
/// The parser, its messages and the guide's table walk `all`; a new key is its file here, its deed in the workbench and
/// its line there.
public struct DoKey: Sendable {
  /// The key.
  public let name: String
  /// What may stand behind it.
  public let form: ValueForm
  /// What it does, in Markdown.
  public let help: String
  /// Reads the value; what is wrong is reported.
  let read: @Sendable (YAMLValue, LessonContext) -> [Action.Step]

  /// A key whose value may be several steps.
  init(
    _ name: String, _ form: ValueForm, help: String,
    steps read: @escaping @Sendable (YAMLValue, LessonContext) -> [Action.Step]
  ) {
    (self.name, self.form, self.help, self.read) = (name, form, help, read)
  }

  /// A key whose value is one deed.
  init(
    _ name: String, _ form: ValueForm, help: String,
    deed read: @escaping @Sendable (YAMLValue, LessonContext) -> (any Deed)?
  ) {
    self.init(name, form, help: help) { value, context in
      read(value, context).map { [Action.Step($0, at: value.position)] } ?? []
    }
  }
}

extension DoKey {
  /// Every key.
  public static let all: [DoKey] = [
    reset, go, set, experiment, compare, dial, survey, prune, focus, seal, panels, scale, select,
    expect,
  ]

  /// The keys.
  static let names = all.map(\.name)

  /// The record of a key.
  static func named(_ name: String) -> DoKey? { all.first { $0.name == name } }
}
