/// A kind of thing of which there is one ordered list: activations, losses, optimizer rules, schedules, data sets.
///
/// Each thing is one record, told apart by its name alone, that holds all that is known of it. Files, messages, menus, help
/// and tests walk the list.
public protocol ListedRecord: Hashable, Sendable, CustomStringConvertible {
  /// Every one, in the order of a menu.
  static var all: [Self] { get }
  /// The name that files use.
  var name: String { get }
  /// As a menu shows it.
  var title: String { get }
}

extension ListedRecord {
  /// The one of a name; nil when there is none.
  public init?(named name: String) {
    guard let record = Self.all.first(where: { $0.name == name }) else { return nil }
    self = record
  }

  /// The names that files use, in the order of a menu.
  public static var names: [String] { all.map(\.name) }

  /// Two records of one name are the same thing.
  public static func == (left: Self, right: Self) -> Bool { left.name == right.name }

  /// The name only, as in ==.
  public func hash(into hasher: inout Hasher) { hasher.combine(name) }

  /// The name that files use.
  public var description: String { name }
}
