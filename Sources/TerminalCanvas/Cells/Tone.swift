/// A scale of colors, from little to much: what amounts are drawn with, where roles are for words.
public enum Ramp: Hashable, Sendable {
  /// From −1, blue, over 0, which is close to the terminal's own background, to +1, orange.
  case sign
  /// From 0, nearly black, over purple and orange to 1, light yellow.
  case magnitude
  /// From 0, black, to 1, white: the pixels of an image.
  case gray
  /// From 0, a valley that glows, over grays to 1, the heights: a map below curves, which stand out from all of it.
  case relief
  /// How sure it is that a place belongs to a class: from 0, close to the background, to 1, the class's own hue.
  case confidence(group: UInt8)

  /// The ramp of a class; there are ten hues, which then come again.
  public static func confidence(ofClass group: Int) -> Ramp {
    .confidence(group: UInt8(((group % hueCount) + hueCount) % hueCount))
  }

  /// Classes that have a hue of their own.
  public static let hueCount = 10

  /// The ramps, each once.
  public static let all: [Ramp] =
    [.sign, .magnitude, .gray, .relief] + (0..<hueCount).map { .confidence(ofClass: $0) }
}

/// A color of a ramp, for a glyph or for the ground behind it.
///
/// A ramp has few levels, so that a screen full of pairs of them stays within what terminals hold.
public struct Tone: Hashable, Sendable {
  /// The highest level; the lowest is 0, and the zero of `Ramp.sign` is in the middle.
  public static let top = 20

  /// The scale of colors.
  public let ramp: Ramp
  /// The place on it, 0...`top`.
  public let level: UInt8

  /// Makes a tone of a level, which is clamped to 0...`top`.
  public init(_ ramp: Ramp, level: Int) {
    self.ramp = ramp
    self.level = UInt8(min(Self.top, max(0, level)))
  }

  /// Makes the tone of a value: −1...1 on `Ramp.sign`, 0...1 on all others; nil for NaN.
  ///
  /// Values beyond the ends get the tone of the end. A sign is never lost: only 0 has the level in the middle.
  public init?(_ ramp: Ramp, _ value: Double) {
    guard !value.isNaN else { return nil }
    if ramp == .sign {
      let half = Double(Self.top / 2)
      let size = (min(1, abs(value)) * half).rounded(.up)
      self.init(ramp, level: Int(half + (value < 0 ? -size : size)))
    } else {
      self.init(ramp, level: Int((min(1, max(0, value)) * Double(Self.top)).rounded()))
    }
  }

  /// Where the level lies on its ramp: −1...1 on `Ramp.sign`, 0...1 on all others.
  public var value: Double {
    let share = Double(level) / Double(Self.top)
    return ramp == .sign ? 2 * share - 1 : share
  }

  /// The tone between two; the second of different ramps, and of such that lie far apart: what is between them is nowhere.
  static func between(_ one: Tone?, _ other: Tone?) -> Tone? {
    guard let one, let other, one.ramp == other.ramp,
      abs(Int(one.level) - Int(other.level)) <= top / 2
    else { return other ?? one }
    // A narrow valley is seen below its line, too.
    if one.ramp == .relief { return one.level < other.level ? one : other }
    return Tone(one.ramp, level: (Int(one.level) + Int(other.level)) / 2)
  }
}
