import Experiments
import NeuralNetwork

/// Writes values as JSON.
///
/// Numbers are the shortest that read back exactly; those that are not finite are null.
enum JSONText {
  /// Writes a whole value to standard output, on one line.
  static func write(_ value: JSONValue) {
    var pages = OutputPages()
    append(value, to: &pages)
    pages.append("\n")
    pages.finish()
  }

  private static func append(_ value: JSONValue, to pages: inout OutputPages) {
    switch value {
    case .number(let number): pages.append(self.number(number))
    case .integer(let integer): pages.append("\(integer)")
    case .array(let values): append(values, "[", "]", to: &pages) { append($0, to: &$1) }
    case .numbers(let numbers): append(numbers, "[", "]", to: &pages) { $1.append(number($0)) }
    case .rows(let matrix):
      append(0..<matrix.rows, "[", "]", to: &pages) { row, pages in
        append(matrix.row(row), "[", "]", to: &pages) { $1.append(number($0)) }
      }
    case .object(let members):
      append(members, "{", "}", to: &pages) { member, pages in
        pages.append(string(member.key) + ":")
        append(member.value, to: &pages)
      }
    }
  }

  private static func append<Item>(
    _ items: some Collection<Item>, _ open: String, _ close: String, to pages: inout OutputPages,
    _ body: (Item, inout OutputPages) -> Void
  ) {
    pages.append(open)
    for (index, item) in items.enumerated() {
      if index > 0 { pages.append(",") }
      body(item, &pages)
    }
    pages.append(close)
  }

  /// A tree on many lines, indented by two blanks; words in quotes are texts, others are written as they are.
  static func pretty(_ node: YAMLNode, indent: String = "") -> String {
    let inner = indent + "  "
    switch node.content {
    case .scalar(let text, let isQuoted): return isQuoted ? string(text) : text
    case .list(let items):
      let lines = items.map { inner + pretty($0, indent: inner) }
      return lines.isEmpty ? "[]" : "[\n\(lines.joined(separator: ",\n"))\n\(indent)]"
    case .group(let members):
      let lines = members.map { "\(inner)\(string($0.key)): \(pretty($0.value, indent: inner))" }
      return lines.isEmpty ? "{}" : "{\n\(lines.joined(separator: ",\n"))\n\(indent)}"
    }
  }

  static func number(_ value: Double) -> String { value.isFinite ? "\(value)" : "null" }

  /// An object of members that are JSON already.
  static func object(_ members: [(key: String, json: String)]) -> String {
    "{" + members.map { "\(string($0.key)):\($0.json)" }.joined(separator: ",") + "}"
  }

  /// An array of values that are JSON already.
  static func array(_ values: [String]) -> String { "[" + values.joined(separator: ",") + "]" }

  /// A text in quotes; what a terminal would obey or hide is written as its number.
  static func string(_ text: String) -> String {
    let escaped = text.unicodeScalars.map { scalar -> String in
      switch scalar {
      case "\"": "\\\""
      case "\\": "\\\\"
      case _ where SafeText.isHidden(scalar): scalar.utf16.map(escape).joined()
      default: String(scalar)
      }
    }
    return "\"" + escaped.joined() + "\""
  }

  private static func escape(_ unit: UInt16) -> String {
    let digits = String(unit, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
  }
}
