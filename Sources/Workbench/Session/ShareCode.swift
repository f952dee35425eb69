import Experiments
import Platform

/// A session as one line of letters and digits that mail, chat and terminals leave as it is.
///
/// `downhill:` and the text of the session in base64 for addresses, a dot, and a checksum of it.
public enum ShareCode {
  /// What every code begins with.
  public static let prefix = "downhill:"
  /// The longest code that one would still send as a line.
  public static let longest = 20_000

  /// The line of a session.
  public static func line(of session: Session) -> String {
    let text = Data(session.text.utf8).base64EncodedString()
      .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    return "\(prefix)\(text).\(checksum(text))"
  }

  /// The line that a text is, or that stands in the file of this name; nil where it is neither.
  public static func line(named text: String) -> String? {
    if text.trimmed.hasPrefix(prefix) { return text }
    guard let head = SourceText.head(ofFile: text), head.text.trimmed.hasPrefix(prefix) else {
      return nil
    }
    return try? SourceText(path: text).text
  }

  /// The session of a line.
  /// - Throws: a sentence when the line is damaged, or is none.
  public static func session(of line: String) throws(Diagnostics) -> Session {
    let line = line.filter { !$0.isWhitespace }
    let parts = line.dropFirst(prefix.count).split(separator: ".", omittingEmptySubsequences: false)
    guard line.hasPrefix(prefix), parts.count == 2, checksum(parts[0]) == parts[1],
      let text = text(ofBase64: String(parts[0]))
    else { throw damaged }
    return try Session(SourceText(name: "the code", text: text))
  }

  private static var damaged: Diagnostics {
    Diagnostics([
      Diagnostic(
        file: "the code",
        message:
          "The code is damaged: characters are missing or changed. Copy it again, from '\(prefix)' to its end."
      )
    ])
  }

  private static func text(ofBase64 text: String) -> String? {
    let usual = text.replacing("-", with: "+").replacing("_", with: "/")
    let padding = String(repeating: "=", count: (4 - usual.count % 4) % 4)
    return Data(base64Encoded: usual + padding).flatMap { String(data: $0, encoding: .utf8) }
  }

  /// FNV-1a of 32 bits: enough to see that a character was lost.
  private static func checksum(_ text: some StringProtocol) -> String {
    let hash = text.utf8.reduce(UInt32(2_166_136_261)) { ($0 ^ UInt32($1)) &* 16_777_619 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }
}
