/// How tables are written in CSV (RFC 4180).
enum CSVText {
  /// A row with its end.
  static func line(_ fields: [String]) -> String {
    fields.map(field).joined(separator: ",") + "\n"
  }

  /// A number, as short as it can be and still be read back exactly.
  static func number(_ value: Double) -> String { value.isNaN ? "nan" : "\(value)" }

  private static func field(_ text: String) -> String {
    guard text.utf8.contains(where: "\",\n\r".utf8.contains) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
