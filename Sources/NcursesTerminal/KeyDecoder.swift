import CTerminal
import TerminalCanvas

/// Turns codes of the C side into keys and pasted text.
///
/// Broken UTF-8 becomes U+FFFD and never stalls.
struct KeyDecoder {
  /// Pasted bytes beyond this many are dropped.
  static let pasteLimit = 1 << 20

  /// What has been pasted so far, while the end is still to come.
  private(set) var paste: [UInt8]?
  private var utf8 = UTF8Collector()

  /// Takes one code; nil while a character is incomplete, or when it means nothing.
  mutating func take(_ code: Int) -> Event? {
    if paste != nil { return takePasted(code) }
    if code == TerminalKeyPasteBegins {
      paste = []
      return nil
    }
    if code < 0x80 || code >= 0x100 { utf8.reset() }
    if let key = Self.key(for: code) { return .key(key) }
    guard code < 0x100, let scalar = utf8.take(UInt8(code)) else { return nil }
    return .key(.character(Character(scalar)))
  }

  /// Gives up a paste whose end has not come: its text, and as keys the controls that came last, since nobody pastes ^C.
  mutating func giveUpPaste() -> [Event] {
    guard let bytes = paste else { return [] }
    paste = nil
    let isKey: (UInt8) -> Bool = { $0 < 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
    let keys = bytes.reversed().prefix(while: isKey).reversed()
    let text = Self.text(ofPasted: bytes.dropLast(keys.count))
    return (text.isEmpty ? [] : [.paste(text)]) + keys.compactMap { take(Int($0)) }
  }

  private mutating func takePasted(_ code: Int) -> Event? {
    if code == TerminalKeyPasteEnds, let bytes = paste {
      paste = nil
      return .paste(Self.text(ofPasted: bytes))
    }
    if code < 0x100, paste?.count ?? 0 < Self.pasteLimit { paste?.append(UInt8(code)) }
    return nil
  }

  /// Text without control characters but newlines and tabs.
  static func text(ofPasted bytes: some Collection<UInt8>) -> String {
    var text = String.UnicodeScalarView()
    var previous: Unicode.Scalar?
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      if scalar == "\r" || (scalar == "\n" && previous != "\r") {
        text.append("\n")
      } else if scalar == "\t" || scalar.properties.generalCategory != .control {
        text.append(scalar)
      }
      previous = scalar
    }
    return String(text)
  }

  /// The key of a code that needs no context.
  private static func key(for code: Int) -> Key? {
    switch code {
    case 0x20..<0x7F: .character(Character(Unicode.Scalar(UInt8(code))))
    case 0x08, 0x7F: .backspace
    case 0x09: .tab
    case 0x0A, 0x0D: .enter
    case 0x1B: .escape
    case 0..<0x1B: .control(Character(Unicode.Scalar(UInt8(code) | 0x60)))
    case 0x1C..<0x20: .control(Character(Unicode.Scalar(UInt8(code) | 0x40)))
    case TerminalKeyFunction...: .function(code - TerminalKeyFunction)
    default: names[code]
    }
  }

  private static let names: [Int: Key] = [
    TerminalKeyUp: .up, TerminalKeyDown: .down, TerminalKeyLeft: .left, TerminalKeyRight: .right,
    TerminalKeyHome: .home, TerminalKeyEnd: .end,
    TerminalKeyPageUp: .pageUp, TerminalKeyPageDown: .pageDown,
    TerminalKeyInsert: .insert, TerminalKeyDelete: .delete,
    TerminalKeyBackspace: .backspace, TerminalKeyEnter: .enter, TerminalKeyBackTab: .backTab,
  ]
}

/// Bytes of UTF-8, one after another, to code points.
struct UTF8Collector {
  private var bytes: [UInt8] = []

  mutating func reset() { bytes = [] }

  /// Takes one byte that is not ASCII; nil while more are to come.
  mutating func take(_ byte: UInt8) -> Unicode.Scalar? {
    if byte & 0xC0 != 0x80 { bytes = [] }
    bytes.append(byte)
    guard let lead = bytes.first, bytes.count >= Self.length(lead) else { return nil }
    defer { bytes = [] }
    return String(decoding: bytes, as: UTF8.self).unicodeScalars.first ?? "\u{FFFD}"
  }

  /// Bytes of a character by its first one; 1 for a byte that cannot be first.
  private static func length(_ lead: UInt8) -> Int {
    switch lead {
    case 0xC2..<0xE0: 2
    case 0xE0..<0xF0: 3
    case 0xF0..<0xF5: 4
    default: 1
    }
  }
}
