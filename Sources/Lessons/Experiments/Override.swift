import NeuralNetwork
import Yams

/// A key of an experiment file and a value in place of the file's: optimizer.momentum=0.9.
///
/// Dots lead into groups, and numbers from 1 into lists: layers.1.units.
public struct Override: Hashable, Sendable, CustomStringConvertible {
  /// The key, with dots.
  public let key: String
  /// The value as an experiment file writes it.
  public let value: String

  /// A setting.
  public init(key: String, value: String) {
    self.key = key
    self.value = value
  }

  /// As the command line writes it.
  public var description: String { "\(key)=\(value)" }

  /// The keys that lead to its place, in one spelling: `learning_rate` is the optimizer's `lr`, and a group's `name` may
  /// stand for the group.
  public var path: [String] {
    if key == "learning_rate" { return ["optimizer", "lr"] }
    return keys.count > 1 && keys.last == "name" ? keys.dropLast() : keys
  }

  private var keys: [String] {
    key.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
  }

  /// The values of a list, commas between them; commas inside brackets belong to a value: `[4],[8,8]`.
  ///
  /// A range of whole numbers, `1...20`, stands for each of them.
  public static func values(of list: String) -> [String] {
    var (values, depth) = ([""], 0)
    for character in list {
      if "[{".contains(character) { depth += 1 }
      if "]}".contains(character) { depth -= 1 }
      if character == ",", depth == 0 {
        values.append("")
      } else {
        values[values.count - 1].append(character)
      }
    }
    return values.flatMap { expanded($0.trimmed) }
  }

  private static func expanded(_ text: String) -> [String] {
    let ends = text.split(separator: "...", maxSplits: 1).map { Int($0) }
    guard ends.count == 2, let first = ends[0], let last = ends[1] else { return [text] }
    let (span, isTooLarge) = last.subtractingReportingOverflow(first)
    guard !isTooLarge, (0..<Limits.trials).contains(span) else { return [text] }
    return (first...last).map(String.init)
  }

  /// The value, read; nil when it is none.
  var node: Node? { try? Yams.compose(yaml: value, .basic) }

  /// A node with a value in the setting's place; nil when there is no such place.
  func replacing(in node: Node, with value: Node) -> Node? {
    // A rate inside the optimizer is the same thing.
    let isInside = keys == ["learning_rate"] && node["optimizer"]?["lr"] != nil
    return Self.replacing((isInside ? path : keys)[...], in: node, with: value)
  }

  private static func replacing(
    _ path: ArraySlice<String>, in node: Node?, with value: Node
  ) -> Node? {
    guard let key = path.first else { return value }
    switch node {
    case .sequence(var items):
      guard let place = Int(key), items.indices.contains(place - 1),
        let item = replacing(path.dropFirst(), in: items[place - 1], with: value)
      else { return nil }
      items[place - 1] = item
      return .sequence(items)
    case .mapping(var mapping):
      let old = mapping[Node(key)]
      guard let item = replacing(path.dropFirst(), in: old, with: value) else { return nil }
      mapping[Node(key)] = item
      return .mapping(mapping)
    case .scalar(let name):
      // A name alone, `optimizer: adam`, becomes a group with the name in it.
      return replacing(path, in: Node([(Node("name"), .scalar(name))]), with: value)
    case nil, .alias: return replacing(path, in: .mapping([:]), with: value)
    }
  }
}

extension Limits {
  /// The most runs that one question may be asked of.
  public static let trials = 1_000_000
}

extension ExperimentFile {
  /// Reads an experiment file with settings in place of its own.
  /// - Throws: everything that is wrong with the result.
  public static func read(
    _ source: SourceText, with settings: [Override]
  ) throws(Diagnostics) -> Experiment {
    guard !settings.isEmpty else { return try read(source) }
    let yaml = YAMLSource(source, mayReadFiles: true)
    guard let root = yaml.root(of: source.text) else { throw Diagnostics(yaml.diagnostics) }
    var node = root.member("spec")?.node ?? root.node
    // A group goes before what is in it, which would be lost with the old group.
    for setting in settings.sorted(by: { $0.path.count < $1.path.count }) {
      guard let value = setting.node else {
        throw complaint(
          "The value cannot be read: write one as in an experiment file.", about: [setting],
          in: source)
      }
      guard let changed = setting.replacing(in: node, with: value) else {
        throw complaint("There is no place for it in the file.", about: [setting], in: source)
      }
      node = changed
    }
    // What was put in has no place in the file, so the complaint names the setting.
    let result = ExperimentFile(YAMLValue(node: node, source: yaml))?.experiment
    if let result, yaml.diagnostics.isEmpty { return result }
    let messages = yaml.diagnostics.map(\.message).joined(separator: " ")
    throw complaint(messages, about: settings, in: source)
  }

  private static func complaint(
    _ message: String, about settings: [Override], in source: SourceText
  ) -> Diagnostics {
    let names = settings.map(\.description).joined(separator: " ")
    return Diagnostics([Diagnostic(file: "\(source.name) with \(names)", message: message)])
  }
}
