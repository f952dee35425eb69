/// Collects a terminal's answer to the question for its background: `11;rgb:1e1e/1e1e/2e2e` and an end.
///
/// The answer comes among the keys, soon or never, whole or in pieces.
struct BackgroundReply {
  private static let start = Array("11;".utf8)
  private static let longest = 40

  private var bytes: [UInt8] = []

  /// What a code means to the answer.
  enum Step: Equatable {
    /// More is to come.
    case incomplete
    /// The answer: a color 0xRRGGBB, or nil for one in words that are not known here.
    case complete(Int32?)
    /// This is no answer, and the code somebody's key.
    case foreign
  }

  /// Takes one code after `ESC ]`.
  mutating func take(_ code: Int) -> Step {
    guard let byte = UInt8(exactly: code), bytes.count < Self.longest else { return .foreign }
    let isEnd = byte == 0x07 || (byte == 0x5C && bytes.last == 0x1B)
    if isEnd { return .complete(Self.color(String(decoding: bytes, as: UTF8.self))) }
    let place = bytes.count
    guard place >= Self.start.count || byte == Self.start[place] else { return .foreign }
    bytes.append(byte)
    return .incomplete
  }

  /// The color of `11;rgb:R/G/B`, each of one to four hexadecimal digits.
  private static func color(_ text: String) -> Int32? {
    guard let colon = text.firstIndex(of: ":") else { return nil }
    let parts = text[text.index(after: colon)...].prefix { $0 != "\u{1B}" }.split(separator: "/")
    let shares = parts.compactMap { part in
      Int(part, radix: 16).map { Double($0) / Double((1 << (4 * part.count)) - 1) }
    }
    guard parts.count >= 3, shares.count == parts.count else { return nil }
    return shares[..<3].reduce(0) { $0 << 8 | Int32(($1 * 255).rounded()) }
  }
}
