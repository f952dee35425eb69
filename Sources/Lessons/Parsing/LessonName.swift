/// The number and the id that a lesson has from its file: `04-two-neurons.md`.
struct LessonName {
  let number: Int
  let id: String

  /// The name of a file, without its folder; nil when it is not of that form.
  init?(file: String) {
    guard file.hasSuffix(".md") else { return nil }
    let parts = file.dropLast(3).split(separator: "-", maxSplits: 1)
    guard parts.count == 2, parts[0].count <= 4, let number = Int(parts[0]), number >= 0,
      Self.isID(String(parts[1]))
    else { return nil }
    self.number = number
    id = String(parts[1])
  }

  static func isID(_ text: String) -> Bool {
    (1...32).contains(text.count)
      && text.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") }
  }
}
