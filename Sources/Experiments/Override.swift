import NeuralNetwork

/// A key of an experiment file and a value in place of the file's, as the command line writes it: `optimizer.momentum=0.9`.
///
/// Dots lead into groups, and numbers from 1 into lists: `layers.1.units`.
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

  /// A setting as the command line writes it, `key=value`; nil for other text.
  public init?(argument: String) {
    guard let sign = argument.firstIndex(of: "="), sign > argument.startIndex else { return nil }
    key = String(argument[..<sign])
    value = String(argument[argument.index(after: sign)...])
  }

  /// As the command line writes it.
  public var description: String { "\(key)=\(value)" }

  /// The keys that lead to its place, in one spelling: `learning_rate` and `lr` are the optimizer's `lr`, and a group's
  /// `name` may stand for the group.
  public var path: [String] {
    if key == "learning_rate" || key == "lr" { return ["optimizer", "lr"] }
    return keys.count > 1 && keys.last == "name" ? keys.dropLast() : keys
  }

  private var keys: [String] {
    key.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
  }

  /// The values of a list, commas between them; commas inside brackets belong to a value: `[4],[8,8]`.
  ///
  /// A range of whole numbers stands for each of them: `1...20`, or as other tools write it `1..20`, `1-20`, `1:20`.
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
    guard let ends = text.wholeMatch(of: #/(-?\d+)\s*(?:\.\.\.?|-|:)\s*(-?\d+)/#),
      let first = Int(ends.1), let last = Int(ends.2)
    else { return [text] }
    let (span, isTooLarge) = last.subtractingReportingOverflow(first)
    guard !isTooLarge, (0..<Limits.trials).contains(span) else { return [text] }
    return (first...last).map(String.init)
  }

  /// The edit of a document; nil when the value is none.
  var edit: ExperimentEdit? {
    let yaml = YAMLSource(SourceText(name: key, text: value))
    guard let node = yaml.root(of: value)?.node, yaml.diagnostics.isEmpty else { return nil }
    return ExperimentEdit(path: keys, value: node.withoutPositions)
  }
}

extension YAMLNode {
  /// The same, as if no file said it.
  ///
  /// What has none already is shared, however large it is.
  public var withoutPositions: YAMLNode {
    guard hasPositions else { return self }
    return switch content {
    case .scalar: YAMLNode(content)
    case .list(let items): YAMLNode(.list(items.map(\.withoutPositions)))
    case .group(let members):
      YAMLNode(.group(members.map { Member($0.key, $0.value.withoutPositions) }))
    }
  }

  private var hasPositions: Bool {
    guard position == nil else { return true }
    return switch content {
    case .scalar: false
    case .list(let items): items.contains(where: \.hasPositions)
    case .group(let members): members.contains { $0.position != nil || $0.value.hasPositions }
    }
  }
}

extension Limits {
  /// The most runs that one question may be asked of.
  public static let trials = 1_000_000
}
