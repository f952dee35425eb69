/// The number and the id that a lesson has from its file, `04-two-neurons.md`, and the language of a translation,
/// `04-two-neurons.de.md`.
public struct LessonName: Hashable, Sendable {
  /// Its place in the order of lessons.
  public let number: Int
  /// The name to call it by.
  public let id: String
  /// The two letters of a translation's language; nil for the original.
  public let language: String?
  /// The file that a translation translates; nil for an original.
  let original: String?

  /// The name of a file, without its folder; nil when it is not of that form.
  public init?(file: String) {
    guard file.hasSuffix(".md") else { return nil }
    let stem = file.dropLast(3).split(separator: ".", omittingEmptySubsequences: false)
    guard let parts = stem.first?.split(separator: "-", maxSplits: 1), stem.count <= 2,
      parts.count == 2, parts[0].count <= 4, let number = Int(parts[0]), number >= 0,
      Self.isID(String(parts[1]))
    else { return nil }
    let language = stem.count == 2 ? String(stem[1]) : nil
    guard language.map(Self.isLanguage) ?? true else { return nil }
    (self.number, id, self.language) = (number, String(parts[1]), language)
    original = language.map { _ in String(stem[0]) + ".md" }
  }

  /// Small letters, digits and '-', 32 at most.
  public static func isID(_ text: String) -> Bool {
    (1...32).contains(text.count)
      && text.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") }
  }

  /// Two small letters.
  public static func isLanguage(_ text: String) -> Bool {
    text.count == 2 && text.allSatisfy { $0.isASCII && $0.isLowercase }
  }

  /// The language that an environment asks for, as `LANG=de_DE.UTF-8` does; nil where it asks for none.
  public static func language(of environment: [String: String]) -> String? {
    let settings = ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap { environment[$0] }
    let name = settings.first { !$0.isEmpty }.map { String($0.prefix(2)) }
    return name.flatMap { isLanguage($0) ? $0 : nil }
  }
}
