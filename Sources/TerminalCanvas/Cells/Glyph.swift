/// A code point that takes columns, with at most two combining marks, packed into one word.
struct Glyph: Hashable, Sendable {
  private(set) var bits: UInt64

  static let blank = Glyph(" ")
  static let replacement = Glyph("\u{FFFD}")

  /// Makes a glyph of a code point that is known to be harmless.
  @inline(__always)
  init(base: Unicode.Scalar) { bits = UInt64(base.value) }

  /// Makes a glyph of the first code point of `character` that takes a column, and its marks.
  init(_ character: Character) {
    var glyph: Glyph?
    for scalar in character.unicodeScalars {
      switch scalar.columnWidth {
      case .columns: if glyph == nil { glyph = Glyph(base: scalar) }
      case .mark: glyph?.combine(scalar)
      case .invisible: continue
      case .unsafe: glyph = glyph ?? .replacement
      }
    }
    self = glyph ?? .replacement
  }

  /// Adds a combining mark; a third one is dropped.
  mutating func combine(_ mark: Unicode.Scalar) {
    if bits >> 21 == 0 {
      bits |= UInt64(mark.value) << 21
    } else if bits >> 42 == 0 {
      bits |= UInt64(mark.value) << 42
    }
  }

  /// The code point at place 0, 1 or 2; 0 where there is none.
  func codePoint(_ index: Int) -> UInt32 {
    UInt32(truncatingIfNeeded: (bits >> (21 * UInt64(index))) & 0x1F_FFFF)
  }

  @inline(__always)
  var isASCII: Bool { bits < 0x80 }

  /// Columns taken by the glyph: 1 or 2.
  var width: Int {
    guard bits >= 0x1100, let base = Unicode.Scalar(codePoint(0)) else { return 1 }
    return base.isWide ? 2 : 1
  }

  var character: Character {
    var text = String.UnicodeScalarView()
    for index in 0..<3 where index == 0 || codePoint(index) != 0 {
      text.append(Unicode.Scalar(codePoint(index)) ?? "\u{FFFD}")
    }
    // A mark that joins nothing would make a second character; a cell holds one.
    return String(text).first ?? "\u{FFFD}"
  }
}
