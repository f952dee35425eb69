/// Writes YAML: short values on one line, longer ones a line for each key or item.
package enum YAMLText {
  /// Lines longer than this are broken where they can be.
  package static let widest = 100

  /// A group of keys as the text of a file; `remark` has a comment for each of its keys, or none.
  package static func text(_ root: YAMLNode, remark: (String) -> String? = { _ in nil }) -> String {
    (root.members ?? []).map { member in
      let lines = lines(member, indent: "")
      guard let remark = remark(member.key) else { return lines.joined(separator: "\n") + "\n" }
      let first = "\(lines[0])  # \(remark)"
      let isShort = lines.count == 1 && first.count <= widest
      return (isShort ? [first] : ["# \(remark)"] + lines).joined(separator: "\n") + "\n"
    }.joined()
  }

  private static func lines(_ member: YAMLNode.Member, indent: String) -> [String] {
    let key = scalar(member.key, isQuoted: !isPlain(member.key))
    let line = "\(indent)\(key): \(flow(member.value))"
    if line.count <= widest { return [line] }
    switch member.value.content {
    case .scalar: return [line]
    case .group(let members):
      return ["\(indent)\(key):"] + members.flatMap { lines($0, indent: indent + "  ") }
    case .list(let items):
      return ["\(indent)\(key):"] + items.map { "\(indent)  - \(flow($0))" }
    }
  }

  /// A value on one line, as JSON writes it but with fewer quotes.
  package static func flow(_ node: YAMLNode) -> String {
    switch node.content {
    case .scalar(let text, let isQuoted): scalar(text, isQuoted: isQuoted || !isPlain(text))
    case .list(let items): "[" + items.map(flow).joined(separator: ", ") + "]"
    case .group(let members):
      "{"
        + members.map { "\(scalar($0.key, isQuoted: !isPlain($0.key))): \(flow($0.value))" }
        .joined(separator: ", ") + "}"
    }
  }

  /// Whether a text means itself without quotes wherever it stands.
  private static func isPlain(_ text: String) -> Bool {
    let first = "-?:,[]{}#&*!|>'\"%@` "
    let inside = ",[]{}#:\"'&*"
    guard let start = text.first else { return false }
    let isNumber = YAMLValue.number(text) != nil
    return (isNumber || !first.contains(start)) && text.last != " "
      && text.unicodeScalars.allSatisfy {
        !SafeText.isHidden($0) && !inside.unicodeScalars.contains($0)
      }
  }

  private static func scalar(_ text: String, isQuoted: Bool) -> String {
    guard isQuoted else { return text }
    let escaped = text.unicodeScalars.map { scalar -> String in
      switch scalar {
      case "\"": "\\\""
      case "\\": "\\\\"
      case _ where SafeText.isHidden(scalar):
        "\\U" + String(repeating: "0", count: 8 - hex(scalar).count) + hex(scalar)
      default: String(scalar)
      }
    }
    return "\"\(escaped.joined())\""
  }

  private static func hex(_ scalar: Unicode.Scalar) -> String { String(scalar.value, radix: 16) }
}

extension ExperimentDocument {
  /// Whether another document has the same text; of one that was not touched that is known without reading it.
  public func saysTheSame(as other: ExperimentDocument) -> Bool {
    root == other.root || text == other.text
  }

  /// The document as the text of a file, with a comment for each key.
  public var text: String {
    YAMLText.text(root) { ExperimentField.named($0)?.summary }
  }
}
